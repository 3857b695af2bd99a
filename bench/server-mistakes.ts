import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mutators } from '../contract/src/mutations/mutators.ts';
import type { Mutation } from '../contract/src/mutations/mutation.ts';
import { readValidAgent } from '../contract/testdata/read-valid-agent.ts';
import type { GoalRow } from './goal-rows.ts';
import { ours } from './language-servers.ts';
import type { LspProcess } from './lsp-process.ts';

const written = join(import.meta.dirname, '../contract/testdata/mutations');

/** So many of all mistakes are enough here; the contract's tests make all of them. */
const wanted = 500;

/** Single mistakes in valid agents, opened in the built server: how many give one problem, with the right code on the right line of the right file. */
export async function oneProblemEach(folder: string): Promise<GoalRow> {
  const agents = readdirSync(written).map((name) => readValidAgent(join(written, name), name));
  const all = Object.values(mutators)
    .flatMap((mutate) => agents.flatMap((agent) => mutate(agent)))
    .filter(({ installed }) => installed === undefined);
  const some = all.filter((_, index) => index % Math.ceil(all.length / wanted) === 0);
  // Where nothing lies: each agent then stands for itself, and none has another's name.
  mkdirSync(join(folder, 'window'));
  const server = await ours.start(join(folder, 'window'));
  let right = 0;
  for (const [index, mutation] of some.entries()) if (await isSaidOnce(server, join(folder, String(index)), mutation)) right += 1;
  server.close();
  const share = (100 * right) / some.length;
  return {
    goal: `${some.length} single mistakes: exactly the one problem`,
    floor: '–',
    ours: `${share.toFixed(1)} %`,
    target: '≥ 95 %',
    isMet: share >= 95,
  };
}

async function isSaidOnce(server: LspProcess, folder: string, { files, code, file, line }: Mutation): Promise<boolean> {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text, { mode: name.endsWith('.sh') ? 0o755 : 0o644 });
  }
  const textDocument = {
    uri: pathToFileURL(join(folder, 'agent.yaml')).href,
    languageId: 'yaml',
    version: 1,
    text: files['agent.yaml'] ?? '',
  };
  await server.send('textDocument/didOpen', { textDocument });
  await server.ask('hermes/inspect', { textDocument });
  const here = `${pathToFileURL(folder).href}/`;
  // Nothing is installed here, which is said rightly, and is no part of the mistake.
  const said = server
    .allShown()
    .flatMap(({ uri, diagnostics }) => (uri.startsWith(here) ? diagnostics.map((one) => ({ uri, ...one })) : []));
  await server.send('textDocument/didClose', { textDocument });
  const told = said.filter((one) => one.code !== 'missing-dependency');
  const [only] = told;
  return told.length === 1 && only?.uri === here + file && only.code === code && only.range.start.line === line;
}
