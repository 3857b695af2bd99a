import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { interleaved, percentile, printTable } from './figures.ts';
import type { LspProcess } from './lsp-process.ts';

type Server = { readonly name: string; readonly start: (folder: string) => Promise<LspProcess> };

/** A document that stands for 2,000 values through aliases; it has a mistake, so that there is something to say. */
const aliases = `name: bench-agent
description: Its mistake is on another line than that of the file on the disk
version: 1.0.x
input_schema: &s { type: object }
runtime: { type: python, entrypoint: main.py }
examples:
${Array.from({ length: 2_000 }, () => '  - input: *s').join('\n')}
`;

/** Open → diagnostics of a document with 2,000 aliases. */
export async function benchAliases(folder: string, servers: readonly Server[], rounds: number): Promise<void> {
  console.log('a document with 2,000 aliases: opened → diagnostics, by a server that is up');
  const uri = pathToFileURL(join(folder, 'agent.yaml')).href;
  const running = await Promise.all(servers.map(async ({ name, start }) => ({ name, server: await start(folder) })));
  const open = (server: LspProcess) => async (): Promise<number> => {
    const began = performance.now();
    await server.open(uri, aliases);
    const ms = performance.now() - began;
    await server.shut(uri);
    return ms;
  };
  printTable(await interleaved(rounds, Object.fromEntries(running.map(({ name, server }) => [name, open(server)]))));
  for (const { server } of running) server.close();
}

/** Completion of a keyword inside a schema. */
export async function benchCompletion(folder: string, text: string, servers: readonly Server[], rounds: number): Promise<void> {
  console.log('completion in an agent.yaml of 300 lines');
  // On the disk there is nothing yet: what is known of a file already is not said again.
  rmSync(join(folder, 'agent.yaml'));
  const uri = pathToFileURL(join(folder, 'agent.yaml')).href;
  const running = await Promise.all(servers.map(async ({ name, start }) => ({ name, server: await start(folder) })));
  for (const { server } of running) await server.open(uri, text);
  const complete = (server: LspProcess) => async (): Promise<number> => {
    const began = performance.now();
    await server.ask('textDocument/completion', { textDocument: { uri }, position: { line: 6, character: 4 } });
    return performance.now() - began;
  };
  printTable(await interleaved(rounds, Object.fromEntries(running.map(({ name, server }) => [name, complete(server)]))));
  for (const { server } of running) server.close();
}

/** A key in the code → the problem that it makes or takes away, which needs the descriptor too. No peer does this. */
export async function benchCode(folder: string, ours: Server, rounds: number): Promise<void> {
  writeFileSync(
    join(folder, 'agent.yaml'),
    'name: bench-agent\nversion: 1.0.0\ninput_schema: { type: object, properties: { city: { type: string } } }\nruntime: { type: python, entrypoint: main.py }\n',
  );
  const uri = pathToFileURL(join(folder, 'main.py')).href;
  for (const lines of [500, 5_000]) {
    const rest = Array.from(
      { length: lines / 5 },
      (_, i) => `def helper_${i}(a, b):\n    if a:\n        return b\n    return [x for x in a if x != ${i}]\n`,
    );
    const text = `def execute(input_data):\n    return {"c": input_data["citx"]}\n\n\n${rest.join('\n')}`;
    const server = await ours.start(folder);
    await server.open(uri, text, { languageId: 'python' });
    let turn = 0;
    const series = await interleaved(rounds, {
      [`a key in Python of ${lines} lines → its problem`]: async () => {
        turn += 1;
        const began = performance.now();
        await server.type(uri, 1, 32, turn % 2 === 1 ? 'y' : 'x');
        return performance.now() - began;
      },
    });
    printTable(series);
    server.close();
  }
}

/** 1,000 agents among 20,000 other files: until the last of them is marked, and what the server holds then. */
export async function benchWorkspace(folder: string, ours: Server): Promise<void> {
  for (let index = 0; index < 1_000; index += 1) {
    const agent = join(folder, `team-${index % 20}/agent-${index}`);
    mkdirSync(join(agent, 'data'), { recursive: true });
    writeFileSync(
      join(agent, 'agent.yaml'),
      `name: agent-${index}\nversion: 1.0.0\ninput_schema: { type: object, properties: { city: { type: string } } }\nruntime: { type: python, entrypoint: main.py }\n`,
    );
    writeFileSync(
      join(agent, 'main.py'),
      `def execute(input_data):\n    return {"city": input_data["${index === 999 ? 'citx' : 'city'}"]}\n`,
    );
    for (let file = 0; file < 20; file += 1) writeFileSync(join(agent, `data/${file}.txt`), 'x');
  }
  const indexed: number[] = [];
  let resident = 0;
  for (let round = 0; round < 5; round += 1) {
    const began = performance.now();
    const server = await ours.start(folder);
    // Answered when everything is checked.
    await server.ask('workspace/symbol', { query: 'agent-999' });
    indexed.push(performance.now() - began);
    resident = server.rss();
    server.close();
  }
  console.log('1,000 agents among 20,000 other files, code included: start → all are checked');
  printTable([{ name: 'hermes-language-server', samples: indexed }]);
  console.log(`${resident.toFixed(0)} MiB resident then; p50 ${percentile(indexed, 0.5).toFixed(0)} ms\n`);
}

/** What is read to start the server, chunks that are shared with the runtime included. */
export function printSizes(root: string): void {
  const files = new Set<string>();
  const open = [join(root, 'client/dist/server.mjs')];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/["'](\.{1,2}\/[^"']+\.mjs)["']/g))
      open.push(join(dirname(file), path));
  }
  const bytes = [...files].reduce((sum, file) => sum + statSync(file).size, 0);
  console.log(`server bundle: ${(bytes / 1024).toFixed(0)} KiB of 800`);
}
