import type { SyntaxNode } from '@lezer/common';
import { instrumentCatch, instrumentPromiseHandlers } from './instrument-handlers.ts';
import { instrumentJump, instrumentReturn, instrumentSuspension, instrumentThrow } from './instrument-jumps.ts';
import { instrumentLoop } from './instrument-loop.ts';
import { children, holds, isFunctionBoundary, type Visit, type Walk } from './syntax-context.ts';

/** Walks a file in the order of its text, which the order of the insertions rests on. */
export function instrumentNode(top: SyntaxNode, walk: Walk): void {
  const visitChildren: Visit = (node, surroundings) => {
    for (const child of children(node)) {
      visit(child, surroundings);
    }
  };
  const visit: Visit = (node, surroundings) => {
    if (isFunctionBoundary(node)) {
      visitChildren(node, []);
      return;
    }
    switch (node.name) {
      case 'LabeledStatement': {
        const { labels, statement } = withoutLabels(node, walk);
        if (statement !== undefined && statement.name.endsWith('Statement') && /^(For|While|Do)/.test(statement.name)) {
          instrumentLoop(statement, labels, node, surroundings, walk, visit);
        } else {
          visitChildren(node, [...surroundings, { type: 'label', labels }]);
        }
        return;
      }
      case 'ForStatement':
      case 'WhileStatement':
      case 'DoStatement':
        instrumentLoop(node, [], node, surroundings, walk, visit);
        return;
      case 'SwitchStatement':
        visitChildren(node, [...surroundings, { type: 'switch' }]);
        return;
      case 'CatchClause':
        instrumentCatch(node, surroundings, walk, visit);
        return;
      case 'ContinueStatement':
      case 'BreakStatement':
        instrumentJump(node, surroundings, walk);
        return;
      case 'ReturnStatement':
        instrumentReturn(node, surroundings, walk, visit);
        return;
      case 'ThrowStatement':
        instrumentThrow(node, surroundings, walk, visit);
        return;
      case 'AwaitExpression':
      case 'YieldExpression':
        instrumentSuspension(node, surroundings, walk, visit);
        return;
      case 'CallExpression':
        noteCallback(node, walk);
        instrumentPromiseHandlers(node, surroundings, walk, visit);
        return;
      default:
        visitChildren(node, surroundings);
    }
  };
  visit(top, []);
}

const endsEarly: ReadonlySet<string> = new Set(['ReturnStatement', 'TryStatement']);

/** `items.forEach((item) => { if (…) return; … })` is a loop in all but its form. */
function noteCallback(call: SyntaxNode, { source, lineOf, passOver }: Walk): void {
  const name = call.firstChild?.getChild('PropertyName');
  const callback = call.getChild('ArgList')?.getChild('ArrowFunction') ?? call.getChild('ArgList')?.getChild('FunctionExpression');
  const body = callback?.getChild('Block');
  if (name !== null && name !== undefined && source.slice(name.from, name.to) === 'forEach' && body && holds(body, endsEarly)) {
    passOver(lineOf(call.from), 'the turns of a forEach() are not counted');
  }
}

function withoutLabels(
  node: SyntaxNode,
  { source }: Walk,
): { readonly labels: readonly string[]; readonly statement: SyntaxNode | undefined } {
  const labels: string[] = [];
  let statement: SyntaxNode | null = node;
  while (statement?.name === 'LabeledStatement') {
    const label = statement.getChild('Label');
    if (label !== null) {
      labels.push(source.slice(label.from, label.to));
    }
    statement = statement.lastChild;
  }
  return { labels, statement: statement ?? undefined };
}
