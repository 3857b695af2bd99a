import type { SyntaxNode } from '@lezer/common';
import type { Declared } from '../javascript/declarations.ts';
import { isFunction } from '../javascript/syntax.ts';
import { assignedValue } from '../javascript/variable-uses.ts';
import { betweenCommas, isSame, isWithin, walk, type Source } from '../source.ts';
import type { InProgram, Program } from './field-program.ts';
import type { ValueAt } from './field-trail.ts';
import type { JsdocTypes } from './jsdoc-types.ts';
import type { NamePlaces } from './name-places.ts';
import { reachesIn, type Binding, type Reach } from './reach.ts';
import { partsOf } from './syntax-parts.ts';

/** What those who follow a value through JavaScript and TypeScript need of each other. */
export type JavascriptContext = InProgram & {
  readonly program: Program<JavascriptContext>;
  readonly names: ReadonlyMap<string, Declared>;
  readonly comments: JsdocTypes;
  /** A pattern that the value is taken apart by, or the name that it gets. */
  readonly bind: (target: SyntaxNode, region: SyntaxNode, at: ValueAt) => void;
  readonly places: NamePlaces;
  /** Where a variable is used in a part of the text. */
  readonly reachOf: (name: string, region: SyntaxNode) => Reach;
};

/** Whether a variable may stand here: as a key of an object it does where that has no value beside it. */
export function isVariable({ name }: { readonly name: string }): boolean {
  return name === 'VariableName' || name === 'VariableDefinition' || name === 'PropertyDefinition';
}

/** Where a variable stands in a part of the text, without functions that have one of the same name. */
function placesOf(
  { source, places }: Pick<JavascriptContext, 'source' | 'places'>,
  name: string,
  region: SyntaxNode,
): readonly SyntaxNode[] {
  const hidden = new Map<number, boolean>();
  const hides = (scope: SyntaxNode): boolean => {
    const known = hidden.get(scope.from) ?? binds(source, scope, name);
    hidden.set(scope.from, known);
    return known;
  };
  return places(name).filter((place) => {
    if (!isWithin(place, region) || (place.name === 'PropertyDefinition' && !isShorthand(place))) return false;
    for (let at = place.parent; at !== null && isWithin(at, region) && !isSame(at, region); at = at.parent)
      if (isFunction(at) && hides(at)) return false;
    return true;
  });
}

/** Where names are used, each question answered once. */
export function javascriptReach(parts: Pick<JavascriptContext, 'source' | 'trail' | 'places'>): JavascriptContext['reachOf'] {
  return reachesIn((name, region) => placesOf(parts, name, region), {
    bindingOf,
    isLoop,
    isScope: isFunction,
    onTooMany: parts.trail.giveUp,
  });
}

function isLoop({ name }: SyntaxNode): boolean {
  return name === 'ForStatement' || name === 'WhileStatement' || name === 'DoStatement';
}

function bindingOf(place: SyntaxNode): Binding | 'elsewhere' | undefined {
  if (boundValue(place) === undefined) return undefined;
  const { parent } = place;
  const statement = parent?.name === 'AssignmentExpression' ? parent.parent : parent;
  const isStatement = statement?.name === 'VariableDeclaration' || statement?.name === 'ExpressionStatement';
  const block = isStatement ? statement.parent : null;
  if (parent === null || block === null || (block.name !== 'Block' && block.name !== 'Script')) return 'elsewhere';
  return { name: place, effect: boundValue(place)?.value?.to ?? place.to, block };
}

/** Whether a function has a parameter of this name. */
function binds(source: Source, node: SyntaxNode, name: string): boolean {
  let found = false;
  const list = node.getChild('ParamList');
  if (list !== null)
    walk(list, (at) => {
      if (at.name === 'VariableDefinition' && source.textOf(at) === name) found = true;
      return !found;
    });
  return found;
}

export function isShorthand(key: SyntaxNode): boolean {
  const property = key.parent;
  return property?.name === 'Property' && partsOf(property).length === 1;
}

/** The function around a node, or the whole text. */
export function functionAround(node: SyntaxNode): SyntaxNode {
  let at = node.parent ?? node;
  while (at.parent !== null && !isFunction(at)) at = at.parent;
  return at;
}

/** The body of the function around a node, or the whole text. */
export function regionOf(node: SyntaxNode): SyntaxNode {
  return bodyOf(functionAround(node));
}

export function bodyOf(node: SyntaxNode): SyntaxNode {
  return node.getChild('Block') ?? (isFunction(node) ? (node.lastChild ?? node) : node);
}

/** The parameters of a function, each a name or a pattern; undefined for one that takes the rest. */
export function parametersOf(node: SyntaxNode): readonly (SyntaxNode | undefined)[] {
  return betweenCommas(partsOf(node.getChild('ParamList'))).map((parts) =>
    parts.some(({ name }) => name === 'Spread')
      ? undefined
      : parts.find(({ name }) => /^(?:VariableDefinition|ObjectPattern|ArrayPattern)$/.test(name)),
  );
}

/** The type that is written behind a parameter or a variable. */
export function typeBehind(target: SyntaxNode): SyntaxNode | undefined {
  let next = target.nextSibling;
  if (next?.name === 'Optional') next = next.nextSibling;
  return next?.name === 'TypeAnnotation' ? next : undefined;
}

/** Whether the variable gets another value here, and which. */
export function boundValue(place: SyntaxNode): { readonly value?: SyntaxNode } | undefined {
  if (place.name === 'VariableName') return assignedValue(place);
  if (place.name !== 'VariableDefinition') return undefined;
  const parts = partsOf(place.parent).filter((part) => part.name !== 'TypeAnnotation');
  const index = parts.findIndex((part) => isSame(part, place));
  if (place.parent?.name !== 'VariableDeclaration') return {};
  if (parts[index + 1]?.name !== 'Equals') return {};
  const value = parts[index + 2];
  return value === undefined ? {} : { value };
}
