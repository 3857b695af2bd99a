import { secretPlaceholder } from './placeholder.ts';

/** `secret://name` as a whole value: it is stored like that, and resolved when an attempt begins. */
const reference = /^secret:\/\/([A-Za-z0-9_.-]{1,100})$/;

export function referencedName(value: unknown): string | undefined {
  return typeof value === 'string' ? reference.exec(value)?.[1] : undefined;
}

export type Resolved = {
  readonly input: unknown;
  /** The values that were put in. */
  readonly values: readonly string[];
  /** Names that nothing gives a value for. */
  readonly missing: readonly string[];
};

/** Puts values in place of references, in a copy. */
export function resolveReferences(input: unknown, valueOf: (name: string) => string | undefined): Resolved {
  const values = new Set<string>();
  const missing = new Set<string>();
  const resolve = (value: unknown): unknown => {
    const name = referencedName(value);
    if (name !== undefined) {
      const secret = valueOf(name);
      (secret === undefined ? missing : values).add(secret ?? name);
      return secret ?? value;
    }
    if (Array.isArray(value)) return value.map((item: unknown) => resolve(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]: [string, unknown]) => [key, resolve(item)]));
  };
  return { input: resolve(input), values: [...values], missing: [...missing] };
}

/** JSON Pointers of all references in a value. */
export function referencePointers(value: unknown): string[] {
  return pointersTo(value, (item) => referencedName(item) !== undefined, '');
}

/** JSON Pointers of all places where a secret stood that is no longer known. */
export function placeholderPointers(value: unknown): string[] {
  return pointersTo(value, (item) => item === secretPlaceholder, '');
}

function pointersTo(value: unknown, test: (item: unknown) => boolean, at: string): string[] {
  if (test(value)) return [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
    pointersTo(item, test, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}
