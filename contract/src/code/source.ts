import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import type { Range } from '@hermes-runtime/schemas';
import { indexLines } from '../descriptor/line-index.ts';

/** A parsed text with the small questions that every reader of it asks. */
export type Source = {
  readonly text: string;
  readonly root: SyntaxNode;
  /** Whether there is a syntax error between two offsets; gaps of the grammar that `isGap` names do not count. */
  readonly brokenIn: (from: number, to: number) => boolean;
  readonly textOf: (node: Span) => string;
  readonly rangeOf: (span: Span) => Range;
};

export type Span = { readonly from: number; readonly to: number };

type NamedSpan = Span & { readonly name: string };

export function createSource(text: string, tree: Tree, isGap: (error: SyntaxNode) => boolean): Source {
  const lines = indexLines(text);
  const errors: Span[] = [];
  tree.iterate({
    enter(node) {
      if (node.type.isError && !isGap(node.node)) errors.push({ from: node.from, to: node.to });
    },
  });
  return {
    text,
    root: tree.topNode,
    brokenIn: (from, to) => errors.some((error) => error.from <= to && error.to >= from),
    textOf: ({ from, to }) => text.slice(from, to),
    rangeOf: ({ from, to }) => lines.rangeOf(from, to),
  };
}

/** A node's children, anonymous tokens included. */
export function childrenOf(node: SyntaxNode | null | undefined): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node?.firstChild ?? null; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** The parts of a list between its commas; brackets around it stand in the first and in the last. */
export function betweenCommas(list: readonly SyntaxNode[]): readonly (readonly SyntaxNode[])[] {
  const groups: SyntaxNode[][] = [[]];
  for (const part of list) {
    if (part.name === ',') groups.push([]);
    else groups.at(-1)?.push(part);
  }
  return groups;
}

/** Visits a node and all below it, without recursion: trees of hostile texts are deep. `false` skips what is below. */
export function walk(node: SyntaxNode, enter: (node: SyntaxNodeRef) => boolean | undefined): void {
  node.cursor().iterate((at) => enter(at));
}

/** Whether two are the same node. The name counts too: a lone function may be as wide as the whole text. */
export function isSame(one: NamedSpan | null | undefined, other: NamedSpan): boolean {
  return one?.from === other.from && one.to === other.to && one.name === other.name;
}

export function isWithin(inner: Span, outer: Span): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}
