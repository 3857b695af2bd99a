import { codeLanguageOf, normalEntrypoint, own, readCode } from '@hermes-runtime/contract';
import { join } from 'node:path';
import type { Location, Position } from 'vscode-languageserver/node';
import { portable } from '../index/paths.ts';
import type { Feature, Look } from '../service/feature.ts';
import { declarationsOf, fieldsAt } from './find-field.ts';

const atStart = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Where a field is declared, the file that `entrypoint` names, the agent that a step calls. */
export const definition: Feature = {
  capabilities: { definitionProvider: true },
  listen: (connection, look) => {
    connection.onDefinition(({ textDocument, position }): Location[] | null => {
      const now = look();
      if (now === undefined) return null;
      const named = entrypointAt(now, textDocument.uri, position);
      if (named.length > 0) return named;
      const fields = fieldsAt(now, textDocument.uri, position)?.fields ?? [];
      const places = fields.flatMap((field) => declarationsOf(now, field));
      return places.map(({ file, range }) => ({ uri: now.documents.uriOf(file), range }));
    });
  },
};

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
