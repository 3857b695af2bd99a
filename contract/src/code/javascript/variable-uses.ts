import type { SyntaxNode } from '@lezer/common';
import { createMayChange, type MayChange } from '../handed-over.ts';
import { childrenOf, isSame, walk, type Source } from '../source.ts';
import type { UsesOf, VariableUse } from '../variable-use.ts';
import { isFunction, memberKey, propertyKey, wrapped } from './syntax.ts';

/** Functions that only look at what they are given; of `Object.assign` that holds for all but the first. */
const lookers =
  /^(?:Object\.(?:keys|values|entries|hasOwn|freeze|assign)|JSON\.stringify|structuredClone|console\.\w+|String|Boolean|Array\.isArray)$/;
/** Names through which a function's input can be reached or changed unseen. */
const reflective = new Set(['eval', 'arguments']);

/** What happens to each name inside a node: the body of a function, or the whole module. */
export function javascriptUses(source: Source, scope: SyntaxNode): UsesOf {
  const places = new Map<string, SyntaxNode[]>();
  const mayChange = createMayChange(source);
  let opaque = false;
  walk(scope, (at) => {
    const shorthand = at.name === 'PropertyDefinition' && isShorthand(at.node);
    if (at.name !== 'VariableName' && at.name !== 'VariableDefinition' && !shorthand) return undefined;
    const name = source.textOf(at);
    if (reflective.has(name)) opaque = true;
    const list = places.get(name);
    if (list === undefined) places.set(name, [at.node]);
    else list.push(at.node);
    return undefined;
  });
  return (name) => {
    const uses: VariableUse[] = opaque ? [{ type: 'change', nested: false }] : [];
    for (const node of places.get(name) ?? []) uses.push(...useOf(source, node, isNested(scope, node), mayChange));
    return uses;
  };
}

function isShorthand(definition: SyntaxNode): boolean {
  return (
    definition.parent?.name === 'Property' &&
    isSame(definition.parent.firstChild, definition) &&
    isSame(definition.parent.lastChild, definition)
  );
}

/** A function's or class's name belongs to the scope around it. */
function isNested(scope: SyntaxNode, name: SyntaxNode): boolean {
  let node = name.parent;
  if (node !== null && /^(?:Function|Class)Declaration$/.test(node.name) && isSame(node.getChild('VariableDefinition'), name))
    node = node.parent;
  for (; node !== null && !isSame(node, scope); node = node.parent) if (isFunction(node) || node.name === 'ClassBody') return true;
  return false;
}

function useOf(source: Source, node: SyntaxNode, nested: boolean, mayChange: MayChange): readonly VariableUse[] {
  if (node.name === 'VariableDefinition') return [{ type: 'bind', node, nested, ...declaredValue(node) }];
  if (node.name === 'PropertyDefinition') return [{ type: 'pass', nested }];
  const whole = wrapped(node);
  const { parent } = whole;
  if (parent === null) return [];
  if (parent.name === 'MemberExpression' && isSame(parent.firstChild, whole)) return [memberUse(source, parent, nested)];
  const value = assignedValue(whole);
  if (value !== undefined) return [{ type: 'bind', node, nested, ...value }];
  return wholeUse(source, whole, parent, nested, mayChange);
}

/** `const name = value` and `const name: T = value`. */
function declaredValue(definition: SyntaxNode): { readonly value?: SyntaxNode } {
  const { parent } = definition;
  if (parent?.name !== 'VariableDeclaration') return {};
  const parts = childrenOf(parent).filter((part) => part.name !== 'TypeAnnotation');
  const index = parts.findIndex((part) => isSame(part, definition));
  const value = parts[index + 1]?.name === 'Equals' ? parts[index + 2] : undefined;
  return value === undefined ? {} : { value };
}

/** Whether a place is assigned to, and the value when it is by `=`. */
export function assignedValue(place: SyntaxNode): { readonly value?: SyntaxNode } | undefined {
  const { parent } = place;
  switch (parent?.name ?? '') {
    case 'AssignmentExpression': {
      const [target, operator, value] = childrenOf(parent);
      if (!isSame(target, place)) return undefined;
      return operator?.name === 'Equals' && value !== undefined ? { value } : {};
    }
    case 'PostfixExpression':
    case 'UnaryExpression':
      return childrenOf(parent).some((part) => part.name === 'ArithOp' && part.to - part.from === 2) ? {} : undefined;
    case 'ForOfSpec':
    case 'ForInSpec': {
      const word = childrenOf(parent).find((part) => part.name === 'of' || part.name === 'in');
      return word !== undefined && place.from < word.from ? {} : undefined;
    }
    default:
      return undefined;
  }
}

function memberUse(source: Source, member: SyntaxNode, nested: boolean): VariableUse {
  const found = memberKey(source, member);
  const whole = wrapped(member);
  const { parent } = whole;
  if (found?.key === undefined) return { type: 'dynamic', nested };
  const { key, at } = found;
  // What has places and no keys is no input: the code asks for a list as well.
  if (at.name === 'Number') return { type: 'look', nested };
  if (parent?.name === 'CallExpression' && isSame(parent.firstChild, whole))
    return { type: Object.hasOwn(Object.prototype, key) ? 'look' : 'change', nested };
  if (Object.hasOwn(Object.prototype, key)) return { type: 'look', nested };
  if (parent?.firstChild?.name === 'delete') return { type: 'remove', nested };
  if (assignedValue(whole) !== undefined) return { type: 'write', key, at, nested };
  return { type: 'read', key, at, optional: hasFallback(source, whole), nested };
}

/** Whether `?? value` or `|| value` follows. */
export function hasFallback(source: Source, node: SyntaxNode): boolean {
  const [left, operator] = childrenOf(node.parent);
  return (
    node.parent?.name === 'BinaryExpression' &&
    isSame(left, node) &&
    operator !== undefined &&
    /^(?:\?\?|\|\|)$/.test(source.textOf(operator))
  );
}

/** The variable as a whole, neither assigned to nor opened. */
function wholeUse(source: Source, node: SyntaxNode, parent: SyntaxNode, nested: boolean, mayChange: MayChange): readonly VariableUse[] {
  const look: VariableUse = { type: 'look', nested };
  const pass: VariableUse = { type: 'pass', nested };
  switch (parent.name) {
    case 'VariableDeclaration': {
      const parts = childrenOf(parent);
      const index = parts.findIndex((part) => isSame(part, node));
      const target = parts.slice(0, index - 1).findLast((part) => part.name !== 'TypeAnnotation');
      if (target?.name === 'ObjectPattern') return patternReads(source, target, nested);
      return [target?.name === 'VariableDefinition' ? { type: 'alias', name: source.textOf(target), nested } : pass];
    }
    case 'BinaryExpression':
      return [binaryUse(source, childrenOf(parent), node, nested)];
    case 'ArgList': {
      const callee = parent.parent?.firstChild;
      const name = callee ? source.textOf(callee) : '';
      if (/^Object\.(?:assign|define)/.test(name) && isSame(parent.firstChild?.nextSibling, node)) return [{ type: 'change', nested }];
      if (lookers.test(name)) return [look];
      return [mayChange(node, parent) ? { type: 'change', nested } : pass];
    }
    case 'ConditionalExpression':
      return [isSame(parent.firstChild, node) ? look : pass];
    case 'Property':
    case 'ArrayExpression':
      return [node.prevSibling?.name === 'Spread' ? look : pass];
    case 'ReturnStatement':
    case 'ExpressionStatement':
    case 'ParenthesizedExpression':
    case 'UnaryExpression':
    case 'Interpolation':
    case 'ForOfSpec':
    case 'ForInSpec':
    case 'ArrowFunction':
      return [look];
    default:
      return [pass];
  }
}

function binaryUse(source: Source, parts: readonly SyntaxNode[], node: SyntaxNode, nested: boolean): VariableUse {
  const [left, operator, right] = parts;
  if (operator !== undefined && /^(?:\?\?|\|\||&&)$/.test(source.textOf(operator))) return { type: 'pass', nested };
  const found =
    operator?.name === 'in' && isSame(right, node) && left?.name === 'String' ? propertyKey(source, left.parent ?? left) : undefined;
  return found === undefined ? { type: 'look', nested } : { type: 'read', ...found, optional: true, nested };
}

/** `{ city, unit: u = "C", ...rest }`: every property is a read. */
export function patternReads(source: Source, pattern: SyntaxNode, nested: boolean): readonly VariableUse[] {
  return pattern.getChildren('PatternProperty').flatMap((property): readonly VariableUse[] => {
    if (property.firstChild?.name === 'Spread') return [{ type: 'look', nested }];
    const found = propertyKey(source, property);
    if (found === undefined) return [{ type: 'dynamic', nested }];
    return [
      { type: 'read', ...found, shorthand: found.at.name === 'VariableDefinition', optional: property.getChild('Equals') !== null, nested },
    ];
  });
}
