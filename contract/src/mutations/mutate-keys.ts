import type { ValuePath } from '../descriptor/yaml-source.ts';
import { agentSchema } from '../generated/file-schemas.ts';
import { schemaAt, type FileSchema } from '../schema-check/file-schema.ts';
import { dotted } from '../value.ts';
import { placesIn, type Place } from './descriptor-places.ts';
import { misspellings } from './misspell.ts';
import { changed, type Mutation, type Mutator } from './mutation.ts';

/** A key of agent.yaml misspelt, in another case, left out, twice, or in a wrong block. */
export const mutateKeys: Mutator = (agent) => {
  const text = agent.files['agent.yaml'] ?? '';
  const places = placesIn(text);
  return places.filter(isKnownKey).flatMap((place): Mutation[] => {
    const { path, line } = place;
    const name = dotted(path);
    const key = String(path.at(-1));
    const parent = path.slice(0, -1);
    const slips = misspellings(key).map(([slip, result]) =>
      changed(agent, `key ${name} ${slip}`, { text: place.withKey(result), code: 'unknown-key', line }),
    );
    const doubled = place.doubled();
    const twice =
      doubled === undefined ? [] : [changed(agent, `key ${name} twice`, { text: doubled, code: 'duplicate-key', line: line + 1 })];
    const without = needed(parent, key) ? place.removed() : undefined;
    const top = line === 0 ? 0 : (places[0]?.line ?? 0);
    const parentLine = places.find((one) => dotted(one.path) === dotted(parent))?.line ?? top;
    const code = key === 'runtime' || key === 'steps' ? 'runtime-or-steps' : 'missing-key';
    const absent = without === undefined ? [] : [changed(agent, `key ${name} left out`, { text: without, code, line: parentLine })];
    return [...slips, ...twice, ...absent, ...moved(place).map((one) => changed(agent, `key ${name} ${one.to}`, one))];
  });

  function isOnly({ path }: Place): boolean {
    return places.filter((one) => one.path.length === path.length && one.path[0] === path[0]).length === 1;
  }

  /** A key of a block at the top, or of the top in `runtime`. */
  function moved(place: Place): { to: string; text: string; code: string; line: number }[] {
    const [first, second] = place.path;
    const without = place.removed();
    if (without === undefined || place.line !== place.valueLine) return [];
    const entry = text.split('\n')[place.line]?.trim() ?? '';
    if (place.path.length === 2 && !isOnly(place) && ['runtime', 'retry', 'limits'].includes(String(first)) && second !== 'dependencies') {
      const line = without.split('\n').length - 1;
      return [{ to: 'moved to the top', text: `${without}${entry}\n`, code: 'unknown-key', line }];
    }
    if (place.path.length !== 1 || !['timeout_seconds', 'concurrency', 'description'].includes(String(first))) return [];
    const line = without.split('\n').findIndex((one) => one === 'runtime:') + 1;
    if (line === 0) return [];
    const lines = without.split('\n');
    return [{ to: 'moved into runtime', text: lines.toSpliced(line, 0, `  ${entry}`).join('\n'), code: 'unknown-key', line }];
  }
};

function blockOf(parent: ValuePath): FileSchema | undefined {
  return parent.some((step) => ['input_schema', 'output_schema', 'input', 'output'].includes(String(step)))
    ? undefined
    : schemaAt(agentSchema, parent);
}

export function isKnownKey({ path }: Place): boolean {
  const key = path.at(-1);
  const properties = blockOf(path.slice(0, -1))?.properties;
  return typeof key === 'string' && properties !== undefined && Object.hasOwn(properties, key);
}

function needed(parent: ValuePath, key: string): boolean {
  return blockOf(parent)?.required?.includes(key) === true || (parent.length === 0 && (key === 'runtime' || key === 'steps'));
}
