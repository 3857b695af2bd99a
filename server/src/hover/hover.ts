import { configSchemaOf, parseYaml } from '@hermes-runtime/contract';
import type { Hover, Position, TextDocumentPositionParams } from 'vscode-languageserver/node';
import { portable } from '../index/paths.ts';
import type { Look, Opened } from '../service/feature.ts';
import type { Pause } from '../service/pause.ts';
import { aliasExplanation } from './alias-hover.ts';
import { hoverInCode } from './code-hover.ts';
import { hoverInDescriptor } from './descriptor-hover.ts';
import { type Explanation, toHover } from './explanation.ts';
import { itemOrKeyParagraphs } from './file-schema-text.ts';
import { agentOfStep, fieldElsewhere } from './other-agents.ts';

/** Says what is pointed at: in agent.yaml, in the configurations, and in the code of agents. */
export async function hover(look: Look, { textDocument, position }: TextDocumentPositionParams, pause: Pause): Promise<Hover | undefined> {
  const opened = look.opened(textDocument.uri);
  if (opened === undefined) return undefined;
  const explained = toHover(await explanationAt(look, opened, position, pause), look.client);
  if (explained !== undefined || !namesOthers(opened)) return explained;
  return toHover(await fieldElsewhere(look, textDocument.uri, position, pause), look.client);
}

/** Files that name fields, and not by a schema or code of their own. */
function namesOthers({ path, agent }: Opened): boolean {
  return path.endsWith('.case.json') || Array.isArray(agent?.descriptor?.value['steps']);
}

async function explanationAt(
  look: Look,
  { path, document, agent }: Opened,
  position: Position,
  pause: Pause,
): Promise<Explanation | undefined> {
  const { workspace, translate } = look;
  if (workspace.isConfig(path)) {
    const yaml = parseYaml(document.getText());
    const target = yaml.pathAt(position);
    return target === undefined
      ? aliasExplanation(yaml, position)
      : { range: target.range, paragraphs: itemOrKeyParagraphs(configSchemaOf(path), target.path, translate) };
  }
  if (agent?.descriptor === undefined) return undefined;
  const { descriptor, files } = agent;
  const file = portable(agent.folder, path);
  return file === descriptor.file
    ? ((await agentOfStep(look, descriptor, position, pause)) ?? hoverInDescriptor({ descriptor, files }, position, translate))
    : hoverInCode({ ...descriptor, ...files }, file, document.getText(), position);
}
