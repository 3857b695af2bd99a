import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LspProcess } from './lsp-process.ts';

const root = join(import.meta.dirname, '..');
const schema = pathToFileURL(join(root, 'schemas/json/agent.schema.json')).href;

export type Server = { readonly name: string; readonly start: (folder: string) => Promise<LspProcess> };

export const peer: Server = {
  name: 'yaml-language-server 2.0.0',
  start: async (folder) => {
    const server = new LspProcess([process.execPath, join(root, 'node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio']);
    await server.initialize(pathToFileURL(folder).href);
    await server.configure({
      yaml: { validate: true, completion: true, schemas: { [schema]: '**/agent.yaml' }, schemaStore: { enable: false } },
    });
    return server;
  },
};

/** Looks at nothing: what is left is the protocol, the pipes and the machine. */
export const bare: Server = {
  name: 'bare server',
  start: async (folder) => {
    const server = new LspProcess([process.execPath, join(import.meta.dirname, 'bare-server.ts'), '--stdio']);
    await server.initialize(pathToFileURL(folder).href);
    return server;
  },
};

export const ours: Server = {
  name: 'hermes-language-server',
  start: async (folder) => {
    const server = new LspProcess([process.execPath, join(root, 'client/dist/server.mjs'), '--stdio']);
    await server.initialize(pathToFileURL(folder).href);
    return server;
  },
};

/** The floor first, as tables want it. */
export const both: readonly Server[] = [peer, ours];

/** A server that has a file open, and how long that took from nothing. */
export async function opened(server: Server, folder: string, text: string): Promise<{ process: LspProcess; uri: string; ms: number }> {
  const uri = pathToFileURL(join(folder, 'agent.yaml')).href;
  const began = performance.now();
  const process = await server.start(folder);
  await process.open(uri, text);
  return { process, uri, ms: performance.now() - began };
}

/** An agent of about so many lines, valid but for its version, whose last character, on line 1, is what is typed. */
export function agentOf(lines: number): string {
  const properties = Array.from(
    { length: Math.max(1, (lines - 12) / 3) },
    (_, i) => `    field_${i}:\n      type: string\n      description: Field ${i}`,
  );
  return `name: bench-agent
version: 1.0.x
description: An agent to type in
input_schema:
  type: object
  properties:
${properties.join('\n')}
output_schema:
  type: object
runtime:
  type: python
  entrypoint: main.py
`;
}
