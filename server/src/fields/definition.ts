import { codeLanguageOf, normalEntrypoint, own, readCode } from '@hermes-runtime/contract';
import { join } from 'node:path';
import type { Location, Position, TextDocumentPositionParams } from 'vscode-languageserver/node';
import { portable } from '../index/paths.ts';
import type { Look } from '../service/feature.ts';
import type { Pause } from '../service/pause.ts';
import { declarationsOf, fieldsAt } from './find-field.ts';

const atStart = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Where a field is declared, the file that `entrypoint` names, the agent that a step calls. */
export async function definition(look: Look, { textDocument, position }: TextDocumentPositionParams, pause: Pause): Promise<Location[]> {
  const named = entrypointAt(look, textDocument.uri, position);
  if (named.length > 0) return named;
  const pointed = await fieldsAt(look, textDocument.uri, position, pause);
  const places = await Promise.all((pointed?.fields ?? []).map((field) => declarationsOf(look, field, pause)));
  return places.flat().map(({ file, range }) => ({ uri: look.documents.uriOf(file), range }));
}

/** On the entrypoint: its file, at `execute`. */
function entrypointAt(look: Look, uri: string, position: Position): Location[] {
  const { path, agent } = look.opened(uri) ?? {};
  if (path === undefined || agent?.descriptor === undefined) return [];
  const { file, yaml, value } = agent.descriptor;
  if (portable(agent.folder, path) !== file) return [];
  const target = yaml.pathAt(position);
  if (target?.on !== 'value' || target.path.join('.') !== 'runtime.entrypoint') return [];
  const entrypoint = own(own(value, 'runtime'), 'entrypoint');
  const name = typeof entrypoint === 'string' ? normalEntrypoint(entrypoint) : '';
  const text = agent.files.stat(name)?.inside === true ? agent.files.readText(name) : undefined;
  if (text === undefined) return [];
  const language = codeLanguageOf(name);
  const range = language === undefined ? undefined : readCode(text, language).definitions.at(-1)?.range;
  return [{ uri: look.documents.uriOf(join(agent.folder, name)), range: range ?? atStart }];
}
