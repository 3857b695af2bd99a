import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from '../source.ts';

const comments = new Set(['Comment', 'LineComment', 'BlockComment']);

/** A node's children without the comments between them. */
export function partsOf(node: SyntaxNode | null | undefined): readonly SyntaxNode[] {
  return childrenOf(node).filter(({ name }) => !comments.has(name));
}
