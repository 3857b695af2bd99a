import { indexLines, secretFieldsOf } from '@hermes-runtime/contract';
import type { Range } from '@hermes-runtime/schemas';
import { literalType } from './literal-type.ts';
import type { RefactoringSubject } from './subject.ts';

/** A field that the code proves: its name, what is known of its value, and whether it must be there. */
export type ProvenField = { readonly name: string; readonly schema: Readonly<Record<string, unknown>>; readonly required: boolean };

/** More are not taken into a descriptor by one keystroke. */
const maxFields = 200;

/** The keys that `execute` reads. What their values are, a read does not say. */
export function inputFields({ execute, text, language }: RefactoringSubject): readonly ProvenField[] {
  const fields = new Map<string, ProvenField>();
  for (const { key, range, optional } of execute.reads) {
    const required = !optional && language === 'python' && isAlwaysRead(text, execute.header, range);
    const schema = secretFieldsOf({ properties: { [key]: {} } }).length > 0 ? { writeOnly: true } : {};
    fields.set(key, { name: key, schema, required: required || fields.get(key)?.required === true });
  }
  // A key that may be absent somewhere may be absent.
  const allowedFor = new Set(execute.reads.filter(({ optional }) => optional).map(({ key }) => key));
  return [...fields.values()].map((field) => ({ ...field, required: field.required && !allowedFor.has(field.name) })).slice(0, maxFields);
}

/** The keys of all that `execute` returns; none as soon as one return cannot be read. */
export function outputFields({ execute, text, language }: RefactoringSubject): readonly ProvenField[] {
  const { returns } = execute;
  if (returns.length === 0 || returns.some(({ shape }) => shape !== 'object')) return [];
  const fields = new Map<string, { type: string | undefined; count: number }>();
  for (const one of returns) {
    if (one.shape !== 'object') continue;
    const seen = new Set<string>();
    for (const { key, range, certain } of one.keys) {
      const type = literalType(text, range, language);
      const known = fields.get(key);
      const same = known === undefined ? type : known.type === type ? type : undefined;
      fields.set(key, { type: same, count: (known?.count ?? 0) + (certain && !seen.has(key) ? 1 : 0) });
      seen.add(key);
    }
  }
  return [...fields]
    .map(([name, { type, count }]) => ({ name, schema: type === undefined ? {} : { type }, required: count === returns.length }))
    .slice(0, maxFields);
}

/** What makes a line, or the lines after it, run only sometimes. */
const branches = /\b(?:if|else|elif|and|or|for|while|try|except|with|match|case|lambda|return|raise|yield|def|class)\b/;

/** Whether a read in Python is reached by every call: a plain statement of the body, before anything may leave it. */
function isAlwaysRead(text: string, header: Range, read: Range): boolean {
  const lines = text.split(/\r\n|\r|\n/);
  const body = lines.slice(header.end.line + 1, read.start.line + 1);
  const first = body.find((line) => line.trim() !== '');
  const last = body.at(-1);
  if (first === undefined || last === undefined || indentOf(first) !== indentOf(last)) return false;
  const before = body.slice(0, -1).some((line) => branches.test(line));
  const { start, end } = indexLines(text).lineAt(read.start.line);
  const own = text.slice(start, end).trim();
  return !before && !branches.test(own.replace(/^return\b/, '')) && !/^[)\]}]/.test(own);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
