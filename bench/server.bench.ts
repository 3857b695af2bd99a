import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { interleaved, printTable } from './figures.ts';
import { LspProcess } from './lsp-process.ts';
import { benchAliases, benchCode, benchCompletion, benchWorkspace, printSizes } from './server-goals.ts';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { n: { type: 'string', default: '40' } } });
const servers: Readonly<Record<string, readonly string[]>> = {
  'yaml-language-server 2.0.0': [process.execPath, join(root, 'node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'],
  'hermes-language-server': [process.execPath, join(root, 'client/dist/server.mjs'), '--stdio'],
};
const schema = pathToFileURL(join(root, 'schemas/json/agent.schema.json')).href;

/** An agent of about so many lines, valid but for its version, whose last character, on line 1, is what is typed. */
function agentOf(lines: number): string {
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

async function startServer(command: readonly string[], folder: string): Promise<LspProcess> {
  const server = new LspProcess(command);
  await server.initialize(pathToFileURL(folder).href);
  if (command.some((part) => part.includes('yaml-language-server')))
    await server.configure({ yaml: { validate: true, schemas: { [schema]: '**/agent.yaml' }, schemaStore: { enable: false } } });
  return server;
}

async function start(
  command: readonly string[],
  folder: string,
  text: string,
): Promise<{ server: LspProcess; uri: string; firstMs: number }> {
  const uri = pathToFileURL(join(folder, 'agent.yaml')).href;
  const began = performance.now();
  const server = await startServer(command, folder);
  await server.open(uri, text);
  return { server, uri, firstMs: performance.now() - began };
}

/** From nothing to the lens over an agent, in a workspace with the agents of the samples. */
async function firstLens(): Promise<number> {
  const samples = join(root, 'agents-sample');
  const file = join(samples, 'weather-checker/agent.yaml');
  const text = readFileSync(file, 'utf8');
  const began = performance.now();
  const server = new LspProcess(servers['hermes-language-server'] ?? []);
  await server.initialize(pathToFileURL(samples).href);
  const lenses = await server.openForLenses(pathToFileURL(file).href, text);
  const ms = performance.now() - began;
  server.close();
  if (lenses.length === 0) throw new Error('no lens');
  return ms;
}

function bareNode(): Promise<number> {
  const began = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return Promise.resolve(performance.now() - began);
}

console.log('start → first lens, with agents-sample as the workspace');
printTable(await interleaved(10, { 'bare node -e 0': bareNode, 'hermes-language-server': firstLens }));
console.log('');

const folder = mkdtempSync(join(tmpdir(), 'hermes-bench-'));
writeFileSync(join(folder, 'main.py'), 'def execute(input_data):\n    return {}\n');
try {
  for (const lines of [30, 300, 3000]) {
    const text = agentOf(lines);
    writeFileSync(join(folder, 'agent.yaml'), text);
    console.log(`${lines} lines: start → first diagnostics`);
    const first = await interleaved(
      5,
      Object.fromEntries(
        Object.entries(servers).map(([name, command]) => [
          name,
          async () => {
            const { server, firstMs } = await start(command, folder, text);
            server.close();
            return firstMs;
          },
        ]),
      ),
    );
    printTable(first);

    console.log(`${lines} lines: keystroke → diagnostics (a version that becomes wrong and right again)`);
    const running = await Promise.all(
      Object.entries(servers).map(async ([name, command]) => ({ name, ...(await start(command, folder, text)) })),
    );
    let turn = 0;
    const keys = await interleaved(
      Number(values.n),
      Object.fromEntries(
        running.map(({ name, server, uri }) => [
          name,
          async () => {
            turn += 1;
            const began = performance.now();
            // Both servers see the same key: once it mends the version, once it breaks it.
            // A server that says nothing new about a file publishes nothing, so there must be something new each time.
            await server.type(uri, 1, 13, Math.ceil(turn / running.length) % 2 === 1 ? '0' : 'x');
            return performance.now() - began;
          },
        ]),
      ),
    );
    printTable(keys);
    for (const { name, server } of running) {
      console.log(`${name}: ${server.rss().toFixed(0)} MiB resident`);
      server.close();
    }
    console.log('');
  }
  const both = Object.entries(servers).map(([name, command]) => ({ name, start: (at: string) => startServer(command, at) }));
  const ours = both.at(-1);
  writeFileSync(join(folder, 'agent.yaml'), agentOf(300));
  await benchAliases(folder, both, 5);
  await benchCompletion(folder, agentOf(300), both, Number(values.n));
  if (ours) await benchCode(folder, ours, Number(values.n));
  if (ours) await benchWorkspace(join(folder, 'workspace'), ours);
  printSizes(root);
} finally {
  rmSync(folder, { recursive: true });
}
