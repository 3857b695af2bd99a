import type { AttemptSpec } from '@hermes-runtime/runtime';

export type ReferencedInput = {
  /** The input with a reference in place of every secret. */
  readonly input: unknown;
  /** The values, by the names in the references. */
  readonly secrets: Readonly<Record<string, string>>;
};

const prefix = 'hermes-secret-';
/** Shorter values are found in half of all texts by accident; inside longer texts they are left. */
const shortest = 6;

/**
 * Turns the secrets of an attempt back into references: the runtime seals their values, and neither stores nor shows them.
 * The names are those of the placeholders, so that what the runtime records is what a replay here puts in their places.
 * The same attempt gives the same references again, for an idempotency key stands for one input.
 */
export function withReferences({
  input,
  secrets,
  placeholders = [],
}: Pick<AttemptSpec, 'input' | 'secrets' | 'placeholders'>): ReferencedInput {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const nameFor = (value: string, wish: string): string => {
    const known = names.get(value);
    if (known !== undefined) return known;
    const name = taken.has(wish) ? `${wish.slice(0, 80)}.${taken.size + 1}` : wish;
    names.set(value, name);
    taken.add(name);
    return name;
  };
  const replace = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const index = secrets.indexOf(value);
      if (index !== -1 && value !== '') return `secret://${nameFor(value, wishOf(placeholders[index], index))}`;
      const holdsOne = secrets.some((secret) => secret.length >= shortest && value.includes(secret));
      return holdsOne ? `secret://${nameFor(value, 'text')}` : value;
    }
    if (Array.isArray(value)) return value.map((item: unknown) => replace(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]: [string, unknown]) => [key, replace(item)]));
  };
  const replaced = replace(input);
  return { input: replaced, secrets: Object.fromEntries([...names].map(([value, name]) => [name, value])) };
}

function wishOf(placeholder: string | undefined, index: number): string {
  const name = placeholder?.startsWith(prefix) === true ? placeholder.slice(prefix.length).replaceAll(/[^\w.-]/g, '_') : '';
  return name === '' ? `secret-${index + 1}` : name.slice(0, 80);
}
