import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { GoalRow } from './goal-rows.ts';
import { ours } from './language-servers.ts';

const root = join(import.meta.dirname, '..');

/** Files called agent.yaml that belong to other products, and agents of ours that are right: about neither is anything to be said. */
export async function falseAlarms(folder: string): Promise<GoalRow[]> {
  const foreign = globSync('contract/testdata/foreign/*.yaml', { cwd: root });
  for (const file of foreign) {
    const place = join(folder, 'foreign', basename(file, '.yaml'));
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'agent.yaml'), readFileSync(join(root, file)));
  }
  const server = await ours.start(join(folder, 'foreign'));
  for (const file of foreign) {
    const uri = pathToFileURL(join(folder, 'foreign', basename(file, '.yaml'), 'agent.yaml')).href;
    const text = readFileSync(join(root, file), 'utf8');
    await server.send('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
  }
  await server.ask('workspace/symbol', { query: '' });
  const alarms = server.allShown().length;
  server.close();

  const samples = await ours.start(join(root, 'agents-sample'));
  await samples.ask('workspace/symbol', { query: '' });
  const isAlarm = ({ severity }: { readonly severity?: number }): boolean => severity === 1 || severity === 2;
  const own = samples.allShown().filter(({ uri, diagnostics }) => !uri.includes('/broken/') && diagnostics.some((one) => isAlarm(one)));
  samples.close();
  const agents = globSync('agents-sample/**/agent.yaml', { cwd: root }).filter((file) => !file.includes('broken')).length;
  return [
    zero(`alarms in ${foreign.length} agent.yaml of other products`, alarms),
    zero(`errors and warnings in the ${agents} samples`, own.length),
  ];
}

function zero(goal: string, count: number): GoalRow {
  return { goal, floor: '–', ours: String(count), target: '0', isMet: count === 0 };
}
