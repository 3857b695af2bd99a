import type { SyntaxNode } from '@lezer/common';
import { memberKey, propertyKey, wrapped } from '../javascript/syntax.ts';
import { assignedValue } from '../javascript/variable-uses.ts';
import { isSame, type Source } from '../source.ts';
import { anyItem } from './field-facts.ts';
import { below, makes, type ValueAt } from './field-trail.ts';
import { followJavascriptCall, followJavascriptMethod } from './javascript-calls.ts';
import { boundValue, functionAround, parametersOf, regionOf, typeBehind, type JavascriptContext } from './javascript-context.ts';
import { javascriptType, writtenTypes } from './javascript-types.ts';
import type { Reach } from './reach.ts';
import { partsOf } from './syntax-parts.ts';

/** Around a value in these, nothing of it goes on. */
const ends = new Set(['ExpressionStatement', 'UnaryExpression', 'Interpolation', 'PostfixExpression', 'SwitchStatement']);

/** Follows all that is done with a name from where it is bound on; a parameter has its value from the start. */
export function followJavascriptName(context: JavascriptContext, definition: SyntaxNode, region: SyntaxNode, at: ValueAt): void {
  const { source, trail, follow } = context;
  const name = source.textOf(definition);
  const bound = makes(at) ? undefined : definition;
  if (!trail.enter(`name ${name} ${bound?.from ?? ''}`, region, at)) return;
  const reach = context.reachOf(name, region);
  if (makes(at)) return followMade(context, reach, definition, at);
  const isBoundHere = reach.bound.some((place) => isSame(place, definition));
  for (const place of reach.only.get(isBoundHere ? definition.from : 'start') ?? []) follow(place, at);
  const [open] = reach.open;
  if (open === undefined) return;
  if (!trail.mayAdd(`name ${name} ${region.from}`)) return trail.leak(at, open, 'rebound');
  for (const place of reach.open) follow(place, at);
  for (const place of reach.bound) {
    const value = isSame(place, definition) ? undefined : boundValue(place);
    if (value !== undefined && (value.value === undefined ? !isEmpty(place) : !isItself(source.textOf(value.value), name)))
      trail.leak(at, place, 'rebound');
  }
}

/** `let name;` */
function isEmpty({ name, parent }: SyntaxNode): boolean {
  return name === 'VariableDefinition' && parent?.name === 'VariableDeclaration';
}

/** What the name stands for is made of all that is bound to it, and of all that is done with it. */
function followMade(context: JavascriptContext, { places }: Reach, definition: SyntaxNode, at: ValueAt): void {
  const { trail, follow, produce } = context;
  for (const place of places) {
    const bound = boundValue(place);
    if (bound === undefined) follow(place, at);
    else if (bound.value !== undefined) {
      javascriptType(context, typeBehind(place), at);
      produce(bound.value, at);
    } else if (!isSame(place, definition) && place.parent?.name !== 'VariableDeclaration') trail.leak(at, place, 'unknown');
  }
}

/** `name = name ?? {}`; and `name = {}`, which has no field. */
function isItself(value: string, name: string): boolean {
  if (/^\(?\s*\{\s*\}\s*\)?$/.test(value)) return true;
  return new RegExp(String.raw`^\(?\s*${name.replaceAll('$', String.raw`\$`)}\s*(?:(?:\?\?|\|\|)\s*\{\s*\})?\s*\)?$`).test(value);
}

/** The value gets a name, or is taken apart by a pattern. */
export function bindJavascript(context: JavascriptContext, target: SyntaxNode, region: SyntaxNode, at: ValueAt): void {
  const { source, trail } = context;
  if (target.name === 'VariableDefinition' || target.name === 'VariableName') return followJavascriptName(context, target, region, at);
  if (target.name !== 'ObjectPattern') return trail.leak(at, target, 'passed');
  for (const property of target.getChildren('PatternProperty')) {
    const parts = partsOf(property);
    const found = propertyKey(source, property);
    if (found === undefined) {
      // `...rest` gets what is not named beside it.
      if (parts[0]?.name === 'Spread') trail.leak({ ...at, beside: keysOf(source, target) }, property, 'passed');
      else trail.leak(at, property, 'dynamic');
      continue;
    }
    const { key, at: node } = found;
    const inside = below(at, key);
    const inner = parts[parts.findIndex((part) => part.name === ':') + 1];
    if (node.name === 'VariableDefinition' || inner === undefined || isSame(inner, node)) {
      trail.use(inside, node, 'shorthand');
      bindJavascript(context, node, region, inside);
      continue;
    }
    const whole = inner.name === 'VariableDefinition' ? { whole: { from: node.from, to: inner.to, name: source.textOf(inner) } } : {};
    trail.use(inside, node, node.name === 'String' ? 'quoted' : 'key', whole);
    bindJavascript(context, inner, region, inside);
  }
}

function keysOf(source: Source, pattern: SyntaxNode): readonly string[] {
  return pattern.getChildren('PatternProperty').flatMap((property) => propertyKey(source, property)?.key ?? []);
}

/** Follows a value from the expression that gives it. */
export function followJavascript(context: JavascriptContext, inner: SyntaxNode, at: ValueAt): void {
  const { trail, follow, bind } = context;
  const node = wrapped(inner);
  const { parent } = node;
  if (parent === null || !trail.enter('value', node, at)) return;
  writtenTypes(context, inner, { within: node, at });
  if (ends.has(parent.name)) return;
  // There may be many beside it.
  if (parent.name === 'ArrayExpression') return trail.leak(at, node, 'passed');
  const parts = partsOf(parent);
  const index = parts.findIndex((part) => isSame(part, node));
  switch (parent.name) {
    case 'MemberExpression':
      return index === 0 ? followMember(context, parent, at) : trail.leak(at, node, 'passed');
    case 'AwaitExpression':
      return follow(parent, at);
    case 'ParenthesizedExpression':
      return undefined;
    case 'BinaryExpression':
      return followOperator(context, parent, { parts, index, at });
    case 'ConditionalExpression':
      return index === 0 ? undefined : merge(context, parent, { other: parts[index === 2 ? 4 : 2], at });
    case 'AssignmentExpression':
    case 'VariableDeclaration': {
      const target = parts.slice(0, index - 1).findLast((part) => part.name !== 'TypeAnnotation');
      if (index === 0 || target === undefined || parts[index - 1]?.name !== 'Equals') return undefined;
      javascriptType(context, typeBehind(target), at);
      return isFollowed(context, target) ? bind(target, regionOf(node), at) : trail.leak(at, node, 'passed');
    }
    case 'ForOfSpec': {
      const target = parts[index - 2];
      if (target === undefined || parent.parent === null) return undefined;
      return bind(target, parent.parent, below(at, anyItem));
    }
    case 'ForInSpec':
      return trail.leak(at, node, 'dynamic');
    case 'ArgList':
      return followJavascriptCall(context, node, { parts, index, at });
    case 'ReturnStatement':
    case 'ArrowFunction':
      // The output itself ends here; what else is given back goes on where the function is called.
      if (!makes(at) && !context.program.functions.giveBack(context, functionAround(node), at)) trail.leak(at, node, 'passed');
      return;
    default:
      return makes(at) && parent.name === 'Property' ? undefined : trail.leak(at, node, 'passed');
  }
}

/** Whether what gets a value is a pattern, or a variable of the same function. */
function isFollowed({ source, reachOf }: JavascriptContext, target: SyntaxNode): boolean {
  if (target.name !== 'VariableName') return /^(?:VariableDefinition|ObjectPattern)$/.test(target.name);
  const name = source.textOf(target);
  const isParameter = parametersOf(functionAround(target)).some((one) => one !== undefined && source.textOf(one) === name);
  return isParameter || reachOf(name, regionOf(target)).bound.some((place) => place.name === 'VariableDefinition');
}

/** `value.key`, `value["key"]` and `value.method(…)`. */
function followMember(context: JavascriptContext, member: SyntaxNode, at: ValueAt): void {
  const { source, trail, follow, produce } = context;
  const found = memberKey(source, member);
  const whole = wrapped(member);
  const { parent } = whole;
  if (found === undefined) return trail.leak(at, member, 'dynamic');
  const isMade = makes(at);
  const assigned = assignedValue(whole);
  if (found.key === undefined || found.at.name === 'Number') {
    if (found.at.name !== 'Number') trail.leak(at, found.at, 'dynamic');
    if (assigned?.value !== undefined && isMade) return produce(assigned.value, below(at, anyItem));
    return assigned === undefined ? follow(member, below(at, anyItem)) : undefined;
  }
  if (parent?.name === 'CallExpression' && isSame(parent.firstChild, whole)) return followJavascriptMethod(context, parent, found.key, at);
  // Of a list and of a text, not of an object that came as JSON.
  if (found.key === 'length' || Object.hasOwn(Object.prototype, found.key)) return;
  const inside = below(at, found.key);
  trail.use(inside, found.at, found.at.name === 'String' ? 'quoted' : 'name', { write: assigned !== undefined });
  if (assigned === undefined) return follow(member, inside);
  return assigned.value !== undefined && isMade ? produce(assigned.value, inside) : undefined;
}

type InExpression = { readonly parts: readonly SyntaxNode[]; readonly index: number; readonly at: ValueAt };

/** The value, or another one: where that may have keys, they need not be called the same. */
function merge(
  { source, trail, follow }: JavascriptContext,
  expression: SyntaxNode,
  { other, at }: { readonly other: SyntaxNode | undefined; readonly at: ValueAt },
): void {
  const text = other === undefined ? '' : source.textOf(other);
  const isPlain =
    /^(?:String|Number|BooleanLiteral|null|TemplateString)$/.test(other?.name ?? '') || /^(?:\{\s*\}|\[\s*\]|undefined|)$/.test(text);
  if (!makes(at) && !isPlain) trail.leak(at, expression, 'rebound');
  follow(expression, at);
}

/** `value ?? {}` is the value, `"key" in value` names a key. */
function followOperator(context: JavascriptContext, expression: SyntaxNode, { parts, index, at }: InExpression): void {
  const { source, trail } = context;
  const [left, operator] = parts;
  if (left === undefined || operator === undefined) return;
  if (/^(?:\?\?|\|\||&&)$/.test(source.textOf(operator))) return merge(context, expression, { other: parts[index === 0 ? 2 : 0], at });
  if (operator.name !== 'in' || index !== 2) return;
  const found = left.name === 'String' ? propertyKey(source, expression) : undefined;
  return found === undefined ? trail.leak(at, left, 'dynamic') : trail.use(below(at, found.key), found.at, 'quoted');
}
