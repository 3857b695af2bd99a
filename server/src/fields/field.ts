import type { FieldPath, FieldSide } from '@hermes-runtime/contract/fields';
import type { Range } from 'vscode-languageserver/node';

/** A name that is one thing in several places: a field of an agent, a definition in one of its schemas, an anchor of its file, the agent itself. */
export type Field = {
  /** The agent's folder. */
  readonly agent: string;
  readonly side: FieldSide | 'input_schema' | 'output_schema' | 'anchor' | 'name';
  readonly path: FieldPath;
};

/** Where a field is named. */
export type Place = {
  readonly field: Field;
  /** Absolute. */
  readonly file: string;
  /** The name, without quotes. */
  readonly range: Range;
  readonly kind: 'declaration' | 'schema' | 'example' | 'code' | 'test' | 'caller';
  /** Whether it gets its value here. */
  readonly write: boolean;
  /** What stands here once the field is called otherwise; undefined where that cannot be written. */
  readonly renamed: (name: string) => NewText | undefined;
};

export type NewText = { readonly range: Range; readonly text: string };

/** Why it is not sure that every place is known where a field is named. */
export type Doubt = {
  /** The value that is out of sight, with all fields in it. */
  readonly field: Field;
  readonly message: string;
  /** Whether it matters for a field in it, by the first step from there on. Left out: for any. */
  readonly concerns?: (step: string | number, field: Field) => boolean;
};

export type Found = { readonly places: Place[]; readonly doubts: Doubt[] };

export function isSameField(one: Field, other: Field): boolean {
  return one.agent === other.agent && one.side === other.side && one.path.length === other.path.length && isInside(one, other);
}

/** Whether a field is another, or lies in it. */
export function isInside(field: Field, outer: Field): boolean {
  return field.agent === outer.agent && field.side === outer.side && outer.path.every((step, at) => field.path[at] === step);
}

export function isDoubtful(field: Field, doubt: Doubt): boolean {
  const step = field.path[doubt.field.path.length];
  return step !== undefined && isInside(field, doubt.field) && doubt.concerns?.(step, field) !== false;
}

export function inField({ agent, side, path }: Field, ...steps: readonly (string | number)[]): Field {
  return { agent, side, path: [...path, ...steps] };
}

/** The last name on the way to a field. */
export function nameOf({ path }: Field): string {
  return path.findLast((step) => typeof step === 'string') ?? '';
}
