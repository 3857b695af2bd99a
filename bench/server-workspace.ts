import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { percentile } from './figures.ts';
import type { GoalRow } from './goal-rows.ts';
import { agentOf, opened, ours, peer } from './language-servers.ts';

const mebibytes = (value: number): string => `${value.toFixed(0)} MiB`;

/** 1,000 agents among 20,000 other files. */
function writeAgents(folder: string, type: 'python' | 'shell'): void {
  for (let index = 0; index < 1_000; index += 1) {
    const agent = join(folder, `team-${index % 20}/agent-${index}`);
    mkdirSync(join(agent, 'data'), { recursive: true });
    const entrypoint = type === 'python' ? 'main.py' : 'main.sh';
    writeFileSync(
      join(agent, 'agent.yaml'),
      `name: agent-${index}\nversion: 1.0.0\ninput_schema: { type: object, properties: { city: { type: string } } }\nruntime: { type: ${type}, entrypoint: ${entrypoint} }\n`,
    );
    const code = `def execute(input_data):\n    return {"city": input_data["${index === 999 ? 'citx' : 'city'}"]}\n`;
    writeFileSync(join(agent, entrypoint), type === 'python' ? code : '#!/bin/sh\necho "{}"\n', { mode: 0o755 });
    for (let file = 0; file < 20; file += 1) writeFileSync(join(agent, `data/${file}.txt`), 'x');
  }
}

/** Until the last of 1,000 agents is checked, in processor time; how long a request waits meanwhile at most; and what is held in memory then. */
export async function manyAgents(folder: string, rounds: number): Promise<GoalRow[]> {
  const described = join(folder, 'described');
  const coded = join(folder, 'coded');
  writeAgents(described, 'shell');
  writeAgents(coded, 'python');
  const one = await index(described, rounds);
  const all = await index(coded, rounds);
  return [
    secondsRow('1,000 agents: all problems of agent.yaml', one.cpu, 0.5),
    secondsRow('1,000 agents: code included', all.cpu, 2.5),
    {
      goal: '1,000 agents: longest wait of a request meanwhile',
      floor: '–',
      ours: `${percentile(all.waits, 0.5).toFixed(1)} ms`,
      target: '≤ 15',
      isMet: percentile(all.waits, 0.5) <= 15,
    },
    { goal: 'resident, idle, 1,000 agents', floor: '–', ours: mebibytes(all.resident), target: '≤ 130', isMet: all.resident <= 130 },
  ];
}

async function index(folder: string, rounds: number): Promise<{ cpu: number[]; waits: number[]; resident: number }> {
  const cpu: number[] = [];
  const waits: number[] = [];
  let resident = 0;
  for (let round = 0; round < rounds; round += 1) {
    const server = await ours.start(folder);
    const before = server.cpuSeconds();
    let longest = 0;
    // A question that is answered from what is there; nothing is open, so the answer is at hand.
    for (let idle = 0, last = server.cpuSeconds(); idle < 10;) {
      const began = performance.now();
      await server.ask('hermes/inspect', { textDocument: { uri: 'file:///nowhere/agent.yaml' } });
      longest = Math.max(longest, performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 5));
      const now = server.cpuSeconds();
      idle = now - last < 0.01 ? idle + 1 : 0;
      last = now;
    }
    cpu.push(server.cpuSeconds() - before);
    waits.push(longest);
    resident = server.rss();
    server.close();
  }
  return { cpu, waits, resident };
}

function secondsRow(goal: string, samples: readonly number[], most: number): GoalRow {
  const p50 = percentile(samples, 0.5);
  return { goal, floor: '–', ours: `${p50.toFixed(2)} s CPU`, target: `≤ ${most} s`, isMet: p50 <= most };
}

/** What both hold in memory with one small agent open. */
export async function residentWithOne(folder: string): Promise<GoalRow> {
  writeFileSync(join(folder, 'agent.yaml'), agentOf(30));
  const held = async (server: typeof ours): Promise<number> => {
    const { process } = await opened(server, folder, agentOf(30));
    const resident = process.rss();
    process.close();
    return resident;
  };
  const mine = await held(ours);
  return { goal: 'resident, idle, 1 agent', floor: mebibytes(await held(peer)), ours: mebibytes(mine), target: '≤ 80', isMet: mine <= 80 };
}

/** What is read to start the server and to say the first diagnostics, and all that it may ever read; chunks that are shared with the runtime included. */
export function sizes(root: string): GoalRow[] {
  const all = reached(join(root, 'client/dist/server.mjs'), /["'](\.{1,2}\/[^"']+\.mjs)["']/g);
  const others = globSync('client/dist/chunks/*.mjs', { cwd: root }).length;
  if (others === 0) throw new Error('nothing is built');
  const kib = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + statSync(file).size, 0) / 1024;
  // What is imported at once, and what `main` waits for; texts of other languages and what is asked for later are not.
  const first = reached(
    join(root, 'client/dist/server.mjs'),
    /(?:from|import)\s*["'](\.{1,2}\/[^"']+\.mjs)["']|import\(["'](\.\/chunks\/run-server[^"']+)["']\)/g,
  );
  return [
    {
      goal: 'bundle that the server starts from',
      floor: '1.3 MB',
      ours: `${kib(first).toFixed(0)} KiB`,
      target: '≤ 800',
      isMet: kib(first) <= 800,
    },
    {
      goal: 'bundle, all that it may load later',
      floor: '1.3 MB',
      ours: `${kib(all).toFixed(0)} KiB`,
      target: '≤ 2200',
      isMet: kib(all) <= 2200,
    },
  ];
}

function reached(entry: string, imports: RegExp): Set<string> {
  const files = new Set<string>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    for (const [, path, lazily] of readFileSync(file, 'utf8').matchAll(imports)) open.push(join(dirname(file), path ?? lazily ?? ''));
  }
  return files;
}
