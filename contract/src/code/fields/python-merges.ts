import type { SyntaxNode } from '@lezer/common';
import { makes, type ValueAt } from './field-trail.ts';
import type { PythonContext } from './python-context.ts';

/** The value, or another one: where that may have keys, they need not be called the same. */
export function merge(
  context: PythonContext,
  expression: SyntaxNode,
  { others, at }: { readonly others: readonly (SyntaxNode | undefined)[]; readonly at: ValueAt },
): void {
  if (!makes(at) && !others.every((other) => isPlain(context, other))) context.trail.leak(at, expression, 'rebound');
  context.follow(expression, at);
}

/** Whether an expression has no keys. */
export function isPlain({ source }: PythonContext, node: SyntaxNode | undefined): boolean {
  if (node === undefined) return true;
  return (
    /^(?:None|Number|String|Boolean|FormatString|ContinuedString)$/.test(node.name) ||
    /^(?:\{\s*\}|\[\s*\]|\(\s*\)|(?:dict|list)\(\s*\))$/.test(source.textOf(node))
  );
}
