import type { SyntaxNode } from '@lezer/common';
import { isSame } from '../source.ts';

/** A place where a name gets a value: from which offset on it has it, and the block whose rest always runs after that. */
export type Binding = { readonly name: SyntaxNode; readonly effect: number; readonly block: SyntaxNode };

/** What a language says about a place. */
export type AboutPlaces = {
  /** `elsewhere` where it is bound, and nobody can tell by the order of the text what sees it; undefined where it is only used. */
  readonly bindingOf: (place: SyntaxNode) => Binding | 'elsewhere' | undefined;
  readonly isLoop: (node: SyntaxNode) => boolean;
  /** A function in the function: it may run at any time. */
  readonly isScope: (node: SyntaxNode) => boolean;
};

/** Where a name is used in a part of a text, by what it stands for there. */
export type Reach = {
  readonly places: readonly SyntaxNode[];
  /** The places where it is bound. */
  readonly bound: readonly SyntaxNode[];
  /** The uses that see one binding and no other, by its offset; `start` is what the name stands for when the part begins. */
  readonly only: ReadonlyMap<number | 'start', readonly SyntaxNode[]>;
  /** The uses that may see several. */
  readonly open: readonly SyntaxNode[];
};

/** A name that stands at more places than these nobody wrote by hand. */
const maxPlaces = 2_000;

/** Answers each question once. `placesOf` gives where a name stands in a part of the text. */
export function reachesIn(
  placesOf: (name: string, region: SyntaxNode) => readonly SyntaxNode[],
  about: AboutPlaces & { readonly onTooMany: () => void },
): (name: string, region: SyntaxNode) => Reach {
  const known = new Map<string, Reach>();
  return (name, region) => {
    const key = `${name} ${region.name} ${region.from} ${region.to}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const places = placesOf(name, region);
    if (places.length > maxPlaces) about.onTooMany();
    const reach = reachOf(region, places.length > maxPlaces ? [] : places, about);
    known.set(key, reach);
    return reach;
  };
}

function reachOf(region: SyntaxNode, places: readonly SyntaxNode[], about: AboutPlaces): Reach {
  const found = places.map((place) => ({ place, binding: about.bindingOf(place) }));
  const bound = found.flatMap(({ place, binding }) => (binding === undefined ? [] : [place]));
  const uses = found.flatMap(({ place, binding }) => (binding === undefined ? [place] : []));
  const bindings = found
    .flatMap(({ binding }) => (typeof binding === 'object' ? [binding] : []))
    .toSorted((one, other) => one.effect - other.effect);
  if (bindings.length < bound.length) return { places, bound, only: new Map(), open: uses };
  const only = new Map<number | 'start', SyntaxNode[]>();
  const open: SyntaxNode[] = [];
  for (const use of uses) {
    const last = bindings[before(bindings.length, (index) => (bindings[index]?.effect ?? 0) <= use.from) - 1];
    if (!seesOnly(use, last?.block ?? region, bound, about)) open.push(use);
    else {
      const key = last?.name.from ?? 'start';
      const list = only.get(key);
      if (list === undefined) only.set(key, [use]);
      else list.push(use);
    }
  }
  return { places, bound, only, open };
}

/** Whether on the way from a block to a use in it nothing else may have bound the name. */
function seesOnly(use: SyntaxNode, block: SyntaxNode, bound: readonly SyntaxNode[], { isLoop, isScope }: AboutPlaces): boolean {
  for (let at: SyntaxNode | null = use; at !== null; at = at.parent) {
    if (isSame(at, block)) return true;
    if (isScope(at)) return false;
    const { from, to } = at;
    // What is bound further down in a loop is seen in its next round.
    if (isLoop(at) && (bound[before(bound.length, (index) => (bound[index]?.from ?? 0) < from)]?.from ?? to) < to) return false;
  }
  return false;
}

/** How many come first that fit, where all that fit come first. */
function before(length: number, fits: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
