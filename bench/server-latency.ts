import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { interleaved } from './figures.ts';
import { type GoalRow, timeRow } from './goal-rows.ts';
import { agentOf, bare, both, opened, ours, peer, type Server } from './language-servers.ts';
import type { LspProcess } from './lsp-process.ts';

/** From nothing to the first diagnostics of a small agent. */
export async function firstDiagnostic(folder: string, rounds: number): Promise<GoalRow> {
  const text = agentOf(30);
  writeFileSync(join(folder, 'agent.yaml'), text);
  const start = (server: Server) => async (): Promise<number> => {
    const { process, ms } = await opened(server, folder, text);
    process.close();
    return ms;
  };
  const series = await interleaved(rounds, Object.fromEntries(both.map((server) => [server.name, start(server)])));
  return timeRow('start → first diagnostic, 30 lines', series, { p50: 150, p95: 250 });
}

/** How long a person takes from one key to the next, in milliseconds. */
const betweenKeysMs = 200;

/**
 * A key → the diagnostics that it makes or takes away: a version that becomes wrong and right again.
 * Once with each key as soon as the one before is answered, each server by itself, as the goals were measured;
 * and once in turn and with a pause before each, as a person types, where the floor is a server that looks at nothing.
 */
export async function keystroke(folder: string, lines: number, rounds: number, target: { p50: number; p95: number }): Promise<GoalRow[]> {
  const text = agentOf(lines);
  writeFileSync(join(folder, 'agent.yaml'), text);
  const running = await Promise.all(
    [bare, ...both].map(async ({ name, start }) => ({ name, ...(await opened({ name, start }, folder, text)) })),
  );
  const type = (process: LspProcess, uri: string): (() => Promise<number>) => {
    let turn = 0;
    return async () => {
      turn += 1;
      const began = performance.now();
      // A server that says nothing new about a file publishes nothing, so there must be something new each time.
      await process.type(uri, 1, 13, turn % 2 === 1 ? '0' : 'x');
      return performance.now() - began;
    };
  };
  const keys = running.map(({ name, process, uri }) => ({ name, press: type(process, uri) }));
  const afterPause = (press: () => Promise<number>) => async (): Promise<number> => {
    await setTimeout(betweenKeysMs);
    return press();
  };
  const [floor] = running;
  const apart = await interleaved(
    rounds,
    Object.fromEntries(keys.filter(({ name }) => name !== peer.name).map(({ name, press }) => [name, afterPause(press)])),
  );
  const spent = cpuOf(running, rounds);
  const inARow = [];
  for (const { name, press } of keys) if (name !== floor?.name) inARow.push(...(await interleaved(rounds, { [name]: press })));
  const cpu = spent();
  for (const { process } of running) process.close();
  const goal = `key → diagnostics, ${lines} lines`;
  const paused = timeRow(`${goal}, ${betweenKeysMs} ms after the last`, apart, { p95: target.p95 });
  return [timeRow(goal, inARow, target, cpu), { ...paused, floor: `${bare.name}: ${paused.floor}` }];
}

/** The processor time that each server takes for a round from here on, the one that warms up included. */
function cpuOf(running: readonly { readonly name: string; readonly process: LspProcess }[], rounds: number): () => Record<string, number> {
  const before = running.map(({ process }) => process.cpuSeconds());
  return () =>
    Object.fromEntries(
      running.map(({ name, process }, index) => [name, (1000 * (process.cpuSeconds() - (before[index] ?? 0))) / (rounds + 1)]),
    );
}

/** A document that stands for 2,000 values through aliases; it has a mistake, so that there is something to say. */
const aliases = `name: bench-agent
description: Its mistake is on another line than that of the file on the disk
version: 1.0.x
input_schema: &s { type: object }
runtime: { type: python, entrypoint: main.py }
examples:
${Array.from({ length: 2_000 }, () => '  - input: *s').join('\n')}
`;

/** Open → diagnostics of a document with 2,000 aliases, by servers that are up. */
export async function manyAliases(folder: string, rounds: number): Promise<GoalRow> {
  writeFileSync(join(folder, 'agent.yaml'), agentOf(30));
  const uri = pathToFileURL(join(folder, 'agent.yaml')).href;
  const running = await Promise.all(both.map(async ({ name, start }) => ({ name, process: await start(folder) })));
  const open = (process: LspProcess) => async (): Promise<number> => {
    const began = performance.now();
    await process.open(uri, aliases);
    const ms = performance.now() - began;
    await process.shut(uri);
    return ms;
  };
  const series = await interleaved(rounds, Object.fromEntries(running.map(({ name, process }) => [name, open(process)])));
  for (const { process } of running) process.close();
  return timeRow('2,000 aliases: opened → diagnostics', series, { p95: 50 });
}

/** Completion of a key of the agent. The peer takes its time and, driven like this, has nothing to offer. */
export async function completion(folder: string, rounds: number): Promise<GoalRow> {
  // On the disk there is nothing yet: what is known of a file already is not said again.
  rmSync(join(folder, 'agent.yaml'), { force: true });
  const text = agentOf(300);
  const running = await Promise.all(both.map(async ({ name, start }) => ({ name, ...(await opened({ name, start }, folder, text)) })));
  const complete = (name: string, process: LspProcess, uri: string) => async (): Promise<number> => {
    const began = performance.now();
    const answer = await process.ask('textDocument/completion', { textDocument: { uri }, position: { line: 2, character: 3 } });
    if (name === ours.name && JSON.stringify(answer).length < 100) throw new Error('nothing is completed');
    return performance.now() - began;
  };
  const series = await interleaved(
    rounds,
    Object.fromEntries(running.map(({ name, process, uri }) => [name, complete(name, process, uri)])),
  );
  for (const { process } of running) process.close();
  return timeRow('completion in an agent.yaml of 300 lines', series, { p95: 15 });
}

/** A key in the code → the problem that it makes or takes away, which needs the descriptor too. No peer does this. */
export async function keyInCode(folder: string, lines: number, rounds: number, target: { p95: number }): Promise<GoalRow> {
  writeFileSync(
    join(folder, 'agent.yaml'),
    'name: bench-agent\nversion: 1.0.0\ninput_schema: { type: object, properties: { city: { type: string } } }\nruntime: { type: python, entrypoint: main.py }\n',
  );
  const uri = pathToFileURL(join(folder, 'main.py')).href;
  const rest = Array.from(
    { length: lines / 5 },
    (_, i) => `def helper_${i}(a, b):\n    if a:\n        return b\n    return [x for x in a if x != ${i}]\n`,
  );
  const process = await ours.start(folder);
  await process.open(uri, `def execute(input_data):\n    return {"c": input_data["citx"]}\n\n\n${rest.join('\n')}`, {
    languageId: 'python',
  });
  const spent = cpuOf([{ name: ours.name, process }], rounds);
  let turn = 0;
  const series = await interleaved(rounds, {
    [ours.name]: async () => {
      turn += 1;
      const began = performance.now();
      await process.type(uri, 1, 32, turn % 2 === 1 ? 'y' : 'x');
      return performance.now() - began;
    },
  });
  const cpu = spent();
  process.close();
  return timeRow(`key in Python of ${lines} lines → its problem`, series, target, cpu);
}
