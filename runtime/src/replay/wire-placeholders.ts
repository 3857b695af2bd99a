import { secretPlaceholder } from '../secrets/placeholder.ts';
import { referencedName } from '../secrets/references.ts';

/** What stands for a secret where only ASCII may stand, as in a header; the same in a recording and in its replay. */
export type WirePlaceholders = {
  /** By the secret's value. */
  readonly byValue: ReadonlyMap<string, string>;
};

/** Finds which value stands for what: the input as it is stored beside the input as the agent gets it. */
export function wirePlaceholders(stored: unknown, actual: unknown): WirePlaceholders {
  const byValue = new Map<string, string>();
  const walk = (before: unknown, after: unknown, path: readonly string[]): void => {
    if (isSecret(before)) {
      for (const [index, text] of textsIn(after).entries()) if (!byValue.has(text)) byValue.set(text, nameOf(before, path, index));
      return;
    }
    if (typeof before !== 'object' || before === null || typeof after !== 'object' || after === null) return;
    for (const [key, value] of Object.entries(before)) walk(value, Reflect.get(after, key), [...path, key]);
  };
  walk(stored, actual, []);
  return { byValue };
}

/** The stored input with what stood for secrets on the wire in their places, for a replay; and all of these. */
export function withWirePlaceholders(stored: unknown): { readonly input: unknown; readonly placeholders: readonly string[] } {
  const placeholders = new Set<string>();
  const put = (value: unknown, path: readonly string[]): unknown => {
    if (isSecret(value)) {
      const name = nameOf(value, path, 0);
      placeholders.add(name);
      return name;
    }
    if (Array.isArray(value)) return value.map((item: unknown, index) => put(item, [...path, String(index)]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]: [string, unknown]) => [key, put(item, [...path, key])]));
  };
  const input = put(stored, []);
  const [only = 'hermes-secret'] = placeholders;
  return { input: inTexts(input, only), placeholders: [...placeholders] };
}

function isSecret(value: unknown): value is string {
  return value === secretPlaceholder || referencedName(value) !== undefined;
}

function nameOf(value: string, path: readonly string[], index: number): string {
  const name = (referencedName(value) ?? path.join('-')).replaceAll(/[^\w.-]+/g, '_');
  return `hermes-secret-${name}${index === 0 ? '' : `-${index + 1}`}`;
}

/** A secret inside a longer text was hidden too; which one it was is not stored. */
function inTexts(value: unknown, placeholder: string): unknown {
  if (typeof value === 'string') return value.replaceAll(secretPlaceholder, placeholder);
  if (Array.isArray(value)) return value.map((item: unknown) => inTexts(item, placeholder));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]: [string, unknown]) => [key, inTexts(item, placeholder)]));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap((item: unknown) => textsIn(item)) : [];
}
