import { own } from '@hermes-runtime/contract';
import type { Place } from './field.ts';
import type { AgentsNamed } from './step-places.ts';
import { textOffset, yamlPlace, type YamlFile } from './yaml-place.ts';

/** An agent's own name, and the names of agents that its steps call. */
export function namePlaces(file: YamlFile, agent: string, agentsNamed: AgentsNamed): Place[] {
  const { value } = file.yaml;
  const name = own(value, 'name');
  const ofAgent =
    typeof name === 'string' ? { field: { agent, side: 'name', path: [name] } as const, name, kind: 'declaration' as const } : undefined;
  return [...(ofAgent === undefined ? [] : yamlPlace(file, file.yaml.valueRange(['name']), ofAgent)), ...calledPlaces(file, agentsNamed)];
}

function calledPlaces(file: YamlFile, agentsNamed: AgentsNamed): Place[] {
  const steps = own(file.yaml.value, 'steps');
  const list: readonly unknown[] = Array.isArray(steps) ? steps : [];
  return list.flatMap((step, index) => {
    const written = own(step, 'agent');
    if (typeof written !== 'string') return [];
    // Behind an `@` stands the version.
    const name = written.replace(/@.*$/, '');
    const start = textOffset(file, ['steps', index, 'agent'], written);
    if (start === undefined) return [];
    const range = file.lines.rangeOf(start, start + name.length);
    return agentsNamed(name).map((folder): Place => {
      const field = { agent: folder, side: 'name', path: [name] } as const;
      return { field, file: file.file, range, kind: 'caller', write: false, renamed: () => undefined };
    });
  });
}
