import { configSchemaOf, parseYaml } from '@hermes-runtime/contract';
import type { Hover, Position } from 'vscode-languageserver/node';
import { portable } from '../index/paths.ts';
import type { Feature, Look, Opened } from '../service/feature.ts';
import { aliasExplanation } from './alias-hover.ts';
import { hoverInCode } from './code-hover.ts';
import { hoverInDescriptor } from './descriptor-hover.ts';
import { type Explanation, toHover } from './explanation.ts';
import { itemOrKeyParagraphs } from './file-schema-text.ts';

/** Says what is pointed at: in agent.yaml, in the configurations, and in the code of agents. */
export const hover: Feature = {
  capabilities: { hoverProvider: true },
  listen: (connection, look) => {
    connection.onHover(({ textDocument, position }): Hover | undefined => {
      const now = look();
      const opened = now?.opened(textDocument.uri);
      const explanation = now === undefined || opened === undefined ? undefined : explanationAt(now, opened, position);
      return now === undefined || explanation === undefined ? undefined : toHover(explanation, now.client);
    });
  },
};

function explanationAt({ workspace, translate }: Look, { path, document, agent }: Opened, position: Position): Explanation | undefined {
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
    ? hoverInDescriptor({ descriptor, files }, position, translate)
    : hoverInCode({ ...descriptor, ...files }, file, document.getText(), position);
}
