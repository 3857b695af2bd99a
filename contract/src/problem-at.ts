import type { Problem, Range } from '@hermes-runtime/schemas';
import type { ValuePath, YamlSource } from './descriptor/yaml-source.ts';

/** The text of a problem, before its place is known. */
export type Finding = Pick<Problem, 'code' | 'severity' | 'message'> & Partial<Pick<Problem, 'related' | 'data'>>;

/** A YAML file and the path that its problems carry. */
export type CheckedFile = { readonly path: string; readonly yaml: YamlSource };

/** At a value; at the nearest parent that exists, when it does not. */
export function atValue({ path, yaml }: CheckedFile, at: ValuePath, finding: Finding): Problem {
  return place(path, nearest(at, yaml.valueRange), finding);
}

/** At a key; at the nearest parent that exists, when it does not. */
export function atKey({ path, yaml }: CheckedFile, at: ValuePath, finding: Finding): Problem {
  return place(path, nearest(at, yaml.keyRange), finding);
}

/** One spelling of each problem, its fields always in one order, so that programs that print them print the same bytes. */
function place(path: string, range: Range, { code, severity, message, related, data }: Finding): Problem {
  return { path, code, severity, message, range, ...(related === undefined ? {} : { related }), ...(data === undefined ? {} : { data }) };
}

function nearest(at: ValuePath, rangeOf: (path: ValuePath) => Range | undefined): Range {
  for (let length = at.length; length >= 0; length -= 1) {
    const range = rangeOf(at.slice(0, length));
    if (range !== undefined) return range;
  }
  return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
}
