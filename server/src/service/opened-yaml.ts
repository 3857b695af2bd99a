import { parseYaml, type YamlSource } from '@hermes-runtime/contract';
import type { TextDocumentFilter } from 'vscode-languageserver/node';
import { portable } from '../index/paths.ts';
import type { Look, Opened } from './feature.ts';

/** An open file of ours that is YAML: an agent's descriptor, or a configuration. */
export type OpenedYaml = Opened & { readonly yaml: YamlSource };

/** Undefined for code, and for YAML that is not ours: nobody asked us about that. */
export function openedYaml(look: Look | undefined, uri: string): OpenedYaml | undefined {
  const opened = look?.opened(uri);
  if (look === undefined || opened === undefined) return undefined;
  const { path, document, agent } = opened;
  if (look.workspace.isConfig(path)) return { ...opened, agent: undefined, yaml: parseYaml(document.getText()) };
  if (agent?.descriptor === undefined || portable(agent.folder, path) !== agent.descriptor.file) return undefined;
  return { ...opened, yaml: agent.descriptor.yaml };
}

/** Such files by their names, in every file system: for what an editor would otherwise ask, or offer, in every file of a language that the server knows. */
export const ourYaml: TextDocumentFilter[] = [
  { pattern: '**/agent.{yaml,yml}' },
  { pattern: '**/{runtime-config,orchestrator-config}.{yaml,yml}' },
];
