import {
  type AgentDescriptor,
  type AgentFolder,
  type CodeFacts,
  codeLanguageOf,
  type CodeReader,
  type Definition,
  indexLines,
} from '@hermes-runtime/contract';
import { type FieldPath, readFields } from '@hermes-runtime/contract/fields';
import * as l10n from '@vscode/l10n';
import type { Position, Range } from 'vscode-languageserver/node';
import { contractParagraphs } from './contract-text.ts';
import { asCode, contains, type Explanation } from './explanation.ts';
import { type Field, fieldAt, fieldList, fieldParagraphs } from './field-text.ts';
import { hoverOfImport } from './import-hover.ts';

/** No name that a person reads is longer, in UTF-16 units. */
const maxName = 100;

type CodeLanguage = CodeFacts['language'];

/** A descriptor, and what reads the agent's code. */
type ReadAgent = Pick<AgentDescriptor, 'value' | 'yaml'> & Pick<AgentFolder, 'installed'> & { readonly readCode: CodeReader };

/** What code reads, gives back and is called for: fields, the input, `execute` itself. */
export function hoverInCode(agent: ReadAgent, file: string, text: string, position: Position): Explanation | undefined {
  const language = codeLanguageOf(file);
  if (language === undefined) return undefined;
  const { value, readCode, installed } = agent;
  const facts = readCode(text, language);
  for (const definition of facts.definitions) {
    const found = known(definition, value, position);
    if (found !== undefined) return found;
  }
  return (
    hoverOfImport(facts, value, installed === undefined ? {} : { installed }, position) ??
    named(text, language, agent, position) ??
    inputAt(facts.definitions, value, text, position)
  );
}

function known(definition: Definition, value: ReadAgent['value'], position: Position): Explanation | undefined {
  const { range, function: inside } = definition;
  if (contains(range, position)) return { range, paragraphs: contractParagraphs(value) };
  const read = inside?.reads.find((one) => contains(one.range, position));
  if (read !== undefined) return explained('input', value, [read.key], read.range);
  const keys = inside?.returns.flatMap((returned) => (returned.shape === 'object' ? returned.keys : []));
  const given = keys?.find((one) => contains(one.range, position));
  return given === undefined ? undefined : explained('output', value, [given.key], given.range);
}

function explained(side: Field['side'], value: ReadAgent['value'], path: FieldPath, range: Range): Explanation | undefined {
  const field = fieldAt(side, value, path);
  return field === undefined ? undefined : { range, paragraphs: fieldParagraphs(field) };
}

/** A field that is named where no rule judges it: inside of another, in a helper, after the input was changed. */
function named(text: string, language: CodeLanguage, { value, yaml }: ReadAgent, position: Position): Explanation | undefined {
  const word = wordAt(text, position).word;
  // To follow the whole code is worth it for a word that the schemas have.
  if (word === '' || !yaml.text.includes(word)) return undefined;
  for (const { side, path, range } of readFields(text, language).uses) {
    const found = contains(range, position) ? explained(side, value, path, range) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The parameter of `execute`, at its head. */
function inputAt(definitions: readonly Definition[], value: ReadAgent['value'], text: string, position: Position): Explanation | undefined {
  const name = definitions.find(({ function: inside }) => inside !== undefined && contains(inside.header, position))?.function?.inputName;
  const { word, range } = wordAt(text, position);
  if (name === undefined || word !== name) return undefined;
  return { range, paragraphs: [l10n.t('{0}: the input.', asCode(name)), fieldList('input', value) ?? ''] };
}

function wordAt(text: string, position: Position): { readonly word: string; readonly range: Range } {
  const lines = indexLines(text);
  const at = lines.offsetAt(position);
  const [before = ''] = /[\w$]*$/.exec(text.slice(Math.max(0, at - maxName), at)) ?? [];
  const [after = ''] = /^[\w$]*/.exec(text.slice(at, at + maxName)) ?? [];
  return { word: before + after, range: lines.rangeOf(at - before.length, at + after.length) };
}
