import type { ValueProblem } from '@hermes-runtime/schemas';
import type { Json } from '../value.ts';
import type { Budget } from './pattern.ts';
import type { SchemaIndex } from './schema-index.ts';

/** Schemas that lead deeper than this, references followed, are given up. */
export const maxDepth = 200;

/** No more are collected, or a long list of wrong items would fill the memory. */
export const maxProblems = 100;

/** One validation: what it may still do, and why it gave up if it did. */
export type CheckRun = {
  readonly index: SchemaIndex;
  readonly budget: Budget;
  /** The resources that led here, by their addresses; for the references that ask who came by. */
  readonly entered: string[];
  gaveUp?: 'too deep' | 'too much';
};

/** A part of a value: its place as a JSON Pointer, and how many schemas lead to it. */
export type Part<Value = unknown> = { readonly value: Value; readonly pointer: string; readonly depth: number };

/** Where problems go; undefined when only the answer counts. */
export type Sink = ValueProblem[] | undefined;

/** The answer for one part, and which of its properties and items a schema has looked at, for `unevaluatedProperties` and `unevaluatedItems`. */
export type Checked = { valid: boolean; readonly keys: Set<string>; readonly items: Set<number> };

/** Checks a part; given to the keywords that have subschemas. */
export type CheckPart = (run: CheckRun, schema: unknown, part: Part, sink: Sink) => Checked;

/** A schema and the part of a value that it is applied to, for the keywords of one kind. */
export type Applied<Value> = {
  readonly run: CheckRun;
  readonly schema: Json;
  readonly part: Part<Value>;
  readonly sink: Sink;
  readonly checked: Checked;
  readonly check: CheckPart;
};

/** Takes over what a subschema at the same place found. */
export function merge(into: Checked, from: Checked): void {
  if (!from.valid) into.valid = false;
  for (const key of from.keys) into.keys.add(key);
  for (const item of from.items) into.items.add(item);
}

/** Notes a problem at the part, or at one of its properties. */
export function fail<Value>({ part, sink, checked }: Applied<Value>, keyword: string, message: string, property?: string): void {
  checked.valid = false;
  if (sink !== undefined && sink.length < maxProblems)
    sink.push({ path: property === undefined ? part.pointer : below(part.pointer, property), keyword, message });
}

export function below(pointer: string, step: string | number): string {
  return `${pointer}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The part at a property or an item. */
export function child<Value>(part: Part, step: string | number, value: Value): Part<Value> {
  return { value, pointer: below(part.pointer, step), depth: part.depth + 1 };
}
