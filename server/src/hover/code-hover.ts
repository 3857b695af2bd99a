import { type AgentDescriptor, type AgentFolder, codeLanguageOf, type CodeReader, type Definition } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import type { Position, Range } from 'vscode-languageserver/node';
import { contractParagraphs } from './contract-text.ts';
import { asCode, contains, type Explanation } from './explanation.ts';
import { type Field, fieldAt, fieldList, fieldParagraphs } from './field-text.ts';
import { hoverOfImport } from './import-hover.ts';

/** No line that a person reads is longer, in UTF-16 units. */
const maxLine = 1000;

/** A descriptor, and what reads the agent's code. */
type ReadAgent = Pick<AgentDescriptor, 'value'> & Pick<AgentFolder, 'installed'> & { readonly readCode: CodeReader };

/** What code reads, gives back and is called for: fields, the input, `execute` itself. */
export function hoverInCode(
  { value, readCode, installed }: ReadAgent,
  file: string,
  text: string,
  position: Position,
): Explanation | undefined {
  const language = codeLanguageOf(file);
  if (language === undefined) return undefined;
  const facts = readCode(text, language);
  const { definitions } = facts;
  for (const definition of definitions) {
    const found = known(definition, value, position);
    if (found !== undefined) return found;
  }
  return (
    hoverOfImport(facts, value, installed === undefined ? {} : { installed }, position) ?? unproven(definitions, value, text, position)
  );
}

function known(definition: Definition, value: ReadAgent['value'], position: Position): Explanation | undefined {
  const { range, function: inside } = definition;
  if (contains(range, position)) return { range, paragraphs: contractParagraphs(value) };
  const read = inside?.reads.find((one) => contains(one.range, position));
  if (read !== undefined) return explained('input', value, read.key, read.range);
  const keys = inside?.returns.flatMap((returned) => (returned.shape === 'object' ? returned.keys : []));
  const given = keys?.find((one) => contains(one.range, position));
  return given === undefined ? undefined : explained('output', value, given.key, given.range);
}

function explained(side: Field['side'], value: ReadAgent['value'], key: string, range: Range): Explanation | undefined {
  const field = fieldAt(side, value, [key]);
  return field === undefined ? undefined : { range, paragraphs: fieldParagraphs(field) };
}

/** Places of which no rule is certain, such as a key after the input was changed: the words on the line say enough to explain them. */
function unproven(
  definitions: readonly Definition[],
  value: ReadAgent['value'],
  text: string,
  { line, character }: Position,
): Explanation | undefined {
  const inside = definitions.findLast(({ function: one }) => one !== undefined && one.header.start.line <= line)?.function;
  const name = inside?.inputName;
  if (inside === undefined || name === undefined) return undefined;
  const written = (text.split(/\r\n|\r|\n/, line + 1)[line] ?? '').slice(0, maxLine);
  const at = (start: number, length: number): Range => ({ start: { line, character: start }, end: { line, character: start + length } });
  for (const match of written.matchAll(/([\w$]+)(?:\?\.)?(?:\[|\.(?:get|pop|setdefault)\()\s*(["'])([^"'\\]+)\2|([\w$]+)\??\.([\w$]+)/g)) {
    const key = match[3] ?? match[5] ?? '';
    const start = match.index + match[0].length - key.length - (match[3] === undefined ? 0 : 1);
    if (character < start || character > start + key.length || (match[1] ?? match[4]) !== name) continue;
    const field = explained('input', value, key, at(start, key.length));
    if (field !== undefined) return field;
  }
  const word = [...written.matchAll(/[\w$]+/g)].find(({ index, 0: one }) => index <= character && character <= index + one.length);
  if (word?.[0] !== name || line > inside.header.end.line) return undefined;
  const fields = fieldList('input', value);
  return { range: at(word.index, name.length), paragraphs: fields === undefined ? [] : [l10n.t('{0}: the input.', asCode(name)), fields] };
}
