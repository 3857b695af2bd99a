import { codeLanguageOf, normalEntrypoint, own, readCode } from '@hermes-runtime/contract';
import { join } from 'node:path';
import type { Location, Position } from 'vscode-languageserver/node';
import { portable } from '../index/paths.ts';
import type { Feature, Look } from '../service/feature.ts';
import { descriptorFile, foldersNamed } from './agent-places.ts';
import { fieldsAt, placesOf } from './find-field.ts';
import { agentNamePlaces } from './step-places.ts';

const atStart = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Where a field is declared, the file that `entrypoint` names, the agent that a step names. */
export const definition: Feature = {
  capabilities: { definitionProvider: true },
  listen: (connection, look) => {
    connection.onDefinition(({ textDocument, position }): Location[] | null => {
      const now = look();
      if (now === undefined) return null;
      const named = filesNamed(now, textDocument.uri, position);
      if (named.length > 0) return named;
      const fields = fieldsAt(now, textDocument.uri, position)?.fields ?? [];
      const places = fields.flatMap((field) => placesOf(now, field).places.filter(({ kind }) => kind === 'declaration'));
      return places.map(({ file, range }) => ({ uri: now.documents.uriOf(file), range }));
    });
  },
};

function filesNamed(look: Look, uri: string, position: Position): Location[] {
  const { path, agent } = look.opened(uri) ?? {};
  const file = agent === undefined ? undefined : descriptorFile(agent);
  if (path === undefined || agent?.descriptor === undefined || file === undefined) return [];
  if (portable(agent.folder, path) !== agent.descriptor.file) return [];
  const target = agent.descriptor.yaml.pathAt(position);
  if (target?.on !== 'value') return [];
  const at = target.path.join('.');
  if (at === 'runtime.entrypoint') {
    const entrypoint = own(own(agent.descriptor.value, 'runtime'), 'entrypoint');
    const name = typeof entrypoint === 'string' ? normalEntrypoint(entrypoint) : '';
    const text = agent.files.stat(name)?.inside === true ? agent.files.readText(name) : undefined;
    const language = codeLanguageOf(name);
    if (text === undefined) return [];
    const range = language === undefined ? undefined : readCode(text, language).definitions.at(-1)?.range;
    return [{ uri: look.documents.uriOf(join(agent.folder, name)), range: range ?? atStart }];
  }
  const step = agentNamePlaces(file).find((place) => place.at.join('.') === at);
  if (step === undefined) return [];
  look.settle();
  return foldersNamed(look.workspace, step.name).flatMap((folder) => {
    const called = look.workspace.agents.find((one) => one.folder === folder)?.descriptor;
    if (called === undefined) return [];
    return [{ uri: look.documents.uriOf(join(folder, called.file)), range: called.yaml.valueRange(['name']) ?? atStart }];
  });
}
