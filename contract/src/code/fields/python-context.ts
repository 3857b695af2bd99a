import type { SyntaxNode } from '@lezer/common';
import type { ImportedName } from '../python/imports.ts';
import { pythonParameters } from '../python/parameters.ts';
import { targetOf } from '../python/variable-uses.ts';
import { isSame, isWithin, type Source } from '../source.ts';
import type { InProgram, Program } from './field-program.ts';
import type { ValueAt } from './field-trail.ts';
import type { NamePlaces } from './name-places.ts';
import { reachesIn, type Binding, type Reach } from './reach.ts';

/** What those who follow a value through Python need of each other. */
export type PythonContext = InProgram & {
  readonly program: Program<PythonContext>;
  /** A name that stands for the value in a part of the text. */
  readonly followName: (name: string, region: SyntaxNode, at: ValueAt, as: NameOf) => void;
  readonly names: NamePlaces;
  /** Where a name is used in a part of the text. */
  readonly reachOf: (name: string, region: SyntaxNode) => Reach;
  /** What its imports bind, once it is asked for. */
  readonly imported: () => readonly ImportedName[];
};

/** How a name came to a value: a parameter has it from the start, a variable from where it is bound on, if that is known. */
export type NameOf = 'parameter' | 'variable' | { readonly bound: SyntaxNode };

const scopes = new Set(['FunctionDefinition', 'LambdaExpression']);

/** Where a name stands, without functions that have a parameter of that name and names of arguments. */
function placesOf({ source, names }: Pick<PythonContext, 'source' | 'names'>, name: string, region: SyntaxNode): readonly SyntaxNode[] {
  const hidden = new Map<number, boolean>();
  const hides = (scope: SyntaxNode): boolean => {
    const known = hidden.get(scope.from) ?? parametersOf(source, scope).includes(name);
    hidden.set(scope.from, known);
    return known;
  };
  return names(name).filter((place) => {
    if (!isWithin(place, region) || isArgumentName(place)) return false;
    for (let at = place.parent; at !== null && isWithin(at, region) && !isSame(at, region); at = at.parent)
      if (scopes.has(at.name) && hides(at)) return false;
    return true;
  });
}

/** Where names are used, each question answered once. */
export function pythonReach(parts: Pick<PythonContext, 'source' | 'trail' | 'names'>): PythonContext['reachOf'] {
  return reachesIn((name, region) => placesOf(parts, name, region), { bindingOf, isLoop, isScope, onTooMany: parts.trail.giveUp });
}

const loops = new Set(['ForStatement', 'WhileStatement']);
const blocks = new Set(['Body', 'Script']);
const targetGroups = new Set(['TupleExpression', 'ArrayExpression', 'ParenthesizedExpression']);

function isLoop({ name }: SyntaxNode): boolean {
  return loops.has(name) || name.endsWith('ComprehensionExpression');
}

function isScope({ name }: SyntaxNode): boolean {
  return scopes.has(name);
}

function bindingOf(place: SyntaxNode): Binding | 'elsewhere' | undefined {
  if (targetOf(place) === undefined) return undefined;
  let statement = place.parent;
  while (statement !== null && targetGroups.has(statement.name)) statement = statement.parent;
  const block = statement?.parent ?? null;
  if (statement?.name !== 'AssignStatement' || block === null || !blocks.has(block.name)) return 'elsewhere';
  return { name: place, effect: statement.to, block };
}

/** The names of the parameters that a call may give by place, in order. */
export function parametersOf(source: Source, definition: SyntaxNode): readonly string[] {
  return pythonParameters(source, definition.getChild('ParamList')).map(({ name }) => name);
}

/** The function around a node, or the whole text. */
export function functionAround(node: SyntaxNode): SyntaxNode {
  let at = node;
  while (at.parent !== null && !scopes.has(at.name)) at = at.parent;
  return at;
}

/** The body of the function around a node, or the whole text. */
export function regionOf(node: SyntaxNode): SyntaxNode {
  const around = functionAround(node);
  return around.getChild('Body') ?? around;
}

function isArgumentName(node: SyntaxNode): boolean {
  return node.parent?.name === 'ArgList' && node.nextSibling?.name === 'AssignOp';
}
