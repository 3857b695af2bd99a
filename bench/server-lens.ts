import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { interleaved } from './figures.ts';
import { type GoalRow, timeRow } from './goal-rows.ts';
import { ours } from './language-servers.ts';

const samples = join(import.meta.dirname, '../agents-sample');

/** From nothing to the lens over an agent, with the samples as the workspace; the floor is a Node that does nothing. */
export async function firstLens(rounds: number): Promise<GoalRow> {
  const file = join(samples, 'weather-checker/agent.yaml');
  const text = readFileSync(file, 'utf8');
  const series = await interleaved(rounds, {
    'bare node -e 0': () => {
      const began = performance.now();
      spawnSync(process.execPath, ['-e', '0']);
      return Promise.resolve(performance.now() - began);
    },
    [ours.name]: async () => {
      const began = performance.now();
      const server = await ours.start(samples);
      const lenses = await server.openForLenses(pathToFileURL(file).href, text);
      const ms = performance.now() - began;
      server.close();
      if (lenses.length === 0) throw new Error('no lens');
      return ms;
    },
  });
  const row = timeRow('start → first lens, samples as the workspace', series, { p50: 150, p95: 250 });
  return { ...row, floor: `bare node: ${row.floor}` };
}
