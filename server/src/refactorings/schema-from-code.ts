import { indexLines, isMap, own, type YamlSource } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import type { TextEdit } from 'vscode-languageserver/node';
import { isProven } from '../fixes/proof.ts';
import type { FixContext } from '../fixes/quick-fix.ts';
import { addEntry, keysOf, lineEndOf, yamlScalar } from '../service/yaml-edits.ts';
import { inputFields, outputFields, type ProvenField } from './fields-in-code.ts';
import type { Refactoring, RefactoringSubject } from './subject.ts';

type SchemaKey = 'input_schema' | 'output_schema';

/** Writes into the two schemas what the code proves and they do not say. */
export function schemasFromCode(subject: RefactoringSubject, context: FixContext): Refactoring[] {
  const { descriptor, yamlPath } = subject;
  const titles = { input_schema: l10n.t('Take input_schema from the code'), output_schema: l10n.t('Take output_schema from the code') };
  const found = { input_schema: inputFields(subject), output_schema: outputFields(subject) };
  return (['input_schema', 'output_schema'] as const).flatMap((key) => {
    // An example may show that what the code needs, or gives, is not always there.
    const optional = found[key].map((field) => ({ ...field, required: false }));
    const edits = [found[key], optional].flatMap((fields) => schemaEdit(descriptor.yaml, key, fields) ?? []);
    const offers = edits.map((edit) => ({ title: titles[key], edits: [{ path: yamlPath, edits: [edit] }] }));
    return offers.find((offer) => isProven(offer, context)) ?? [];
  });
}

function schemaEdit(yaml: YamlSource, key: SchemaKey, fields: readonly ProvenField[]): TextEdit | undefined {
  const schema = own(yaml.value, key);
  const properties = own(schema, 'properties');
  const missing = fields.filter(({ name }) => !keysOf(properties).includes(name));
  if (missing.length === 0) return undefined;
  if (schema === undefined) return wholeSchema(yaml, key, missing);
  // A schema that is put together elsewhere, or rules other fields out, is its author's.
  const words = ['$ref', 'allOf', 'anyOf', 'oneOf', 'if', 'patternProperties'];
  if (!isMap(schema) || words.some((word) => Object.hasOwn(schema, word))) return undefined;
  if (isMap(properties)) return addFields(yaml, [key, 'properties'], missing);
  return properties === undefined ? addEntry(yaml, [key], 'properties', inFlow(missing)) : undefined;
}

/** In block style, above `runtime`, as people write it. */
function wholeSchema(yaml: YamlSource, key: SchemaKey, fields: readonly ProvenField[]): TextEdit | undefined {
  const next = ['output_schema', 'runtime'].find((one) => one !== key && yaml.keyRange([one])?.start.character === 0);
  const required = fields.filter((field) => field.required).map(({ name }) => inBrackets(name));
  if (next === undefined) {
    const list = required.length === 0 ? '' : `, required: [${required.join(', ')}]`;
    return addEntry(yaml, [], key, `{ type: object${list}, properties: ${inFlow(fields)} }`);
  }
  const lines = [
    `${key}:`,
    '  type: object',
    ...(required.length === 0 ? [] : [`  required: [${required.join(', ')}]`]),
    '  properties:',
    ...fields.map((field) => `    ${entryOf(field)}`),
    '',
  ];
  const start = { line: yaml.keyRange([next])?.start.line ?? 0, character: 0 };
  return { range: { start, end: start }, newText: lines.join(lineEndOf(yaml.text)) };
}

/** Several entries at once, in the style of the map. */
function addFields(yaml: YamlSource, map: readonly string[], [first, ...rest]: readonly ProvenField[]): TextEdit | undefined {
  const range = yaml.valueRange(map);
  if (first === undefined || range === undefined) return undefined;
  const isFlow = yaml.text.charAt(indexLines(yaml.text).offsetAt(range.start)) === '{';
  const column = yaml.keyRange([...map, keysOf(own(own(yaml.value, map[0] ?? ''), 'properties'))[0] ?? ''])?.start.character ?? 0;
  const between = isFlow ? ', ' : `${lineEndOf(yaml.text)}${' '.repeat(column)}`;
  const [, ...words] = entryOf(first).split(': ');
  return addEntry(yaml, map, inBrackets(first.name), [words.join(': '), ...rest.map((field) => entryOf(field))].join(between));
}

function inFlow(fields: readonly ProvenField[]): string {
  return `{ ${fields.map((field) => entryOf(field)).join(', ')} }`;
}

function entryOf({ name, schema }: ProvenField): string {
  const words = Object.entries(schema).map(([word, value]) => `${word}: ${String(value)}`);
  return `${inBrackets(name)}: ${words.length === 0 ? '{}' : `{ ${words.join(', ')} }`}`;
}

/** A word that may stand in brackets, and before a colon. */
function inBrackets(name: string): string {
  return /^[\w-]+$/.test(name) ? yamlScalar(name) : JSON.stringify(name);
}
