import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import { walk, type Source } from '../source.ts';

/** Where a name stands in a text, in its order. */
export type NamePlaces = (name: string) => readonly SyntaxNode[];

/** Looks through a text once for all names. Nodes are made for those that are asked for: an offset costs a small part of one. */
export function namePlaces(source: Source, isName: (at: SyntaxNodeRef) => boolean): NamePlaces {
  let offsets: ReadonlyMap<string, readonly number[]> | undefined;
  const known = new Map<string, readonly SyntaxNode[]>();
  return (name) => {
    offsets ??= offsetsOf(source, isName);
    const places = known.get(name) ?? (offsets.get(name) ?? []).map((from) => source.root.resolveInner(from, 1));
    known.set(name, places);
    return places;
  };
}

function offsetsOf(source: Source, isName: (at: SyntaxNodeRef) => boolean): ReadonlyMap<string, readonly number[]> {
  const offsets = new Map<string, number[]>();
  walk(source.root, (at) => {
    if (!isName(at)) return undefined;
    const name = source.textOf(at);
    const list = offsets.get(name);
    if (list === undefined) offsets.set(name, [at.from]);
    else list.push(at.from);
    return undefined;
  });
  return offsets;
}
