import type { SyntaxNode } from '@lezer/common';
import { resultOfCall } from '../call-results.ts';
import type { JsonType, Returned } from '../code-facts.ts';
import { mergedShape, numberType, returned, unknownShape, variableShape, type KeyAt, type Shape } from '../returned-shape.ts';
import { childrenOf, type Source } from '../source.ts';
import type { UsesOf } from '../variable-use.ts';
import { pythonString } from './string-value.ts';

/** Deeper than this no literal is followed. */
const maxDepth = 8;

const otherLiterals: Readonly<Record<string, string>> = {
  None: 'None',
  Number: 'number',
  Boolean: 'bool',
  String: 'str',
  ContinuedString: 'str',
  FormatString: 'str',
  ArrayExpression: 'list',
  ArrayComprehensionExpression: 'list',
  TupleExpression: 'tuple',
  SetExpression: 'set',
  SetComprehensionExpression: 'set',
  ComprehensionExpression: 'generator',
};

/** What the `return` statements of one function give. */
export function pythonReturns(source: Source, statements: readonly SyntaxNode[], usesOf: UsesOf): readonly Returned[] {
  return statements.flatMap((statement) => {
    if (source.brokenIn(statement.from, statement.to)) return [];
    const [, value, second] = childrenOf(statement);
    if (value === undefined) return [returned(source, statement, { shape: 'other', what: 'None' })];
    if (second !== undefined) return [returned(source, statement, { shape: 'other', what: 'tuple' })];
    return shapesOf(source, usesOf, value, 0).map((shape) => returned(source, statement, shape));
  });
}

/** More than one for a conditional expression. */
function shapesOf(source: Source, usesOf: UsesOf, node: SyntaxNode, depth: number): readonly Shape[] {
  if (depth > maxDepth) return [unknownShape];
  const parts = childrenOf(node);
  if (node.name === 'ParenthesizedExpression' && parts[1] !== undefined) return shapesOf(source, usesOf, parts[1], depth + 1);
  if (node.name === 'ConditionalExpression' && parts[0] !== undefined && parts[4] !== undefined) {
    return [...shapesOf(source, usesOf, parts[0], depth + 1), ...shapesOf(source, usesOf, parts[4], depth + 1)];
  }
  return [shapeOf(source, usesOf, node, depth)];
}

function shapeOf(source: Source, usesOf: UsesOf, node: SyntaxNode, depth: number): Shape {
  if (depth > maxDepth) return unknownShape;
  const inner = (value: SyntaxNode): Shape => shapeOf(source, usesOf, value, depth + 1);
  switch (node.name) {
    case 'DictionaryExpression':
      return dictionaryShape(source, node, inner);
    case 'CallExpression':
      return resultOfCall(source, usesOf, node, 'python') ?? dictCallShape(source, usesOf, node);
    case 'VariableName':
      return variableShape(usesOf, source.textOf(node), inner);
    default: {
      const what = Object.hasOwn(otherLiterals, node.name) ? otherLiterals[node.name] : undefined;
      return what === undefined ? unknownShape : { shape: 'other', what };
    }
  }
}

function dictionaryShape(source: Source, node: SyntaxNode, inner: (value: SyntaxNode) => Shape): Shape {
  const parts = childrenOf(node);
  const shapes: Shape[] = [];
  const keys: KeyAt[] = [];
  let exact = true;
  for (const [index, part] of parts.entries()) {
    if (parts[index - 1]?.name === '**') shapes.push(inner(part));
    if (parts[index + 1]?.name !== ':') continue;
    const key = part.name === 'String' ? pythonString(source.textOf(part)) : undefined;
    if (key === undefined) exact = false;
    else keys.push({ key, at: part, value: writtenValue(source, parts[index + 2], parts[index + 3]) });
  }
  return mergedShape([{ shape: 'object', keys, exact }, ...shapes]);
}

const jsonTypes: Readonly<Record<string, JsonType>> = {
  None: 'null',
  Boolean: 'boolean',
  String: 'string',
  ContinuedString: 'string',
  FormatString: 'string',
  ArrayExpression: 'array',
  ArrayComprehensionExpression: 'array',
  TupleExpression: 'array',
  DictionaryExpression: 'object',
  DictionaryComprehensionExpression: 'object',
};

/** A value that is one literal, up to the comma behind it. */
function writtenValue(source: Source, node: SyntaxNode | undefined, next: SyntaxNode | undefined): KeyAt['value'] {
  if (node === undefined || (next !== undefined && next.name !== ',' && next.name !== '}')) return undefined;
  const isBytes = node.name === 'String' && /^[rR]?[bB]/.test(source.textOf(node));
  const named = Object.hasOwn(jsonTypes, node.name) ? jsonTypes[node.name] : undefined;
  const type = node.name === 'Number' ? numberType(source.textOf(node)) : isBytes ? undefined : named;
  return type === undefined ? undefined : { type, at: node };
}

/** `dict(key=value)`. */
function dictCallShape(source: Source, usesOf: UsesOf, call: SyntaxNode): Shape {
  const callee = call.firstChild;
  if (callee === null || source.textOf(callee) !== 'dict' || usesOf('dict').some((use) => use.type === 'bind')) return unknownShape;
  const parts = childrenOf(call.getChild('ArgList')).slice(1, -1);
  const keys: KeyAt[] = [];
  let exact = true;
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (part === undefined || part.name === ',') continue;
    if (part.name === 'VariableName' && parts[index + 1]?.name === 'AssignOp') {
      keys.push({ key: source.textOf(part), at: part });
      index += 2;
    } else exact = false;
  }
  return { shape: 'object', keys, exact };
}
