import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type GoalRow, printGoals } from './goal-rows.ts';
import { falseAlarms } from './server-alarms.ts';
import { completion, firstDiagnostic, keyInCode, keystroke, manyAliases } from './server-latency.ts';
import { firstLens } from './server-lens.ts';
import { oneProblemEach } from './server-mistakes.ts';
import { flicker, fuzz, growth } from './server-typing.ts';
import { manyAgents, residentWithOne, sizes } from './server-workspace.ts';

// Every goal of the language server in one run, from the built bundle over stdio, beside yaml-language-server where that does the same.
// `--only key30,key300` measures those alone. Headers of Python are held against CPython by the test beside its `ast`.

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { n: { type: 'string', default: '100' }, edits: { type: 'string', default: '10000' }, only: { type: 'string' } },
});
const rounds = Number(values.n);

const home = mkdtempSync(join(tmpdir(), 'hermes-bench-'));
let folders = 0;
/** Each measures in a folder of its own. */
function place(): string {
  const folder = join(home, String((folders += 1)));
  mkdirSync(folder);
  writeFileSync(join(folder, 'main.py'), 'def execute(input_data):\n    return {}\n');
  return folder;
}

const measures: Readonly<Record<string, () => Promise<GoalRow | readonly GoalRow[]>>> = {
  first: () => firstDiagnostic(place(), 10),
  lens: () => firstLens(10),
  key30: () => keystroke(place(), 30, rounds, { p50: 1, p95: 5 }),
  key300: () => keystroke(place(), 300, rounds, { p50: 2, p95: 10 }),
  key3000: () => keystroke(place(), 3_000, rounds, { p50: 8, p95: 35 }),
  aliases: () => manyAliases(place(), 3),
  completion: () => completion(place(), rounds),
  code500: () => keyInCode(place(), 500, rounds, { p95: 10 }),
  code5000: () => keyInCode(place(), 5_000, rounds, { p95: 25 }),
  flicker: () => flicker(place()),
  agents: () => manyAgents(place(), 3),
  resident: () => residentWithOne(place()),
  growth: () => growth(place()),
  sizes: () => Promise.resolve(sizes(root)),
  alarms: () => falseAlarms(place()),
  mistakes: () => oneProblemEach(place()),
  fuzz: () => fuzz(place(), Number(values.edits)),
};
const rows: GoalRow[] = [];
try {
  for (const [name, measure] of Object.entries(measures)) {
    if (values.only !== undefined && !values.only.split(',').includes(name)) continue;
    const found = [await measure()].flat();
    for (const { goal, floor, ours, target } of found) console.log(`${name}: ${goal}: ${ours} (${floor}; ${target})`);
    rows.push(...found);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
console.log('');
printGoals(rows);
