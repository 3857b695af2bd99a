import { isMap, own, type ValuePath } from '@hermes-runtime/contract';
import type { FieldSide } from '@hermes-runtime/contract/fields';
import { join } from 'node:path';
import type { IndexedAgent } from '../index/indexed-agent.ts';
import type { Workspace } from '../index/workspace.ts';
import type { Pause } from '../service/pause.ts';
import { anchorPlaces } from './anchor-places.ts';
import { callPlaces } from './call-places.ts';
import { casePlaces } from './case-places.ts';
import { codePlaces } from './code-places.ts';
import { add, dataPlaces } from './data-places.ts';
import { chainPlaces } from './expression-places.ts';
import { chainsOf, type Chain, type ChainStep } from './expressions.ts';
import type { Field, Found } from './field.ts';
import { namePlaces } from './name-places.ts';
import { definitionPlaces } from './schema-definitions.ts';
import { schemaPlaces } from './schema-places.ts';
import { stepPlaces, type AgentsNamed } from './step-places.ts';
import { yamlFile, type YamlFile } from './yaml-place.ts';

/** Every place in an agent's folder that names a field: its own, and those of agents that it calls. `only` is the one file of its tests that is asked about. */
export async function agentPlaces(
  agent: IndexedAgent,
  { agentsNamed, pause, only }: { readonly agentsNamed: AgentsNamed; readonly pause: Pause; readonly only?: string },
): Promise<Found> {
  const found: Found = { places: [], doubts: [] };
  const file = descriptorFile(agent);
  if (file === undefined) return found;
  add(found, descriptorPlaces(file, agent.folder));
  await pause();
  add(found, codePlaces(agent));
  await pause();
  add(found, { places: await callPlaces(agent, pause, only) });
  add(found, await casePlaces(agent, pause, only));
  add(found, calls(file, agent, agentsNamed));
  return found;
}

/** Only what an agent made of agents takes from others. */
export function callerPlaces(agent: IndexedAgent, agentsNamed: AgentsNamed): Found {
  const file = Array.isArray(agent.descriptor?.value['steps']) ? descriptorFile(agent) : undefined;
  return file === undefined ? { places: [], doubts: [] } : calls(file, agent, agentsNamed);
}

function calls(file: YamlFile, { folder }: IndexedAgent, agentsNamed: AgentsNamed): Found {
  const found = stepPlaces(file, folder, agentsNamed);
  return { ...found, places: [...found.places, ...namePlaces(file, folder, agentsNamed)] };
}

export function descriptorFile({ folder, descriptor }: IndexedAgent): YamlFile | undefined {
  return descriptor === undefined ? undefined : yamlFile(join(folder, descriptor.file), descriptor.yaml);
}

/** Who is called what, as it is now. */
export function agentNames({ agents }: Workspace): AgentsNamed {
  let folders: Map<unknown, readonly string[]> | undefined;
  return (name) => {
    folders ??= byName(agents);
    return folders.get(name) ?? [];
  };
}

function byName(agents: readonly IndexedAgent[]): Map<unknown, readonly string[]> {
  const folders = new Map<unknown, string[]>();
  for (const { folder, descriptor } of agents) {
    const name = descriptor?.value['name'];
    folders.set(name, [...(folders.get(name) ?? []), folder]);
  }
  return folders;
}

const sides: readonly FieldSide[] = ['input', 'output'];

function descriptorPlaces(file: YamlFile, agent: string): Found {
  const found: Found = { places: [], doubts: [] };
  for (const side of sides) {
    add(found, schemaPlaces(file, side, agent));
    add(found, { places: definitionPlaces(file, `${side}_schema`, agent) });
  }
  add(found, { places: anchorPlaces(file, agent) });
  const data = (value: unknown, at: ValuePath, side: FieldSide): void =>
    add(found, { places: dataPlaces(file, value, { at, field: { agent, side, path: [] }, kind: 'example' }) });
  for (const key of ['examples', 'schedule']) {
    const list = own(file.yaml.value, key);
    const items: readonly unknown[] = Array.isArray(list) ? list : [];
    for (const [index, item] of items.entries())
      for (const side of sides) if (key === 'examples' || side === 'input') data(own(item, side), [key, index, side], side);
  }
  const expression = own(file.yaml.value, 'fail_when');
  if (typeof expression !== 'string') return found;
  const fieldsOf = ({ root, steps }: Chain): { readonly roots: readonly Field[]; readonly steps: readonly ChainStep[] } => ({
    roots: root === 'input' || root === 'output' ? [{ agent, side: root, path: [] }] : [],
    steps,
  });
  // A condition keeps nothing of what it looks at.
  for (const chain of chainsOf(expression))
    add(found, chainPlaces({ file, at: ['fail_when'], text: expression, from: 0, kind: 'schema', fieldsOf }, chain));
  return found;
}

/** Whether anything of a workspace can hold a field: a map at the top of the file. */
export function isReadable({ descriptor }: IndexedAgent): boolean {
  return isMap(descriptor?.yaml.value) && descriptor.yaml.mendedLine === undefined && descriptor.yaml.problems.length === 0;
}
