import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { attachCdp } from '../runtime/src/debugger/cdp-client.ts';
import { attachDap, createDebugFixture, debugpyProblem, startWaiting } from '../runtime/src/debugger/debug-fixture.ts';
import { fixtureAgent } from '../runtime/src/worker/fixture-runner.ts';
import { interleaved, printTable } from './figures.ts';

const { values } = parseArgs({ options: { n: { type: 'string', default: '15' } } });
const rounds = Number(values.n);
const input = { items: [{ amount: 3 }] };
const problem = await debugpyProblem();
const fixture = createDebugFixture({}, { hostsFolder: join(import.meta.dirname, '../client/dist/hosts') });
// The interpreter itself: shims in front of it take longer to start than it does.
const python = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim();

/** From the start of the attempt, in a fresh sandbox, to the stop at a breakpoint; letting it go on is not counted. */
async function stopPython(): Promise<number> {
  const agent = fixtureAgent('debugged');
  const started = performance.now();
  const session = await attachDap(await startWaiting(fixture, agent, input), join(agent.folder, 'main.py'), { lines: [6] });
  const stop = await session.stopped();
  const ms = performance.now() - started;
  if (stop) await session.go(stop);
  await session.ended;
  return ms;
}

async function stopNode(): Promise<number> {
  const agent = fixtureAgent('debugged-node');
  const started = performance.now();
  const session = await attachCdp(await startWaiting(fixture, agent, input), { file: join(agent.folder, 'main.mjs'), lines: [3] });
  await session.stopped();
  const ms = performance.now() - started;
  await session.go();
  await session.ended;
  return ms;
}

async function bare(program: string, ...args: readonly string[]): Promise<number> {
  const started = performance.now();
  await once(spawn(program, args, { stdio: 'ignore' }), 'exit');
  return performance.now() - started;
}

console.log('debug: start of the attempt → stopped at the line');
if (problem === undefined) {
  printTable(
    await interleaved(rounds, {
      'python3 -c "import http.client, asyncio"': () => bare(python, '-I', '-c', 'import http.client, asyncio'),
      'a Python agent, debugpy': stopPython,
    }),
  );
} else console.log(`Python was not measured: ${problem}`);
printTable(await interleaved(rounds, { 'node -e 0': () => bare(process.execPath, '-e', '0'), 'a Node agent, inspector': stopNode }));
await fixture.close();
