import * as l10n from '@vscode/l10n';
import { indexLines } from '@hermes-runtime/contract';
import { anyItem, type FieldSide } from '@hermes-runtime/contract/fields';
import { join } from 'node:path';
import type { IndexedAgent } from '../index/indexed-agent.ts';
import type { Pause } from '../service/pause.ts';
import type { Field, Found } from './field.ts';
import { jsonKeys } from './json-keys.ts';

/** Where an agent keeps its tests: tasks that were recorded, and what they must come to. */
const testsFolder = 'tests';

/** The keys of inputs and outputs in an agent's recorded tests. Where each came from, its traffic, stays as it was. */
export async function casePlaces({ folder, files }: IndexedAgent, pause: Pause, only?: string): Promise<Found> {
  const found: Found = { places: [], doubts: [] };
  for (const name of files.filesIn(testsFolder)) {
    const file = `${testsFolder}/${name}`;
    if (only !== undefined && file !== only) continue;
    // oxlint-disable-next-line no-await-in-loop -- Others have their turn.
    await pause();
    if (name.endsWith('.case.json.gz')) {
      const message = l10n.t('{0} is packed, and cannot be changed here.', file);
      for (const side of ['input', 'output'] as const) found.doubts.push({ field: { agent: folder, side, path: [] }, message });
    }
    const text = name.endsWith('.case.json') ? files.readText(file) : undefined;
    if (text === undefined) continue;
    const lines = indexLines(text);
    for (const { path, from, to } of jsonKeys(text, (top) => ['input', 'output', 'expect'].includes(top))) {
      const field = fieldOf(folder, path);
      if (field === undefined) continue;
      const range = lines.rangeOf(from, to);
      const renamed = (to_: string): { range: typeof range; text: string } => ({ range, text: JSON.stringify(to_).slice(1, -1) });
      found.places.push({ field, file: join(folder, file), range, kind: 'test', write: true, renamed });
    }
  }
  return found;
}

/** `input.…`, `output.…` and `expect.output.…`. */
function fieldOf(agent: string, path: readonly (string | number)[]): Field | undefined {
  const inside = path[0] === 'expect' ? path.slice(1) : path;
  const [first, ...rest] = inside;
  const side: FieldSide | undefined = first === 'output' ? 'output' : first === 'input' && path[0] === 'input' ? 'input' : undefined;
  if (side === undefined || rest.length === 0) return undefined;
  return { agent, side, path: rest.map((step) => (typeof step === 'number' ? anyItem : step)) };
}
