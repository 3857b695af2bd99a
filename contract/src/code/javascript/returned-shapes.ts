import type { SyntaxNode } from '@lezer/common';
import { resultOfCall } from '../call-results.ts';
import type { JsonType, Returned } from '../code-facts.ts';
import { mergedShape, numberType, returned, unknownShape, variableShape, type KeyAt, type Shape } from '../returned-shape.ts';
import { childrenOf, type Source } from '../source.ts';
import type { UsesOf } from '../variable-use.ts';
import { isFunction, propertyKey, propertyValue, unwrapped } from './syntax.ts';

/** Deeper than this no literal is followed. */
const maxDepth = 8;

const otherLiterals: Readonly<Record<string, string>> = {
  null: 'null',
  Number: 'number',
  BooleanLiteral: 'boolean',
  String: 'string',
  TemplateString: 'string',
  ArrayExpression: 'array',
};

/** What the `return` statements of one function give, or the expression that is an arrow function's body. */
export function javascriptReturns(source: Source, nodes: readonly SyntaxNode[], usesOf: UsesOf): readonly Returned[] {
  return nodes.flatMap((node) => {
    if (source.brokenIn(node.from, node.to)) return [];
    const value = node.name === 'ReturnStatement' ? childrenOf(node).find((part) => part.name !== 'return' && part.name !== ';') : node;
    if (value === undefined) return [returned(source, node, { shape: 'other', what: 'undefined' })];
    return shapesOf(source, usesOf, value, 0).map((shape) => returned(source, node, shape));
  });
}

/** More than one for a conditional expression. */
function shapesOf(source: Source, usesOf: UsesOf, wrappedNode: SyntaxNode, depth: number): readonly Shape[] {
  const node = unwrapped(wrappedNode);
  if (depth > maxDepth) return [unknownShape];
  if (node.name !== 'ConditionalExpression') return [shapeOf(source, usesOf, node, depth)];
  const parts = childrenOf(node);
  return [parts[2], parts[4]].flatMap((part) => (part === undefined ? [unknownShape] : shapesOf(source, usesOf, part, depth + 1)));
}

function shapeOf(source: Source, usesOf: UsesOf, wrappedNode: SyntaxNode, depth: number): Shape {
  const node = unwrapped(wrappedNode);
  if (depth > maxDepth) return unknownShape;
  const inner = (value: SyntaxNode): Shape => shapeOf(source, usesOf, value, depth + 1);
  if (node.name === 'ObjectExpression') return objectShape(source, node, inner);
  if (node.name === 'VariableName') {
    const name = source.textOf(node);
    return name === 'undefined' ? { shape: 'other', what: 'undefined' } : variableShape(usesOf, name, inner);
  }
  if (node.name === 'CallExpression') return resultOfCall(source, usesOf, node, 'javascript') ?? unknownShape;
  const what = Object.hasOwn(otherLiterals, node.name) ? otherLiterals[node.name] : undefined;
  return what === undefined ? unknownShape : { shape: 'other', what };
}

function objectShape(source: Source, node: SyntaxNode, inner: (value: SyntaxNode) => Shape): Shape {
  const shapes: Shape[] = [];
  const keys: KeyAt[] = [];
  let exact = true;
  for (const property of node.getChildren('Property')) {
    const found = propertyKey(source, property);
    if (property.firstChild?.name === 'Spread') {
      const value = childrenOf(property)[1];
      shapes.push(value === undefined ? unknownShape : inner(value));
    } else if (found === undefined) exact = false;
    else keys.push({ ...found, uncertain: mayBeLeftOut(source, property), value: writtenValue(source, propertyValue(property)) });
  }
  return mergedShape([{ shape: 'object', keys, exact }, ...shapes]);
}

const jsonTypes: Readonly<Record<string, JsonType>> = {
  null: 'null',
  BooleanLiteral: 'boolean',
  String: 'string',
  TemplateString: 'string',
  ArrayExpression: 'array',
  ObjectExpression: 'object',
};

function writtenValue(source: Source, wrappedNode: SyntaxNode | undefined): KeyAt['value'] {
  if (wrappedNode === undefined) return undefined;
  const node = unwrapped(wrappedNode);
  const named = Object.hasOwn(jsonTypes, node.name) ? jsonTypes[node.name] : undefined;
  const type = node.name === 'Number' ? numberType(source.textOf(node)) : named;
  return type === undefined ? undefined : { type, at: node };
}

/** Whether JSON may leave the property out: its value is `undefined` or a function, or may be by the look of it. */
function mayBeLeftOut(source: Source, property: SyntaxNode): boolean {
  if (isFunction(property)) return property.getChild('get') === null;
  const value = propertyValue(property);
  return value !== undefined && mayBeUndefined(source, value, 0);
}

function mayBeUndefined(source: Source, wrappedNode: SyntaxNode, depth: number): boolean {
  const node = unwrapped(wrappedNode);
  const parts = childrenOf(node);
  if (depth > maxDepth || isFunction(node)) return true;
  if (node.name === 'VariableName') return source.textOf(node) === 'undefined';
  if (node.name === 'UnaryExpression') return parts[0]?.name === 'void';
  if (node.name === 'MemberExpression' || node.name === 'CallExpression') return source.textOf(node).includes('?.');
  if (node.name === 'ConditionalExpression')
    return [parts[2], parts[4]].some((part) => part === undefined || mayBeUndefined(source, part, depth + 1));
  if (node.name !== 'BinaryExpression' || parts[1]?.name !== 'LogicOp') return false;
  return source.textOf(parts[1]) === '&&' || parts[2] === undefined || mayBeUndefined(source, parts[2], depth + 1);
}
