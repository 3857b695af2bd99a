import { agentSchema, type AgentDescriptor, indexLines, valueAt, type YamlTarget } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import type { Position } from 'vscode-languageserver/node';
import type { IndexedAgent } from '../index/indexed-agent.ts';
import type { Translate } from '../service/feature.ts';
import { isBefore } from '../service/yaml-walk.ts';
import { aliasExplanation } from './alias-hover.ts';
import { celNameAt, celParagraphs } from './cel-hover.ts';
import { contractParagraphs } from './contract-text.ts';
import { dependencyParagraphs } from './dependency-hover.ts';
import { entrypointParagraphs } from './entrypoint-hover.ts';
import { asCode, type Explanation } from './explanation.ts';
import { fieldAt, fieldList, fieldParagraphs } from './field-text.ts';
import { itemOrKeyParagraphs } from './file-schema-text.ts';
import { permissionParagraphs } from './permission-hover.ts';
import { embeddedSchemaParagraphs } from './schema-hover.ts';

/** What is said about a place in agent.yaml: what we know of the agent there, before what its schema says. */
export function hoverInDescriptor(
  { descriptor, files }: { readonly descriptor: AgentDescriptor; readonly files: IndexedAgent['files'] },
  position: Position,
  translate: Translate,
): Explanation | undefined {
  const target = descriptor.yaml.pathAt(position) ?? repeatedKey(descriptor.yaml, position);
  if (target === undefined) return aliasExplanation(descriptor.yaml, position);
  if (target.path[0] === 'fail_when' && target.on === 'value') {
    const name = celAt(descriptor, target, position);
    if (name !== undefined) return name;
  }
  return { range: target.range, paragraphs: paragraphsAt(descriptor, files, target, translate) };
}

function paragraphsAt({ value }: AgentDescriptor, files: IndexedAgent['files'], { path, on }: YamlTarget, translate: Translate): string[] {
  const [first, second, third, ...rest] = path;
  if ((first === 'input_schema' || first === 'output_schema') && path.length > 1)
    return embeddedSchemaParagraphs(value, first, path.slice(1), on);
  if (
    (third === 'input' || (third === 'output' && first === 'examples')) &&
    (first === 'examples' || first === 'schedule') &&
    rest.length > 0
  ) {
    const field = fieldAt(third, value, fieldPath(rest));
    return field === undefined ? [] : fieldParagraphs(field);
  }
  const said = itemOrKeyParagraphs(agentSchema, path, translate);
  const here = valueAt(value, path);
  if (path.length === 1 && (first === 'input_schema' || first === 'output_schema'))
    return [...said, fieldList(first === 'input_schema' ? 'input' : 'output', value) ?? ''];
  if (path.length === 1 && first === 'name') return [...said, ...(on === 'value' ? contractParagraphs(value) : [])];
  if (first === 'runtime' && second === 'entrypoint') return [...said, ...entrypointParagraphs(here, files)];
  const ofItem = path.length === 3 ? itemParagraphs(path, value, files) : [];
  if (ofItem.length > 0) return ofItem;
  return said.length > 0 || typeof first !== 'string' || !first.startsWith('x-')
    ? said
    : [asCode(first), l10n.t('A key of your own: nothing here reads it.')];
}

/** The first of two equal keys is not in what was read; it means what the other means. */
function repeatedKey({ problems, pathAt }: AgentDescriptor['yaml'], position: Position): YamlTarget | undefined {
  for (const { code, range, related = [] } of problems) {
    if (code !== 'duplicate-key') continue;
    const first = related.find((one) => one.range.start.line === position.line && !isBefore(position, one.range.start))?.range;
    const target = first === undefined ? undefined : pathAt(range.start);
    if (first !== undefined && target !== undefined) return { ...target, range: first };
  }
  return undefined;
}

/** An entry of one of the lists that say what the agent needs, where we know more of it than what the list is for. */
function itemParagraphs(
  [first, second, third]: YamlTarget['path'],
  value: AgentDescriptor['value'],
  files: IndexedAgent['files'],
): string[] {
  const item = valueAt(value, [first ?? '', second ?? '', third ?? '']);
  if (first === 'permissions') return permissionParagraphs(second, item);
  return first === 'runtime' && second === 'dependencies' ? dependencyParagraphs(item, value['runtime'], files) : [];
}

/** An item of a list that an example has is explained by the list. */
function fieldPath(path: readonly (string | number)[]): readonly (string | number)[] {
  return typeof path.at(-1) === 'number' ? path.slice(0, path.findLastIndex((step) => typeof step === 'string') + 1) : path;
}

function celAt({ value, yaml }: AgentDescriptor, { range }: YamlTarget, { line, character }: Position): Explanation | undefined {
  const { start, end } = indexLines(yaml.text).lineAt(line);
  const from = line === range.start.line ? range.start.character : 0;
  // What YAML escapes in its own quotes is as long as what stands for it here.
  const text = yaml.text
    .slice(start, end)
    .replace(/^(\s*\S*\s*:\s+|\s*)["']/, '$1 ')
    .replaceAll(/\\"/g, ' "')
    .replaceAll("''", " '");
  const name = character < from ? undefined : celNameAt(' '.repeat(from) + text.slice(from), character);
  if (name === undefined) return undefined;
  const paragraphs = celParagraphs(name, value);
  const at = { start: { line, character: name.start }, end: { line, character: name.end } };
  return paragraphs.length === 0 ? undefined : { range: at, paragraphs };
}
