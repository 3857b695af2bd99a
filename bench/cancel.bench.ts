import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { createFixtureRunner } from '../runtime/src/worker/fixture-runner.ts';
import { remainingAfter } from '../runtime/src/worker/host-processes.ts';
import { type Series, printTable } from './figures.ts';

/**
 * How long a cancel takes until nothing of the task is left, and whether that is true: each agent has a child, a grandchild and a
 * daemon that ignores every request to stop. `--n` tries of each; ends with 1 if a process was left once.
 */
const { values } = parseArgs({ options: { n: { type: 'string', default: '20' } } });
const tries = Number(values.n);
let left = 0;

for (const enabled of [true, false]) {
  const fixture = createFixtureRunner({ agent: { sandbox: { enabled } } });
  const series: Series[] = [];
  for (const agent of ['forks', 'forks-node', 'forks-shell']) {
    const samples: number[] = [];
    for (let round = 0; round < tries; round += 1) {
      const token = `token-${randomUUID()}`;
      const controller = new AbortController();
      let canceled = 0;
      await fixture.run(
        agent,
        { token },
        {
          signal: controller.signal,
          onEvent: (event) => {
            if (!('text' in event) || event.text !== 'started') return;
            canceled = performance.now();
            controller.abort();
          },
        },
      );
      samples.push(performance.now() - canceled);
      left += await remainingAfter(token, 0);
    }
    series.push({ name: `${agent} on ${fixture.runner.rung()}`, samples });
  }
  printTable(series);
  await fixture.close();
}

console.log(`${left} processes left after ${tries * 6} cancels`);
process.exitCode = left === 0 ? 0 : 1;
