import type { SyntaxNode } from '@lezer/common';
import type { InstrumentedSites } from './instrumented-sites.ts';
import type { SourceEdits } from './source-edits.ts';

/** What the walk over one file carries along. */
export type Walk = {
  readonly source: string;
  readonly file: string;
  readonly sites: InstrumentedSites;
  readonly edits: SourceEdits;
  readonly lineOf: (position: number) => number;
  /** Told of each loop in which a turn could end early and nobody counts. */
  readonly passOver: (line: number, reason: string) => void;
  /** A debugger stops at what nobody catches: then nothing that is inserted may catch, and a loop that is left by a throw is told without the line of the throw. */
  readonly isDebugged: boolean;
};

/** Something around a statement, inside the same function, that a jump may leave. */
export type Enclosing =
  /** `variable` is the ledger's name, absent for a loop that keeps none. */
  | { readonly type: 'loop'; readonly labels: readonly string[]; readonly variable?: string; readonly body: SyntaxNode }
  | { readonly type: 'switch' }
  | { readonly type: 'label'; readonly labels: readonly string[] }
  /** `variable` is set where the report waits until the handler is over, since it may throw again. */
  | { readonly type: 'handler'; readonly site: number; readonly variable?: string };

/** From the outside in. A function starts with none. */
export type Surroundings = readonly Enclosing[];

export type Visit = (node: SyntaxNode, surroundings: Surroundings) => void;

const functionNames: ReadonlySet<string> = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunction',
  'MethodDeclaration',
  'ClassDeclaration',
  'ClassExpression',
  'StaticBlock',
]);

/** Whether jumps and `await` inside belong to this node and not to what is around it. */
export function isFunctionBoundary(node: SyntaxNode): boolean {
  return functionNames.has(node.name) || (node.name === 'Property' && node.getChild('ParamList') !== null);
}

export function children(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    found.push(child);
  }
  return found;
}

/** Children that mean something to the program. */
export function codeChildren(node: SyntaxNode): readonly SyntaxNode[] {
  return children(node).filter(({ name }) => name !== 'LineComment' && name !== 'BlockComment');
}

/** Whether a node of one of the names lies inside, in the same function. */
export function holds(node: SyntaxNode, names: ReadonlySet<string>): boolean {
  return children(node).some((child) => names.has(child.name) || (!isFunctionBoundary(child) && holds(child, names)));
}

export function ledgerOf(surroundings: Surroundings): string | undefined {
  for (const around of surroundings.toReversed()) {
    if (around.type === 'loop' && around.variable !== undefined) {
      return around.variable;
    }
  }
  return undefined;
}
