import type { Position, Range } from 'vscode-languageserver/node';
import type { IndexedAgent } from '../index/workspace.ts';
import { portable } from '../index/paths.ts';
import type { Look } from '../service/feature.ts';
import { agentNames, agentPlaces, callerPlaces } from './agent-places.ts';
import { isDoubtful, isSameField, type Doubt, type Field, type Place } from './field.ts';

/** What is pointed at: the fields that are named there. */
export type Pointed = { readonly fields: readonly Field[]; readonly range: Range };

/** The fields that are named at a place in an open file. More than one where a schema, or a piece of code, is there for several. */
export function fieldsAt(look: Look, uri: string, position: Position): Pointed | undefined {
  const { path, agent } = look.opened(uri) ?? {};
  if (path === undefined || agent?.descriptor === undefined) return undefined;
  // Which agents a step means is known once all of them are.
  if (Array.isArray(agent.descriptor.value['steps'])) look.settle();
  const places = agentPlaces(agent, agentNames(look.workspace), portable(agent.folder, path)).places.filter(({ file }) => file === path);
  const here = places.filter(({ range }) => contains(range, position));
  const [first] = here;
  return first === undefined ? undefined : { fields: withoutTwins(here.map(({ field }) => field)), range: first.range };
}

/** The same names in the same file, at once: an editor asks for them with every move of the cursor. */
export function placesBeside(look: Look, uri: string, position: Position): readonly Place[] | undefined {
  const { path, agent } = look.opened(uri) ?? {};
  if (path === undefined || agent?.descriptor === undefined) return undefined;
  const places = agentPlaces(agent, agentNames(look.workspace), portable(agent.folder, path)).places.filter(({ file }) => file === path);
  const fields = withoutTwins(places.filter(({ range }) => contains(range, position)).map(({ field }) => field));
  if (fields.length === 0) return undefined;
  return [
    ...new Map(places.filter(({ field }) => fields.some((one) => isSameField(one, field))).map((place) => [keyOf(place), place])).values(),
  ];
}

/** Where a field is declared: in its agent's own file. */
export function declarationsOf(look: Look, field: Field): readonly Place[] {
  const owner = ownerOf(look, field);
  const places = owner === undefined ? [] : agentPlaces(owner, agentNames(look.workspace), owner.descriptor?.file).places;
  return places.filter((place) => place.kind === 'declaration' && isSameField(place.field, field));
}

/** Every place of all folders of the window that names a field, each once, and what makes it unsure that these are all. */
export function placesOf(
  look: Look,
  field: Field,
): { readonly places: readonly Place[]; readonly doubts: readonly Doubt[]; readonly others: readonly Field[] } {
  const owner = ownerOf(look, field);
  if (owner === undefined) return { places: [], doubts: [], others: [] };
  const isCallable = field.side === 'input' || field.side === 'output' || field.side === 'name';
  if (isCallable) look.settle();
  const callers = isCallable ? look.workspace.agents.filter(({ folder }) => folder !== owner.folder) : [];
  const names = agentNames(look.workspace);
  const found = [agentPlaces(owner, names), ...callers.map((agent) => callerPlaces(agent, names))];
  const all = found.flatMap(({ places }) => places);
  const places = new Map<string, Place>();
  for (const place of all) if (isSameField(place.field, field)) places.set(keyOf(place), place);
  const others = withoutTwins(
    all.filter((place) => places.has(keyOf(place)) && !isSameField(place.field, field)).map((place) => place.field),
  );
  const doubts = found.flatMap((one) => one.doubts).filter((doubt) => isDoubtful(field, doubt));
  return { places: [...places.values()].toSorted(inOrder), doubts, others };
}

/** All fields that lie beside one, by their names. */
export function isTaken(look: Look, { agent, side, path }: Field, name: string): boolean {
  const other: Field = { agent, side, path: [...path.slice(0, -1), name] };
  if (side !== 'anchor') return placesOf(look, other).places.length > 0;
  const owner = ownerOf(look, other);
  return (
    owner !== undefined &&
    agentPlaces(owner, agentNames(look.workspace)).places.some(({ field }) => field.side === 'anchor' && field.path[1] === name)
  );
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
