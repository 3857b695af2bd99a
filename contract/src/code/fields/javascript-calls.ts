import type { SyntaxNode } from '@lezer/common';
import { isFunction, propertyKey } from '../javascript/syntax.ts';
import { anyItem } from './field-facts.ts';
import { below, makes, type ValueAt } from './field-trail.ts';
import { bodyOf, parametersOf, typeBehind, type JavascriptContext } from './javascript-context.ts';
import { calledJavascript } from './javascript-functions.ts';
import { javascriptType } from './javascript-types.ts';
import { partsOf } from './syntax-parts.ts';

/** Functions that show a value to a person, or say something about it, and no more. */
const lookers = /^(?:console\.\w+|Boolean|Array\.isArray|Object\.freeze)$/;
/** Methods of lists whose function gets the items, by the place of the parameter that does. */
const overItems: Readonly<Record<string, number>> = {
  map: 0,
  forEach: 0,
  filter: 0,
  find: 0,
  findLast: 0,
  some: 0,
  every: 0,
  flatMap: 0,
  reduce: 1,
};
/** Methods that give the same list, or a part of it. */
const sameList = new Set(['slice', 'filter', 'toSorted', 'toReversed', 'concat', 'sort', 'reverse']);
/** Methods that give one item. */
const oneItem = new Set(['find', 'findLast', 'at', 'pop', 'shift']);

/** A value that a function is called with. */
export function followJavascriptCall(
  context: JavascriptContext,
  node: SyntaxNode,
  { parts, index, at }: { readonly parts: readonly SyntaxNode[]; readonly index: number; readonly at: ValueAt },
): void {
  const { source, trail, follow, produce } = context;
  const call = node.parent?.parent ?? null;
  const callee = call?.name === 'CallExpression' ? call.firstChild : null;
  if (call === null || callee === null || parts[index - 1]?.name === 'Spread') return trail.leak(at, node, 'passed');
  const name = source.textOf(callee);
  if (lookers.test(name)) return;
  if (name === 'structuredClone') return follow(call, at);
  if (/^Object\.(?:keys|values|entries)$/.test(name)) return trail.leak(at, node, 'dynamic');
  const key = parts[index + 2];
  if (name === 'Object.hasOwn' && key?.name === 'String') {
    const found = propertyKey(source, key.parent ?? key);
    if (found !== undefined) return trail.use(below(at, found.key), key, 'quoted');
  }
  if (name === 'Object.assign' && makes(at) && index === 1) {
    for (const part of parts.slice(2, -1)) if (part.name !== ',') produce(part, at);
    return;
  }
  const position = parts.slice(0, index).filter((part) => part.name === ',').length;
  const called = calledJavascript(context, callee);
  const parameter = called === undefined ? undefined : parametersOf(called.node)[position];
  const isSpread = parts.slice(0, index).some((part) => part.name === 'Spread');
  if (called === undefined || parameter === undefined || isSpread) return trail.leak(at, node, 'passed');
  if (!context.program.functions.give(called, { context, call }, String(position), at)) return trail.leak(at, node, 'passed');
  called.context.bind(parameter, bodyOf(called.node), at);
  javascriptType(called.context, typeBehind(parameter), at);
}

/** `value.method(…)`. */
export function followJavascriptMethod(context: JavascriptContext, call: SyntaxNode, method: string, at: ValueAt): void {
  const { trail, follow, bind, produce } = context;
  const given = partsOf(call.getChild('ArgList'))
    .slice(1, -1)
    .filter((part) => part.name !== ',');
  const [callback] = given;
  const place = Object.hasOwn(overItems, method) ? overItems[method] : undefined;
  if (place !== undefined) {
    const parameter = callback !== undefined && isFunction(callback) ? parametersOf(callback)[place] : undefined;
    if (callback !== undefined && parameter !== undefined) bind(parameter, bodyOf(callback), below(at, anyItem));
    else trail.leak(below(at, anyItem), callback ?? call, 'passed');
  }
  if (sameList.has(method)) return follow(call, at);
  if (oneItem.has(method)) return follow(call, below(at, anyItem));
  if (place !== undefined) return;
  if (method === 'push' || method === 'unshift') {
    if (makes(at)) for (const part of given) produce(part, below(at, anyItem));
    return;
  }
  trail.leak(at, call, 'passed');
}
