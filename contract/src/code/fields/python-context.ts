import type { SyntaxNode } from '@lezer/common';
import { isSame, walk, type Source } from '../source.ts';
import type { FieldTrail, ValueAt } from './field-trail.ts';
import { partsOf } from './syntax-parts.ts';

/** What those who follow a value through Python need of each other. */
export type PythonContext = {
  readonly source: Source;
  readonly trail: FieldTrail;
  /** An expression that gives the value: where does it go? */
  readonly follow: (node: SyntaxNode, at: ValueAt) => void;
  /** A name that stands for the value in a part of the text: a parameter has it from the start, a variable from its first binding on. */
  readonly followName: (name: string, region: SyntaxNode, at: ValueAt, as: 'parameter' | 'variable') => void;
  /** An expression whose value goes to the output: what is it made of? */
  readonly produce: (node: SyntaxNode, at: ValueAt) => void;
};

const scopes = new Set(['FunctionDefinition', 'LambdaExpression']);

/** Where a name stands, without functions that have a parameter of that name and names of arguments. */
export function placesOf({ source }: PythonContext, name: string, region: SyntaxNode): readonly SyntaxNode[] {
  const places: SyntaxNode[] = [];
  walk(region, (at) => {
    if (scopes.has(at.name) && !isSame(at.node, region) && parametersOf(source, at.node).includes(name)) return false;
    if (at.name === 'VariableName' && source.textOf(at) === name && !isArgumentName(at.node)) places.push(at.node);
    return undefined;
  });
  return places;
}

/** The names of the parameters that a call may give by place, in order. */
export function parametersOf(source: Source, definition: SyntaxNode): readonly string[] {
  const parts = partsOf(definition.getChild('ParamList'));
  return parts.flatMap((part, index) =>
    part.name === 'VariableName' && parts[index - 1]?.name !== 'AssignOp' ? [source.textOf(part)] : [],
  );
}

/** The body of the function around a node, or the whole text. */
export function regionOf(node: SyntaxNode): SyntaxNode {
  let at = node;
  while (at.parent !== null && !scopes.has(at.name)) at = at.parent;
  return at.getChild('Body') ?? at;
}

/** A function of the top level that is named once beside its definition: whoever calls it is known. */
export function localFunction(context: PythonContext, callee: SyntaxNode): SyntaxNode | undefined {
  const { source } = context;
  if (callee.name !== 'VariableName') return undefined;
  const named = placesOf(context, source.textOf(callee), source.root);
  const definitions = named.filter(
    (node) => node.parent?.name === 'FunctionDefinition' && isSame(node.parent.getChild('VariableName'), node),
  );
  const [definition] = definitions;
  const isPlain = named.length === 2 && definitions.length === 1 && definition?.parent?.parent?.name === 'Script';
  return isPlain ? (definition.parent ?? undefined) : undefined;
}

function isArgumentName(node: SyntaxNode): boolean {
  return node.parent?.name === 'ArgList' && node.nextSibling?.name === 'AssignOp';
}
