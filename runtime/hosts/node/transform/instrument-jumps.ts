import type { SyntaxNode } from '@lezer/common';
import { children, codeChildren, ledgerOf, type Enclosing, type Surroundings, type Walk, type Visit } from './syntax-context.ts';
import { tracerName } from './tracer-name.ts';

/** `continue` and `break`: notes the end of a turn, and of every ledger loop that the jump leaves. */
export function instrumentJump(node: SyntaxNode, surroundings: Surroundings, { source, edits, lineOf }: Walk): void {
  const label = node.getChild('Label');
  const target = targetIndex(
    surroundings,
    node.name === 'ContinueStatement',
    label === null ? undefined : source.slice(label.from, label.to),
  );
  if (target === undefined) {
    return;
  }
  const line = lineOf(node.from);
  const calls = ledgers(surroundings.slice(target + 1)).map((variable) => `${variable}.left('break',${line});`);
  const loop = surroundings[target];
  if (loop?.type === 'loop' && loop.variable !== undefined) {
    calls.push(
      node.name === 'BreakStatement'
        ? `${loop.variable}.left('break',${line});`
        : turnEnd(loop.variable, surroundings.slice(target + 1), line),
    );
  }
  if (calls.length > 0) {
    edits.insert(node.from, `{${calls.join('')}`);
    edits.insert(node.to, '}');
  }
}

/** `return`: the value is computed first, so that a throw in it is still seen as one. */
export function instrumentReturn(node: SyntaxNode, surroundings: Surroundings, walk: Walk, visit: Visit): void {
  const { edits, lineOf } = walk;
  const variables = ledgers(surroundings);
  const value = codeChildren(node)[1];
  const hasValue = value !== undefined && value.name !== ';';
  if (variables.length === 0 || !hasValue) {
    if (variables.length > 0) {
      edits.insert(node.from, `{${variables.map((variable) => `${variable}.left('return',${lineOf(node.from)});`).join('')}`);
      edits.insert(node.to, '}');
    }
    for (const child of children(node)) {
      visit(child, surroundings);
    }
    return;
  }
  edits.insert(value.from, `${tracerName}.returned(${lineOf(node.from)},(`);
  visit(value, surroundings);
  edits.insert(value.to, `),${variables.join(',')})`);
}

/** `throw` in a handler takes back that the handler swallowed something. */
export function instrumentThrow(node: SyntaxNode, surroundings: Surroundings, { edits }: Walk, visit: Visit): void {
  const handlers = surroundings.flatMap((around) => (around.type === 'handler' && around.variable !== undefined ? [around.variable] : []));
  if (handlers.length > 0) {
    edits.insert(node.from, `{${handlers.map((variable) => `${variable}.rethrown();`).join('')}`);
  }
  for (const child of children(node)) {
    visit(child, surroundings);
  }
  if (handlers.length > 0) {
    edits.insert(node.to, '}');
  }
}

/** `await` and `yield` inside a ledger loop: what runs meanwhile is not part of the turn. */
export function instrumentSuspension(node: SyntaxNode, surroundings: Surroundings, { edits }: Walk, visit: Visit): void {
  const variable = ledgerOf(surroundings);
  const operand = codeChildren(node).at(-1);
  const hasOperand = operand !== undefined && operand.from > node.from && operand.name !== 'Star';
  if (variable === undefined) {
    for (const child of children(node)) {
      visit(child, surroundings);
    }
    return;
  }
  if (!hasOperand) {
    edits.insert(node.from, `${variable}.resume((${variable}.suspend(),`);
    edits.insert(node.to, '))');
    return;
  }
  edits.insert(node.from, `${variable}.resume(`);
  edits.insert(operand.from, `${variable}.suspend(`);
  visit(operand, surroundings);
  edits.insert(operand.to, '))');
}

function ledgers(surroundings: Surroundings): readonly string[] {
  return surroundings.flatMap((around) => (around.type === 'loop' && around.variable !== undefined ? [around.variable] : [])).toReversed();
}

function targetIndex(surroundings: Surroundings, isContinue: boolean, label: string | undefined): number | undefined {
  const index = surroundings.findLastIndex((around) => isTarget(around, isContinue, label));
  return index === -1 ? undefined : index;
}

function isTarget(around: Enclosing, isContinue: boolean, label: string | undefined): boolean {
  if (label !== undefined) {
    return (around.type === 'loop' || around.type === 'label') && around.labels.includes(label);
  }
  return around.type === 'loop' || (around.type === 'switch' && !isContinue);
}

/** A `continue` in a handler is how most agents drop an item; elsewhere it is a plain skip. */
function turnEnd(variable: string, inner: Surroundings, line: number): string {
  const handler = inner.findLast((around) => around.type === 'handler');
  return handler?.type === 'handler' ? `${variable}.skippedIn(${handler.site});` : `${variable}.skipped(${line});`;
}
