import * as l10n from '@vscode/l10n';
import type { ValuePath } from '../descriptor/yaml-source.ts';
import { nearMatch } from '../near-match.ts';
import type { Draft } from '../value-schema/schema-resources.ts';
import { dotted } from '../value.ts';
import { typeName, valueName } from './describe-error.ts';

export type SchemaMistake = {
  readonly path: ValuePath;
  readonly value: unknown;
  readonly message: string;
  readonly replacement?: string;
  /** The types that the value may have, where it has another. */
  readonly types?: readonly string[];
};

/** Where a walk through a schema is, and what it has found so far. */
export type SchemaWalk = { readonly draft: Draft; readonly path: (string | number)[]; readonly found: SchemaMistake[] };

export function wrongType(walk: SchemaWalk, value: unknown, ...types: readonly string[]): void {
  const message = l10n.t('{0} must be {1}, not {2}.', nameOf(walk), typeName(types), valueName(value));
  walk.found.push({ path: [...walk.path], value, message, types });
}

/** What stands where a type is to be named. Without quotes `null` is nothing to YAML. */
export function noTypeName(walk: SchemaWalk, value: unknown, ...types: readonly string[]): void {
  const message = l10n.t('{0} must be {1}, not {2}.', nameOf(walk), typeName(types), valueName(value));
  walk.found.push({ path: [...walk.path], value, message, ...(value === null ? { types, replacement: 'null' } : {}) });
}

export function notListed(walk: SchemaWalk, value: string, allowed: readonly string[]): void {
  const near = nearMatch(value, allowed);
  const message = l10n.t('{0} must be one of {1}.', nameOf(walk), allowed.join(', '));
  if (near === undefined) note(walk, value, message);
  else walk.found.push({ path: [...walk.path], value, message: `${message} ${l10n.t('Did you mean "{0}"?', near)}`, replacement: near });
}

export function empty(walk: SchemaWalk, value: unknown): void {
  note(walk, value, l10n.t('{0} must have at least {1} entries.', nameOf(walk), '1'));
}

export function twice(walk: SchemaWalk, value: unknown): void {
  note(walk, value, l10n.t('{0} names something twice.', nameOf(walk)));
}

export function belowZero(walk: SchemaWalk, value: unknown): void {
  note(walk, value, l10n.t('{0} must be at least {1}.', nameOf(walk), '0'));
}

export function notAboveZero(walk: SchemaWalk, value: unknown): void {
  note(walk, value, l10n.t('{0} must be more than {1}.', nameOf(walk), '0'));
}

export function notAllowed(walk: SchemaWalk, value: unknown): void {
  note(walk, value, l10n.t('{0} has a value that JSON Schema does not allow here.', nameOf(walk)));
}

/** `required: true` on a field, as draft-03 had it. */
export function requiredAsMark(walk: SchemaWalk, value: unknown): void {
  note(walk, value, l10n.t('required is a list of names beside properties, not a mark on a property.'));
}

/** `exclusiveMinimum: true` beside `minimum`, as draft-04 had it. */
export function boundAsMark(walk: SchemaWalk, value: unknown): void {
  const bound = walk.path.at(-1) === 'exclusiveMinimum' ? 'minimum' : 'maximum';
  note(walk, value, l10n.t('{0} is the bound itself; draft-04 had it as a mark beside {1}. Write the number here.', nameOf(walk), bound));
}

function note(walk: SchemaWalk, value: unknown, message: string): void {
  walk.found.push({ path: [...walk.path], value, message });
}

function nameOf({ path }: SchemaWalk): string {
  return dotted(path);
}
