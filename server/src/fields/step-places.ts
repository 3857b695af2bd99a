import * as l10n from '@vscode/l10n';
import { dotted, isMap, own, type ValuePath } from '@hermes-runtime/contract';
import { anyItem } from '@hermes-runtime/contract/fields';
import { add, dataPlaces } from './data-places.ts';
import { chainPlaces } from './expression-places.ts';
import { chainsOf, itemsOf, templatesIn, type Chain, type ChainStep } from './expressions.ts';
import { inField, type Field, type Found } from './field.ts';
import { type YamlFile } from './yaml-place.ts';

/** The folders of the agents that a name stands for: more than one where they share it. */
export type AgentsNamed = (name: string) => readonly string[];

const maxDepth = 24;

/** Where an agent made of agents names fields: the inputs of its steps, what it takes from their outputs, and its own. */
export function stepPlaces(file: YamlFile, agent: string, agentsNamed: AgentsNamed): Found {
  const found: Found = { places: [], doubts: [] };
  const steps = own(file.yaml.value, 'steps');
  if (!Array.isArray(steps)) return found;
  const list: readonly unknown[] = steps;
  const ids = new Map(list.map((step) => [String(own(step, 'id')), agentsOf(step)]));
  const ofOwn = (side: 'input' | 'output'): Field => ({ agent, side, path: [] });
  for (const [index, step] of list.entries()) {
    const given = own(step, 'input');
    const inputs = agentsOf(step).map((folder): Field => ({ agent: folder, side: 'input', path: [] }));
    for (const field of inputs) {
      add(found, { places: dataPlaces(file, given, { at: ['steps', index, 'input'], field, kind: 'caller' }) });
      handedIn(given, field, ['steps', index, 'input']);
    }
    if (own(step, 'agent') !== undefined && !isMap(given)) {
      const before =
        index === 0 ? [ofOwn('input')] : agentsOf(list[index - 1]).map((folder): Field => ({ agent: folder, side: 'output', path: [] }));
      const message = l10n.t('{0} in {1} gets the whole output of the step before it.', dotted(['steps', index]), nameOfFile(file));
      for (const field of [...inputs, ...before]) found.doubts.push({ field, message });
    }
    shared(step, inputs);
    const items = itemOf(own(step, 'for_each'));
    texts(step, ['steps', index], items);
  }
  const output = own(file.yaml.value, 'output');
  add(found, { places: dataPlaces(file, output, { at: ['output'], field: ofOwn('output'), kind: 'example' }) });
  texts(output, ['output'], new Map());
  if (output === undefined) {
    const last = agentsOf(list.at(-1)).map((folder): Field => ({ agent: folder, side: 'output', path: [] }));
    for (const field of [ofOwn('output'), ...last])
      found.doubts.push({ field, message: l10n.t('The output of the last step is the output of {0}.', nameOfFile(file)) });
  }
  return found;

  /** What an expression gives may have any fields. */
  function handedIn(value: unknown, field: Field, at: ValuePath): void {
    if (isMap(value) && at.length < maxDepth)
      for (const [key, inner] of Object.entries(value)) handedIn(inner, inField(field, key), [...at, key]);
    if (Array.isArray(value) && at.length < maxDepth) {
      const items: readonly unknown[] = value;
      for (const [index, inner] of items.entries()) handedIn(inner, inField(field, anyItem), [...at, index]);
    }
    if (typeof value !== 'string' || !value.includes('${{')) return;
    found.doubts.push({ field, message: l10n.t('{0} in {1} gives the whole value that it is in.', dotted(at), nameOfFile(file)) });
  }

  function agentsOf(step: unknown): readonly string[] {
    const name = own(step, 'agent');
    return typeof name === 'string' ? agentsNamed(name.replace(/@.*$/, '')) : [];
  }

  function shared(step: unknown, inputs: readonly Field[]): void {
    if (inputs.length < 2) return;
    const message = l10n.t(
      '{0} agents are called "{1}", and {2} means one of them.',
      inputs.length,
      String(own(step, 'agent')),
      nameOfFile(file),
    );
    for (const { agent: folder } of inputs)
      for (const side of ['input', 'output'] as const) found.doubts.push({ field: { agent: folder, side, path: [] }, message });
  }

  /** In a step that runs for each of several, `item` is one of them. */
  function itemOf(each: unknown): ReadonlyMap<string, Chain> {
    const [template] = typeof each === 'string' ? templatesIn(each) : [];
    const [chain] = template === undefined ? [] : chainsOf(template.expression);
    return chain?.whole === true ? new Map([['item', itemsOf(chain)]]) : new Map();
  }

  function texts(value: unknown, at: ValuePath, known: ReadonlyMap<string, Chain>): void {
    if (at.length > maxDepth) return;
    if (Array.isArray(value)) {
      const items: readonly unknown[] = value;
      for (const [index, item] of items.entries()) texts(item, [...at, index], known);
    } else if (isMap(value)) for (const [key, inner] of Object.entries(value)) texts(inner, [...at, key], known);
    else if (typeof value === 'string')
      for (const { from, expression } of templatesIn(value))
        for (const chain of chainsOf(expression, known))
          // A list that steps run for is not handed on as a whole.
          add(found, chainPlaces({ file, at, text: value, from, kind: at.at(-1) === 'for_each' ? 'schema' : 'caller', fieldsOf }, chain));
  }

  function fieldsOf({ root, steps: through }: Chain): { readonly roots: readonly Field[]; readonly steps: readonly ChainStep[] } {
    if (root === 'input') return { roots: [ofOwn('input')], steps: through };
    const [id, side, ...rest] = through;
    const isOutput = root === 'steps' && typeof id === 'object' && typeof side === 'object' && side.name === 'output';
    const folders = isOutput ? (ids.get(id.name) ?? []) : [];
    return { roots: folders.map((folder): Field => ({ agent: folder, side: 'output', path: [] })), steps: rest };
  }
}

function nameOfFile({ yaml }: YamlFile): string {
  const name = own(yaml.value, 'name');
  return typeof name === 'string' ? name : 'agent.yaml';
}
