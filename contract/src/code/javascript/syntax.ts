import type { SyntaxNode } from '@lezer/common';
import { childrenOf, isSame, type Source } from '../source.ts';
import { javascriptString } from './string-value.ts';

const functionNodes = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunction', 'MethodDeclaration']);

/** A function of any form, the methods of object literals included. */
export function isFunction(node: SyntaxNode): boolean {
  return functionNodes.has(node.name) || (node.name === 'Property' && node.getChild('ParamList') !== null);
}

/** Whether a node only wraps its first expression: parentheses, `as T`, `satisfies T`, `!`. */
function isWrapper(node: SyntaxNode): boolean {
  const second = node.firstChild?.nextSibling;
  if (node.name === 'ParenthesizedExpression') return node.parent?.name !== 'IfStatement' && node.parent?.name !== 'WhileStatement';
  if (node.name === 'BinaryExpression') return second?.name === 'as' || second?.name === 'satisfies';
  return node.name === 'PostfixExpression' && second?.name === 'LogicOp';
}

/** The expression inside its wrappers. */
export function unwrapped(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (isWrapper(inner)) {
    const next = inner.name === 'ParenthesizedExpression' ? childrenOf(inner)[1] : inner.firstChild;
    if (next === undefined || next === null) return inner;
    inner = next;
  }
  return inner;
}

/** The expression with the wrappers around it. */
export function wrapped(node: SyntaxNode): SyntaxNode {
  let outer = node;
  while (outer.parent !== null && isWrapper(outer.parent) && !isSame(outer, outer.parent.lastChild ?? outer.parent)) outer = outer.parent;
  return outer;
}

/** What a member expression asks for: a key that is written out, or something that is computed. */
export function memberKey(source: Source, member: SyntaxNode): { readonly key?: string; readonly at: SyntaxNode } | undefined {
  const parts = childrenOf(member);
  const bracket = parts.findIndex((part) => part.name === '[');
  const at = bracket === -1 ? parts.at(-1) : parts[bracket + 1];
  if (at === undefined || parts.length < 3 || at.type.isError) return undefined;
  if (bracket === -1) return at.name === 'PropertyName' ? { key: source.textOf(at), at } : { at };
  const key = at.name === 'String' ? javascriptString(source.textOf(at)) : at.name === 'Number' ? source.textOf(at) : undefined;
  return key === undefined ? { at } : { key, at };
}

/** The key of a property in an object literal or a pattern; undefined for a computed one and for a spread. */
export function propertyKey(source: Source, property: SyntaxNode): { readonly key: string; readonly at: SyntaxNode } | undefined {
  for (const at of childrenOf(property)) {
    if (at.name === '[' || at.name === 'Spread') return undefined;
    if (at.name === 'String') {
      const key = javascriptString(source.textOf(at));
      return key === undefined ? undefined : { key, at };
    }
    if (/^(?:PropertyDefinition|PropertyName|VariableDefinition|Number)$/.test(at.name)) return { key: source.textOf(at), at };
  }
  return undefined;
}

/** The value of `key: value`; undefined for shorthands and methods. */
export function propertyValue(property: SyntaxNode): SyntaxNode | undefined {
  const parts = childrenOf(property);
  const colon = parts.findIndex((part) => part.name === ':');
  return colon === -1 ? undefined : parts[colon + 1];
}
