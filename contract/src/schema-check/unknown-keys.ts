import * as l10n from '@vscode/l10n';
import type { Problem } from '@hermes-runtime/schemas';
import type { ValuePath } from '../descriptor/yaml-source.ts';
import { nearMatch } from '../near-match.ts';
import { atKey, type CheckedFile } from '../problem-at.ts';
import { dotted, isMap, valueAt } from '../value.ts';
import { resolveSchema, type FileSchema } from './file-schema.ts';

/** A key that the schema of a file does not know, and the one that was likely meant. */
export type UnknownKey = {
  readonly path: ValuePath;
  /** The path of the key that was meant; it may be in another block. */
  readonly meant?: ValuePath;
};

/** Every unknown key, in the order of the file. Keys that begin with `x-` belong to the author. */
export function unknownKeys(root: FileSchema, value: unknown): UnknownKey[] {
  const found: UnknownKey[] = [];
  const walk = (part: unknown, schema: FileSchema, path: ValuePath): void => {
    const resolved = resolveSchema(root, schema);
    if (Array.isArray(part)) {
      const { items } = resolved;
      if (items !== undefined) part.forEach((item, index) => walk(item, items, [...path, index]));
      return;
    }
    const { properties } = resolved;
    if (!isMap(part) || properties === undefined) return;
    for (const key of Object.keys(part)) {
      const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
      if (property !== undefined) walk(part[key], property, [...path, key]);
      else if (!key.startsWith('x-')) {
        const free = Object.keys(properties).filter((name) => !Object.hasOwn(part, name));
        const near = nearMatch(key, free);
        const meant = near === undefined ? elsewhere(root, value, key) : [...path, near];
        found.push({ path: [...path, key], ...(meant === undefined ? {} : { meant }) });
      }
    }
  };
  walk(value, root, []);
  return found;
}

/** Says what is wrong with an unknown key: an error when the file lacks the key that was meant, else a warning. */
export function unknownKeyProblem(file: CheckedFile, { path, meant }: UnknownKey, missing: readonly ValuePath[]): Problem {
  const key = String(path.at(-1));
  const needed = meant !== undefined && missing.some((other) => dotted(other) === dotted(meant));
  const sameBlock = meant !== undefined && dotted(meant.slice(0, -1)) === dotted(path.slice(0, -1));
  const meantName = meant === undefined ? '' : sameBlock ? String(meant.at(-1)) : dotted(meant);
  return atKey(file, path, {
    code: 'unknown-key',
    severity: needed ? 'error' : 'warning',
    message:
      meant === undefined
        ? l10n.t('"{0}" is not a key here; it has no effect. Remove it, or begin it with x- if it is yours.', key)
        : l10n.t('"{0}" is not a key here. Did you mean "{1}"?', key, meantName),
    ...(sameBlock ? { data: { replacement: meantName } } : {}),
  });
}

/** The same key in a block of the file where it belongs and is not yet. */
function elsewhere(root: FileSchema, value: unknown, key: string): ValuePath | undefined {
  for (const [block, schema] of Object.entries(root.properties ?? {})) {
    const { properties } = resolveSchema(root, schema);
    if (properties !== undefined && Object.hasOwn(properties, key) && valueAt(value, [block, key]) === undefined) return [block, key];
  }
  return undefined;
}
