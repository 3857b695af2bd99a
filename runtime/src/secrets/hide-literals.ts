import { secretPlaceholder } from './placeholder.ts';
import { redactorFor } from './redact.ts';
import { referencedName } from './references.ts';

export type Hidden = {
  /** What is stored and shown. */
  readonly recorded: unknown;
  /** Texts that must not be seen anywhere; empty where the input has no secret. */
  readonly values: readonly string[];
  /** Whether `recorded` differs, so that the true input must be sealed. */
  readonly hasLiterals: boolean;
};

/**
 * Replaces what stands in secret fields by the placeholder, and then the same texts wherever else they occur in the input.
 * References stay: they are no secret.
 * Fields are keys from the input's root; an item of a list counts as the list.
 */
export function hideLiterals(input: unknown, secretFields: readonly (readonly string[])[]): Hidden {
  const values: string[] = [];
  const hide = (value: unknown, path: readonly string[]): unknown => {
    if (secretFields.some((field) => isSame(field, path)) && isLiteral(value)) {
      values.push(...textsIn(value));
      return secretPlaceholder;
    }
    if (Array.isArray(value)) return value.map((item: unknown) => hide(item, path));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]: [string, unknown]) => [key, hide(item, [...path, key])]));
  };
  if (secretFields.length === 0) return { recorded: input, values: [], hasLiterals: false };
  let count = 0;
  const isLiteral = (value: unknown): boolean => {
    const literal = value !== null && value !== undefined && value !== '' && referencedName(value) === undefined;
    if (literal) count += 1;
    return literal;
  };
  const hidden = hide(input, []);
  return count === 0
    ? { recorded: input, values: [], hasLiterals: false }
    : { recorded: redactorFor(values)(hidden), values, hasLiterals: true };
}

function isSame(field: readonly string[], path: readonly string[]): boolean {
  return field.length > 0 && field.length === path.length && field.every((key, index) => key === path[index]);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap((item: unknown) => textsIn(item)) : [];
}
