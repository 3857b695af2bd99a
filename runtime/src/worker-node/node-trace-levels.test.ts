import { expect, test } from 'vitest';
import { runInHarness } from './harness-process.ts';

const busy = `import { execSync } from 'node:child_process';
export async function execute() {
  for (const n of [1, 2]) { try { if (n === 1) throw new Error('one'); } catch { continue; } }
  await fetch('http://127.0.0.1:9/').catch(() => null);
  execSync('exit 0');
  console.log('said');
  return { text: Buffer.from('新品').toString('latin1') };
}`;

test.each([
  ['full', ['exception.caught', 'loop.ended', 'exception.caught', 'process.exited', 'log', 'text.garbled', 'text.garbled']],
  ['calls', ['process.exited', 'log']],
  ['off', ['log']],
] as const)('trace: %s reports just that much', async (trace, types) => {
  const { events, failure } = await runInHarness({ files: { 'main.mjs': busy }, trace });
  expect(failure).toBeUndefined();
  expect(events.map(({ type }) => type).filter((type) => type !== 'http.exchanged')).toEqual(types);
});

test('a file that the transform cannot carry runs untouched and is listed with the reason', async () => {
  const { ready, output, events } = await runInHarness({
    files: {
      'main.mjs': `import { legacy } from './legacy.cjs';\nexport function execute() { for (const n of [1]) { if (n) continue; } return { legacy }; }`,
      'legacy.cjs': `const __hermes_trace = 1;\nfor (const n of [1]) { if (n) continue; }\nexports.legacy = __hermes_trace;`,
    },
  });
  expect(ready?.not_instrumented).toEqual([{ file: 'legacy.cjs', reason: 'uses the name __hermes_trace' }]);
  expect(output).toEqual({ legacy: 1 });
  expect(events.map((event) => (event.type === 'loop.ended' ? event.at.file : event.type))).toEqual(['main.mjs']);
});

test('loops in which a turn could end early and nobody counts are named, those of a late import in the log', async () => {
  const { ready, output, events } = await runInHarness({
    files: {
      'main.mjs': `export async function execute() {
  let n = 0; while (n < 3) { n += 1; if (n === 2) continue; }
  do { try { n -= 1; } finally { n += 0; } } while (n > 0);
  while (n < 3) n += 1;
  [1].forEach((x) => { if (x) return; n += 1; });
  [1].forEach((x) => { n += x; });
  while (n < 9) { n += 1; if (n === 5) continue; }
  return { n, late: (await import('./late.mjs')).late };
}`,
      'late.mjs': `export let late = 0;\nwhile (late < 3) { late += 1; if (late === 2) continue; }`,
    },
  });
  expect(ready?.not_instrumented).toEqual([
    { file: 'main.mjs:2', reason: 'the turns of a while loop are not counted (also in line 7)' },
    { file: 'main.mjs:3', reason: 'the turns of a do loop are not counted' },
    { file: 'main.mjs:5', reason: 'the turns of a forEach() are not counted' },
  ]);
  expect(output).toEqual({ n: 9, late: 3 });
  expect(events).toMatchObject([
    { type: 'log', level: 'warning', text: 'late.mjs:2 is not instrumented: the turns of a while loop are not counted' },
  ]);
});

test('lines of code stay where they are, in TypeScript and behind a hashbang too', async () => {
  const source = `#!/usr/bin/env node
'use strict';
type Item = {
  name: string;
};
export function execute(): never {
  for (const item of [{ name: 'a' } satisfies Item]) { try { continue; } finally { void item; } }
  try { JSON.parse('{'); } catch (error: unknown) { if (error instanceof TypeError) throw error; }
  try { JSON.parse('{'); } catch ({ message }: any) { void message; }
  throw new Error('line 10');
}
`;
  const { failure, ready, events } = await runInHarness({ files: { 'main.ts': source } });
  expect(ready?.not_instrumented).toEqual([]);
  expect(failure?.at).toEqual({ file: 'main.ts', line: 10 });
  expect(events.map((event) => ('at' in event ? `${event.type} ${event.at?.line}` : event.type))).toEqual([
    'loop.ended 7',
    'exception.caught 8',
    'exception.caught 9',
  ]);
});

test('subprocesses are reported with command, exit code or signal, and line', async () => {
  const source = `import { spawn, spawnSync, execFileSync, exec } from 'node:child_process';
import { once } from 'node:events';
export async function execute() {
  spawnSync('sh', ['-c', 'exit 4']);
  await once(spawn('sh', ['-c', 'exit 5']), 'exit');
  await once(spawn('sh', ['-c', 'kill -9 $$']), 'exit');
  try { execFileSync('false'); } catch (error) { void error.status; }
  await new Promise((end) => exec('exit 6', end));
  return {};
}`;
  const { events } = await runInHarness({ files: { 'main.mjs': source } });
  const exits = events.flatMap((event) =>
    event.type === 'process.exited' ? [`${event.command.join(' ')} → ${event.exit_code ?? event.signal} :${event.at?.line}`] : [],
  );
  expect(exits).toEqual([
    'sh -c exit 4 → 4 :4',
    'sh -c exit 5 → 5 :5',
    'sh -c kill -9 $$ → SIGKILL :6',
    'false → 1 :7',
    '/bin/sh -c exit 6 → 6 :8',
  ]);
});
