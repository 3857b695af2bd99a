import type { SyntaxNode } from '@lezer/common';
import { createMayChange, type MayChange } from '../handed-over.ts';
import { childrenOf, isSame, walk, type Source } from '../source.ts';
import type { UsesOf, VariableUse } from '../variable-use.ts';
import { methodUses } from './method-uses.ts';
import { pythonString } from './string-value.ts';

const scopes = new Set(['FunctionDefinition', 'LambdaExpression', 'ClassDefinition']);
const targetGroups = new Set(['TupleExpression', 'ArrayExpression', 'ParenthesizedExpression']);
/** Built-in functions and the usual ones that only look at what they are given. */
const lookers =
  /^(?:len|print|str|repr|bool|list|tuple|set|sorted|dict|isinstance|type|id|any|all|json\.dumps|copy\.(?:deep)?copy|log(?:ger|ging)?\.\w+)$/;
/** Calls that may change any local name. */
const reflective = new Set(['locals', 'vars', 'exec', 'eval']);

/** What happens to each name inside a node: the body of a function, or the whole module. */
export function pythonUses(source: Source, scope: SyntaxNode): UsesOf {
  // Offsets, for few of all names are asked for, and a node costs many times as much.
  const places = new Map<string, number[]>();
  const mayChange = createMayChange(source);
  let opaque = false;
  walk(scope, (at) => {
    if (at.name !== 'VariableName') return undefined;
    const name = source.textOf(at);
    if (reflective.has(name) && at.node.parent?.name === 'CallExpression') opaque = true;
    const list = places.get(name);
    if (list === undefined) places.set(name, [at.from]);
    else list.push(at.from);
    return undefined;
  });
  return (name) => {
    const uses: VariableUse[] = opaque ? [{ type: 'change', nested: false }] : [];
    for (const from of places.get(name) ?? []) uses.push(...useOf(source, scope, source.root.resolveInner(from, 1), mayChange));
    return uses;
  };
}

/** The node that a name is defined by as a whole: a function's or class's name belongs to the scope around it. */
function isNested(scope: SyntaxNode, name: SyntaxNode): boolean {
  let node = name.parent;
  if (node !== null && node.name !== 'LambdaExpression' && scopes.has(node.name) && isSame(node.getChild('VariableName'), name))
    node = node.parent;
  for (; node !== null && !isSame(node, scope); node = node.parent) if (scopes.has(node.name)) return true;
  return false;
}

function useOf(source: Source, scope: SyntaxNode, node: SyntaxNode, mayChange: MayChange): readonly VariableUse[] {
  const nested = isNested(scope, node);
  const { parent } = node;
  if (parent === null) return [];
  if (parent.name === 'MemberExpression' && isSame(parent.firstChild, node)) return memberUses(source, parent, nested);
  const target = targetOf(node);
  if (target !== undefined) return [{ type: 'bind', node, nested, ...target }];
  return wholeUse(source, node, parent, nested, mayChange);
}

/** `name[…]` and `name.method(…)`. */
function memberUses(source: Source, member: SyntaxNode, nested: boolean): readonly VariableUse[] {
  const parts = childrenOf(member);
  if (parts[1]?.name === '.') return methodUses(source, member, parts[2], nested);
  const keyNode = parts[2];
  const key = keyNode?.name === 'String' && parts.length === 4 ? pythonString(source.textOf(keyNode)) : undefined;
  if (keyNode === undefined || key === undefined) return [{ type: 'dynamic', nested }];
  if (member.parent?.name === 'DeleteStatement') return [{ type: 'remove', nested }];
  if (targetOf(member) !== undefined) return [{ type: 'write', key, at: keyNode, nested }];
  return [{ type: 'read', key, at: keyNode, optional: false, nested }];
}

/** Whether something is assigned to here, and the value when it is one plain assignment. A list may be long, so that nobody counts what stands beside. */
export function targetOf(node: SyntaxNode): { readonly value?: SyntaxNode } | undefined {
  let at = node;
  while (at.parent !== null && targetGroups.has(at.parent.name)) at = at.parent;
  const { parent } = at;
  if (parent === null) return undefined;
  const before = at.prevSibling?.name;
  switch (parent.name) {
    case 'AssignStatement':
      return isBefore(at, 'AssignOp') ? assignedIn(parent, at, node) : undefined;
    case 'UpdateStatement':
    case 'NamedExpression':
      return before === undefined ? {} : undefined;
    case 'ForStatement':
      return isBefore(at, 'in') ? {} : undefined;
    case 'ArrayComprehensionExpression':
    case 'SetComprehensionExpression':
    case 'DictionaryComprehensionExpression':
    case 'ComprehensionExpression':
      return isLoopName(at) ? {} : undefined;
    case 'ArgList':
      // `f(value for value in values)`
      return isLoop(parent) && isLoopName(at) ? {} : undefined;
    case 'WithStatement':
      return before === 'as' ? {} : undefined;
    case 'TryStatement':
      return before === 'as' || before === ',' ? {} : undefined;
    case 'ParamList':
      return before === 'AssignOp' ? undefined : {};
    case 'FunctionDefinition':
    case 'ClassDefinition':
      return isSame(parent.getChild('VariableName'), at) ? {} : undefined;
    case 'DeleteStatement':
    case 'ScopeStatement':
    case 'ImportStatement':
    case 'CapturePattern':
    case 'AsPattern':
    case 'MappingPattern':
    case 'StarPattern':
    case 'TypeDefinition':
      return {};
    default:
      return undefined;
  }
}

/** More names than these nobody takes apart at once. */
const maxTargets = 64;

/** Whether a word follows among what stands beside a node. Of a long row nobody looks for the end: it is taken for one. */
function isBefore(node: SyntaxNode, word: string): boolean {
  let at = node.nextSibling;
  for (let step = 0; at !== null && step < maxTargets; step += 1, at = at.nextSibling) if (at.name === word) return true;
  return at !== null;
}

function assignedIn(statement: SyntaxNode, target: SyntaxNode, node: SyntaxNode): { readonly value?: SyntaxNode } {
  const [first, second] = [statement.firstChild, target.nextSibling];
  const equals = second?.name === 'TypeDef' ? second.nextSibling : second;
  const value = equals?.name === 'AssignOp' ? equals.nextSibling : null;
  return target === node && value !== null && value.nextSibling === null && isSame(first, target) ? { value } : {};
}

/** Whether what is in parentheses begins with one expression and `for`. */
function isLoop(list: SyntaxNode): boolean {
  let at = list.firstChild;
  for (let step = 0; at !== null && step < 2; at = at.nextSibling) if (at.name !== 'Comment') step += 1;
  while (at?.name === 'Comment') at = at.nextSibling;
  return at?.name === 'for' || at?.name === 'async';
}

/** Between `for` and `in` of a comprehension. */
function isLoopName(node: SyntaxNode): boolean {
  let at = node.prevSibling;
  for (let step = 0; at !== null && step < maxTargets; step += 1, at = at.prevSibling)
    if (at.name === 'for' || at.name === 'in') return at.name === 'for';
  return false;
}

/** The variable as a whole, neither assigned to nor opened. */
function wholeUse(source: Source, node: SyntaxNode, parent: SyntaxNode, nested: boolean, mayChange: MayChange): readonly VariableUse[] {
  const look: VariableUse = { type: 'look', nested };
  const pass: VariableUse = { type: 'pass', nested };
  switch (parent.name) {
    case 'AssignStatement': {
      const [target, ...rest] = childrenOf(parent).filter((part) => part.name !== 'TypeDef');
      const single = rest.length === 2 && target?.name === 'VariableName';
      return [single ? { type: 'alias', name: source.textOf(target), nested } : pass];
    }
    case 'ArgList':
      if (node.nextSibling?.name === 'AssignOp') return [];
      if (/^\*\*?$/.test(node.prevSibling?.name ?? '')) return [look];
      if (parent.parent?.firstChild && lookers.test(source.textOf(parent.parent.firstChild))) return [look];
      return [mayChange(node, parent) ? { type: 'change', nested } : pass];
    case 'BinaryExpression':
      return [binaryUse(source, childrenOf(parent), node, nested)];
    case 'MatchStatement':
      return [look, ...mappingReads(source, parent, nested)];
    case 'ConditionalExpression':
      return [node.prevSibling?.name === 'if' ? look : pass];
    case 'DictionaryExpression':
      return [node.prevSibling?.name === '**' ? look : pass];
    case 'ArrayComprehensionExpression':
    case 'ComprehensionExpression':
      return [isSame(parent.firstChild?.nextSibling, node) ? pass : look];
    case 'ReturnStatement':
    case 'ExpressionStatement':
    case 'IfStatement':
    case 'WhileStatement':
    case 'ForStatement':
    case 'AssertStatement':
    case 'UnaryExpression':
    case 'FormatReplacement':
    case 'UpdateStatement':
    case 'TypeDef':
      return [look];
    default:
      return [pass];
  }
}

/** `"key" in name` reads a key; `name or {}` hands the object on. */
function binaryUse(source: Source, parts: readonly SyntaxNode[], node: SyntaxNode, nested: boolean): VariableUse {
  const [left] = parts;
  const operators = new Set(parts.slice(1, -1).map((part) => source.textOf(part)));
  if (operators.has('or') || operators.has('and')) return { type: 'pass', nested };
  const key = operators.has('in') && isSame(parts.at(-1), node) && left?.name === 'String' ? pythonString(source.textOf(left)) : undefined;
  return left !== undefined && key !== undefined ? { type: 'read', key, at: left, optional: true, nested } : { type: 'look', nested };
}

/** `match name: case {"key": value}`. */
function mappingReads(source: Source, match: SyntaxNode, nested: boolean): readonly VariableUse[] {
  const uses: VariableUse[] = [];
  for (const clause of match.getChild('MatchBody')?.getChildren('MatchClause') ?? []) {
    for (const literal of clause.getChild('MappingPattern')?.getChildren('LiteralPattern') ?? []) {
      const at = literal.getChild('String');
      const key = at === null ? undefined : pythonString(source.textOf(at));
      if (at !== null && key !== undefined) uses.push({ type: 'read', key, at, optional: true, nested });
    }
  }
  return uses;
}
