import { codeLanguageOf, configSchemaOf } from '@hermes-runtime/contract';
import type { CompletionItem, Position, TextDocumentPositionParams } from 'vscode-languageserver/node';
import { portable } from '../index/paths.ts';
import type { Look, Opened } from '../service/feature.ts';
import { aliasSuggestions } from './alias-items.ts';
import { celPlaceAt, celSuggestions } from './cel-names.ts';
import { codePlaceAt } from './code-place.ts';
import { descriptorSuggestions, schemaOf } from './descriptor-items.ts';
import { fieldSuggestions, fileSuggestions } from './file-items.ts';
import { ignoredWordAt, ignoreSuggestions } from './ignore-items.ts';
import { isDescriptorName, newAgentSuggestions } from './new-agent.ts';
import { type Fit, type Suggestion, toItem } from './suggestion.ts';
import { type YamlPlace, yamlPlacesAt } from './yaml-place.ts';

/** Everywhere a person would press the key: agent.yaml, configurations, and the fields in code. */
export function complete(look: Look, { textDocument, position }: TextDocumentPositionParams): CompletionItem[] {
  const opened = look.opened(textDocument.uri);
  return opened === undefined ? [] : itemsAt(look, opened, position);
}

function itemsAt(look: Look, opened: Opened, position: Position): CompletionItem[] {
  const { path, agent } = opened;
  const { translate } = look;
  const isConfig = look.workspace.isConfig(path);
  const isOurs = agent?.descriptor !== undefined && portable(agent.folder, path) === agent.descriptor.file;
  if (!isConfig && !isOurs && isDescriptorName(path))
    return yamlItems(look, opened, position, (place) => newAgentSuggestions(path, place, translate));
  const ignored = isConfig || agent?.descriptor !== undefined ? ignoreItems(look, opened, position) : undefined;
  if (ignored !== undefined) return ignored;
  if (isConfig) return yamlItems(look, opened, position, (place) => fileSuggestions(configSchemaOf(path), place, translate));
  if (!isOurs) return codeItems(look, opened, position);
  return celItems(look, opened, position) ?? yamlItems(look, opened, position, (place) => descriptorSuggestions(agent, place, translate));
}

function ignoreItems({ client, problemsAt }: Look, { path, document }: Opened, position: Position): CompletionItem[] | undefined {
  const word = ignoredWordAt(document.getText({ start: { line: position.line, character: 0 }, end: position }));
  if (word === undefined) return undefined;
  const fit = nameFit(position, word, client);
  return ignoreSuggestions(position.line, problemsAt(path)).map((suggestion, index) => toItem(suggestion, fit, index));
}

function celItems({ client }: Look, { document, agent }: Opened, position: Position): CompletionItem[] | undefined {
  const place = celPlaceAt(document.getText({ start: { line: position.line, character: 0 }, end: position }));
  if (place === undefined || agent?.descriptor === undefined) return undefined;
  const fit = nameFit(position, place.word, client);
  return celSuggestions(place, agent.descriptor.value).map((suggestion, index) => toItem(suggestion, fit, index));
}

/** A name that stands as it is, in the place of what is there of it. */
function nameFit(position: Position, word: string, client: Look['client']): Fit {
  const range = { start: { line: position.line, character: position.character - word.length }, end: position };
  return { range, colon: false, block: false, quoted: true, client };
}

type Suggest = (place: YamlPlace) => readonly Suggestion[];

/** The names of anchors; a file is asked about them before its schema is. */
function aliasItems({ client }: Look, { document }: Opened, position: Position): CompletionItem[] | undefined {
  const found = aliasSuggestions(document.getText({ start: { line: 0, character: 0 }, end: position }));
  const fit = nameFit(position, found?.word ?? '', client);
  return found?.suggestions.map((suggestion, index) => toItem(suggestion, fit, index));
}

function yamlItems(look: Look, opened: Opened, position: Position, suggest: Suggest): CompletionItem[] {
  const aliases = aliasItems(look, opened, position);
  if (aliases !== undefined) return aliases;
  const { client } = look;
  const { document } = opened;
  const items = yamlPlacesAt(document.getText(), position).flatMap((place) => {
    const fit = { range: place.range, colon: place.on === 'key' && !place.hasColon, block: !place.flow, quoted: place.quoted, client };
    return suggest(place).map((suggestion, index) => toItem(suggestion, fit, index));
  });
  // A list's item may be a key or a value: what is both is said once.
  return [...new Map(items.map((item) => [`${item.label} ${String(item.kind)}`, item])).values()];
}

function codeItems({ client }: Look, { path, document, agent }: Opened, position: Position): CompletionItem[] {
  const language = codeLanguageOf(path);
  if (language === undefined || agent?.descriptor === undefined) return [];
  const text = document.getText();
  const place = codePlaceAt(agent.files.readCode(text, language), text, document.offsetAt(position), position);
  if (place === undefined) return [];
  const { properties, required } = schemaOf(agent.descriptor.value, place.side);
  const fit = nameFit(position, place.word, client);
  return fieldSuggestions(properties, required)
    .filter(({ label }) => place.quoted || /^[A-Za-z_$][\w$]*$/.test(label))
    .map((suggestion, index) => toItem(suggestion, fit, index));
}
