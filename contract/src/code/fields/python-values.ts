import type { SyntaxNode } from '@lezer/common';
import { pythonString } from '../python/string-value.ts';
import { targetOf } from '../python/variable-uses.ts';
import { isSame } from '../source.ts';
import { anyItem } from './field-facts.ts';
import { below, makes, type ValueAt } from './field-trail.ts';
import { followPythonCall, followPythonMethod } from './python-calls.ts';
import { functionAround, regionOf, type NameOf, type PythonContext } from './python-context.ts';
import { isPlain, merge } from './python-merges.ts';
import { pythonType } from './python-types.ts';
import type { Reach } from './reach.ts';
import { partsOf } from './syntax-parts.ts';

const comprehensions = new Set([
  'ArrayComprehensionExpression',
  'SetComprehensionExpression',
  'DictionaryComprehensionExpression',
  'ComprehensionExpression',
]);
/** Around a value in these, nothing of it goes on. */
const ends = new Set([
  'ExpressionStatement',
  'IfStatement',
  'WhileStatement',
  'AssertStatement',
  'UnaryExpression',
  'FormatReplacement',
  'DeleteStatement',
  'UpdateStatement',
  'TypeDef',
  'ScopeStatement',
]);

/** These hold a value beside others, and there may be many. */
const wide = new Set(['ArrayExpression', 'TupleExpression', 'SetExpression', 'DictionaryExpression']);

/** Follows all that is done with a name. */
export function followPythonName(
  context: PythonContext,
  name: string,
  { region, at, as }: { readonly region: SyntaxNode; readonly at: ValueAt; readonly as: NameOf },
): void {
  const bound = typeof as === 'object' && !makes(at) ? as.bound : undefined;
  if (!context.trail.enter(`name ${name} ${bound?.from ?? ''}`, region, at)) return;
  const reach = context.reachOf(name, region);
  if (makes(at)) return followMade(context, reach, { region, at });
  const key = as === 'parameter' ? 'start' : bound?.from;
  for (const place of key === undefined ? [] : (reach.only.get(key) ?? [])) context.follow(place, at);
  const [open] = reach.open;
  if (open === undefined) return;
  if (!context.trail.mayAdd(`name ${name} ${region.from}`)) return context.trail.leak(at, open, 'rebound');
  followOpen(context, reach, { name, at, as });
}

/** What the name stands for is made of all that is bound to it, and of all that is done with it. */
function followMade(
  context: PythonContext,
  { places }: Reach,
  { region, at }: { readonly region: SyntaxNode; readonly at: ValueAt },
): void {
  for (const place of places) {
    const bound = targetOf(place);
    if (bound === undefined) context.follow(place, at);
    // The variable of the loop that the name was followed into has the value already.
    else if (bound.value === undefined && place.parent !== null && isSame(place.parent, region)) continue;
    else if (bound.value === undefined) context.trail.leak(at, place, 'unknown');
    else {
      pythonType(context, place.nextSibling?.name === 'TypeDef' ? place.nextSibling.lastChild : undefined, at);
      context.produce(bound.value, at);
    }
  }
}

/** The uses that may see other values too; what else the name is bound to makes them useless. */
function followOpen(context: PythonContext, reach: Reach, { name, at, as }: { name: string; at: ValueAt; as: NameOf }): void {
  // The first binding is how the value came here; a parameter stands outside of the region.
  const first = typeof as === 'object' && reach.only.size > 0 ? as.bound : as === 'parameter' ? undefined : reach.bound[0];
  const isFirst =
    first !== undefined &&
    (reach.only.size > 0 || reach.places.every((place) => place.from >= first.from || isWithinStatement(first, place)));
  for (const place of reach.open) context.follow(place, at);
  for (const place of reach.bound)
    if (!(isSame(first, place) && isFirst) && !isItself(context, name, targetOf(place)?.value)) context.trail.leak(at, place, 'rebound');
}

/** In a comprehension the name is used before it is bound. */
function isWithinStatement(binding: SyntaxNode, use: SyntaxNode): boolean {
  return binding.parent !== null && comprehensions.has(binding.parent.name) && use.from >= binding.parent.from;
}

/** `name = name or {}`, `name = dict(name)`, `name = name.copy()`; and `name = {}`, which has no field. */
function isItself({ source }: PythonContext, name: string, value: SyntaxNode | undefined): boolean {
  if (value === undefined) return false;
  const text = source.textOf(value).replaceAll(/[()\s]/g, '');
  return ['{}', 'dict', name, `${name}or{}`, `dict${name}`, `dict${name}or{}`, `${name}.copy`].includes(text);
}

/** Follows a value from the expression that gives it. */
export function followPython(context: PythonContext, node: SyntaxNode, at: ValueAt): void {
  const { source, trail, follow } = context;
  const { parent } = node;
  if (parent === null || !trail.enter('value', node, at)) return;
  if (ends.has(parent.name)) return;
  if (wide.has(parent.name)) return makes(at) && trail.isResult(parent) ? undefined : trail.leak(at, node, 'passed');
  const parts = partsOf(parent);
  const index = parts.findIndex((part) => isSame(part, node));
  if (comprehensions.has(parent.name)) return followIntoLoop(context, parts, { index, region: parent, at });
  switch (parent.name) {
    case 'MemberExpression':
      return index === 0 ? followMember(context, parent, at) : trail.leak(at, node, 'passed');
    case 'ParenthesizedExpression':
    case 'AwaitExpression':
      return follow(parent, at);
    case 'BinaryExpression':
      return followOperator(context, parent, index, at);
    case 'ConditionalExpression':
      if (index === 2) return;
      return merge(context, parent, { others: [parts[index === 0 ? 4 : 0]], at });
    case 'AssignStatement':
      return followAssignment(context, parts, index, at);
    case 'NamedExpression': {
      const [name] = parts;
      if (name !== undefined && index > 0) context.followName(source.textOf(name), regionOf(node), at, 'variable');
      return index > 0 ? follow(parent, at) : undefined;
    }
    case 'ForStatement':
      return followIntoLoop(context, parts, { index, region: parent, at });
    case 'ArgList':
      return followPythonCall(context, node, { parts, index, at });
    case 'MatchStatement':
      return followMatch(context, parent, at);
    case 'ReturnStatement':
      // The output itself ends here; what else is given back goes on where the function is called.
      if (!makes(at) && !context.program.functions.giveBack(context, functionAround(parent), at)) trail.leak(at, node, 'passed');
      return;
    case 'Body':
      return undefined;
    default:
      return trail.leak(at, node, 'passed');
  }
}

/** `value[…]` and `value.method`. */
function followMember(context: PythonContext, member: SyntaxNode, at: ValueAt): void {
  const { source, trail, follow } = context;
  const parts = partsOf(member);
  const [, opener, key] = parts;
  if (opener?.name === '.') return followPythonMethod(context, member, at);
  if (key === undefined) return trail.leak(at, member, 'dynamic');
  if (parts.some((part) => part.name === ':')) return follow(member, at);
  const name = key.name === 'String' && parts.length === 4 ? pythonString(source.textOf(key)) : undefined;
  const target = targetOf(member);
  if (name !== undefined) {
    const inside = below(at, name);
    trail.use(inside, key, 'quoted', { write: target !== undefined });
    if (target !== undefined) return target.value !== undefined && makes(at) ? context.produce(target.value, inside) : undefined;
    return follow(member, inside);
  }
  if (key.name !== 'Number') trail.leak(at, key, 'dynamic');
  if (target?.value !== undefined && makes(at)) return context.produce(target.value, below(at, anyItem));
  return target === undefined ? follow(member, below(at, anyItem)) : undefined;
}

/** `value or {}` is the value, `"key" in value` names a key. */
function followOperator(context: PythonContext, expression: SyntaxNode, index: number, at: ValueAt): void {
  const { source, trail } = context;
  const parts = partsOf(expression);
  const operators = new Set(parts.slice(1, -1).map((part) => source.textOf(part)));
  if (operators.has('or') || operators.has('and')) return merge(context, expression, { others: [parts[index === 0 ? 2 : 0]], at });
  const [left] = parts;
  if (operators.has('in') && index === parts.length - 1 && left !== undefined) {
    const name = left.name === 'String' ? pythonString(source.textOf(left)) : undefined;
    return name === undefined ? trail.leak(at, left, 'dynamic') : trail.use(below(at, name), left, 'quoted');
  }
  const isCompared = ['==', '!='].some((operator) => operators.has(operator)) && !isPlain(context, parts[index === 0 ? 2 : 0]);
  if (isCompared || ['|', '+', '*', '%'].some((operator) => operators.has(operator))) trail.leak(at, expression, 'passed');
}

function followAssignment(context: PythonContext, parts: readonly SyntaxNode[], index: number, at: ValueAt): void {
  const last = parts.findLastIndex((part) => part.name === 'AssignOp');
  const node = parts[index];
  if (node === undefined || index < last || last < 0) return;
  const type = parts.slice(0, last).find((part) => part.name === 'TypeDef');
  pythonType(context, type?.lastChild, at);
  const targets = parts.slice(0, last).filter((part) => part.name !== 'AssignOp' && part.name !== 'TypeDef');
  for (const target of targets) {
    const isOwn = target.name === 'VariableName' && !isDeclaredElsewhere(context, target);
    if (isOwn) context.followName(context.source.textOf(target), regionOf(node), at, { bound: target });
    else context.trail.leak(at, node, 'passed');
  }
}

/** `global name`, `nonlocal name`. */
function isDeclaredElsewhere({ source, reachOf }: PythonContext, target: SyntaxNode): boolean {
  return reachOf(source.textOf(target), regionOf(target)).bound.some(({ parent }) => parent?.name === 'ScopeStatement');
}

type InLoop = { readonly index: number; readonly region: SyntaxNode; readonly at: ValueAt };

/** `for item in value`, as a statement or in a comprehension. Of an object that would be its keys. */
function followIntoLoop(context: PythonContext, parts: readonly SyntaxNode[], { index, region, at }: InLoop): void {
  const node = parts[index];
  const item = parts[index - 2];
  if (node === undefined || parts[index - 1]?.name !== 'in') {
    // What stands in front is what the comprehension gives; behind, it is a condition.
    const isElement = parts.slice(0, index).every((part) => part.name !== 'for');
    return isElement && node !== undefined ? context.trail.leak(at, node, 'passed') : undefined;
  }
  context.trail.leak(at, node, 'dynamic');
  if (item?.name !== 'VariableName') return context.trail.leak(below(at, anyItem), node, 'passed');
  context.followName(context.source.textOf(item), region, below(at, anyItem), 'variable');
}

/** `match value: case {"key": …}`. What the patterns bind is not followed. */
function followMatch({ source, trail }: PythonContext, match: SyntaxNode, at: ValueAt): void {
  for (const clause of match.getChild('MatchBody')?.getChildren('MatchClause') ?? []) {
    for (const literal of clause.getChild('MappingPattern')?.getChildren('LiteralPattern') ?? []) {
      const key = literal.getChild('String');
      const name = key === null ? undefined : pythonString(source.textOf(key));
      if (key === null || name === undefined) continue;
      trail.use(below(at, name), key, 'quoted');
      trail.leak(below(at, name), literal, 'passed');
    }
  }
}
