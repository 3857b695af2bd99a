import { own } from '@hermes-runtime/contract';
import type { Position, Range } from 'vscode-languageserver/node';
import type { IndexedAgent } from '../index/indexed-agent.ts';
import { portable } from '../index/paths.ts';
import type { Look } from '../service/feature.ts';
import type { Pause } from '../service/pause.ts';
import { agentNames, agentPlaces, callerPlaces } from './agent-places.ts';
import { isDoubtful, isSameField, type Doubt, type Field, type Found, type Place } from './field.ts';

/** What is pointed at: the fields that are named there. */
export type Pointed = { readonly fields: readonly Field[]; readonly range: Range };

/** The fields that are named at a place in an open file. More than one where a schema, or a piece of code, is there for several. */
export async function fieldsAt(look: Look, uri: string, position: Position, pause: Pause): Promise<Pointed | undefined> {
  const { agent } = look.opened(uri) ?? {};
  // Which agents a step means is known once all of these names are.
  const called = namesCalled(agent);
  if (called.length > 0) await look.findSaying(called, pause);
  const here = (await placesIn(look, uri, pause)).filter(({ range }) => contains(range, position));
  const [first] = here;
  return first === undefined ? undefined : { fields: withoutTwins(here.map(({ field }) => field)), range: first.range };
}

/** The same names in the same file, at once: an editor asks for them with every move of the cursor. */
export async function placesBeside(look: Look, uri: string, position: Position, pause: Pause): Promise<readonly Place[] | undefined> {
  const places = await placesIn(look, uri, pause);
  const fields = withoutTwins(places.filter(({ range }) => contains(range, position)).map(({ field }) => field));
  if (fields.length === 0) return undefined;
  return [
    ...new Map(places.filter(({ field }) => fields.some((one) => isSameField(one, field))).map((place) => [keyOf(place), place])).values(),
  ];
}

/** Every name of a field in an open file. */
async function placesIn(look: Look, uri: string, pause: Pause): Promise<readonly Place[]> {
  const { path, agent } = look.opened(uri) ?? {};
  if (path === undefined || agent?.descriptor === undefined) return [];
  const { places } = await agentPlaces(agent, { agentsNamed: agentNames(look.workspace), pause, only: portable(agent.folder, path) });
  return places.filter(({ file }) => file === path);
}

/** Where a field is declared: in its agent's own file. */
export async function declarationsOf(look: Look, field: Field, pause: Pause): Promise<readonly Place[]> {
  const owner = ownerOf(look, field);
  if (owner?.descriptor === undefined) return [];
  const { places } = await agentPlaces(owner, { agentsNamed: agentNames(look.workspace), pause, only: owner.descriptor.file });
  return places.filter((place) => place.kind === 'declaration' && isSameField(place.field, field));
}

export type FieldPlaces = {
  /** Each once, in the order of files and lines. */
  readonly places: readonly Place[];
  /** What makes it unsure that these are all. */
  readonly doubts: readonly Doubt[];
  /** Other fields that are named at the same places. */
  readonly others: readonly Field[];
  /** Whether a field beside it has this name, in any of the places. */
  readonly isTaken: (name: string) => boolean;
};

/** Every place of all folders of the window that names a field. */
export async function placesOf(look: Look, field: Field, pause: Pause): Promise<FieldPlaces> {
  const found = await allAround(look, field, pause);
  const all = found.flatMap(({ places }) => places);
  const places = new Map<string, Place>();
  for (const place of all) if (isSameField(place.field, field)) places.set(keyOf(place), place);
  const others = withoutTwins(
    all.filter((place) => places.has(keyOf(place)) && !isSameField(place.field, field)).map((place) => place.field),
  );
  const doubts = found.flatMap((one) => one.doubts).filter((doubt) => isDoubtful(field, doubt));
  const isTaken = (name: string): boolean => all.some((place) => isBeside(field, name, place.field));
  return { places: [...places.values()].toSorted(inOrder), doubts, others, isTaken };
}

/** Whether a field is the one of that name beside another; anchors have one name for a whole file. */
function isBeside(field: Field, name: string, other: Field): boolean {
  if (field.side === 'anchor') return other.agent === field.agent && other.side === 'anchor' && other.path[1] === name;
  return isSameField(other, { ...field, path: [...field.path.slice(0, -1), name] });
}

/** What the field's own agent names, and what those name that call it. */
async function allAround(look: Look, field: Field, pause: Pause): Promise<readonly Found[]> {
  const owner = ownerOf(look, field);
  if (owner === undefined) return [];
  const name = owner.descriptor?.value['name'];
  const isCallable = typeof name === 'string' && (field.side === 'input' || field.side === 'output' || field.side === 'name');
  if (isCallable) await look.findSaying([name], pause);
  const agentsNamed = agentNames(look.workspace);
  const found: Found[] = [await agentPlaces(owner, { agentsNamed, pause })];
  if (!isCallable) return found;
  for (const agent of look.workspace.agents) {
    if (agent.folder === owner.folder || !namesCalled(agent).includes(name)) continue;
    found.push(callerPlaces(agent, agentsNamed));
    // oxlint-disable-next-line no-await-in-loop -- Others have their turn.
    await pause();
  }
  return found;
}

/** The agents that the steps of one call, by their names. */
function namesCalled(agent: IndexedAgent | undefined): readonly string[] {
  const steps = agent?.descriptor?.value['steps'];
  const list: readonly unknown[] = Array.isArray(steps) ? steps : [];
  return list.flatMap((step) => {
    const name = own(step, 'agent');
    return typeof name === 'string' ? [name.replace(/@.*$/, '')] : [];
  });
}

export function ownerOf({ workspace }: Look, { agent }: Field): IndexedAgent | undefined {
  return workspace.agents.find(({ folder }) => folder === agent);
}

function withoutTwins(fields: readonly Field[]): Field[] {
  return fields.filter((field, index) => fields.findIndex((other) => isSameField(other, field)) === index);
}

function keyOf({ file, range: { start, end } }: Place): string {
  return `${file} ${start.line}:${start.character} ${end.line}:${end.character}`;
}

function inOrder(one: Place, other: Place): number {
  const [a, b] = [one.range.start, other.range.start];
  return one.file === other.file ? a.line - b.line || a.character - b.character : one.file < other.file ? -1 : 1;
}

function contains({ start, end }: Range, { line, character }: Position): boolean {
  const after = line > start.line || (line === start.line && character >= start.character);
  const before = line < end.line || (line === end.line && character <= end.character);
  return after && before;
}
