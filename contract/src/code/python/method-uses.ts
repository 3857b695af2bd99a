import type { SyntaxNode } from '@lezer/common';
import { childrenOf, isSame, type Source } from '../source.ts';
import type { VariableUse } from '../variable-use.ts';
import { pythonString } from './string-value.ts';

const lookingMethods = new Set(['keys', 'values', 'items', 'copy']);

/** What `name.method(…)` does to the dict behind the name. A method that a dict does not have makes it something that cannot be followed. */
export function methodUses(source: Source, member: SyntaxNode, method: SyntaxNode | undefined, nested: boolean): readonly VariableUse[] {
  const call = member.parent;
  if (method === undefined || call?.name !== 'CallExpression' || !isSame(call.firstChild, member)) return [{ type: 'change', nested }];
  const argumentNodes = childrenOf(call.getChild('ArgList')).slice(1, -1);
  const [first] = argumentNodes;
  const key = first?.name === 'String' ? pythonString(source.textOf(first)) : undefined;
  const name = source.textOf(method);
  if (lookingMethods.has(name)) return [{ type: 'look', nested }];
  if (name === 'update') return updateUses(source, argumentNodes, nested);
  if (first === undefined || key === undefined) return [{ type: name === 'get' || name === 'setdefault' ? 'dynamic' : 'change', nested }];
  const optional = argumentNodes.length > 1;
  if (name === 'get') return [{ type: 'read', key, at: first, optional: true, nested }];
  if (name === 'setdefault') return [{ type: 'write', key, at: first, nested }];
  if (name === 'pop') {
    return [
      { type: 'read', key, at: first, optional, nested },
      { type: 'remove', nested },
    ];
  }
  return [{ type: 'change', nested }];
}

/** `update({"key": …})` and `update(key=…)`, when all keys are written out. */
function updateUses(source: Source, argumentNodes: readonly SyntaxNode[], nested: boolean): readonly VariableUse[] {
  const uses: VariableUse[] = [];
  for (let index = 0; index < argumentNodes.length; index += 1) {
    const node = argumentNodes[index];
    if (node === undefined || node.name === ',') continue;
    if (node.name === 'VariableName' && argumentNodes[index + 1]?.name === 'AssignOp') {
      uses.push({ type: 'write', key: source.textOf(node), at: node, nested });
      index += 2;
      continue;
    }
    const written = node.name === 'DictionaryExpression' ? literalKeys(source, node) : undefined;
    if (written === undefined) return [{ type: 'dynamic', nested }];
    for (const { key, at } of written) uses.push({ type: 'write', key, at, nested });
  }
  return uses;
}

function literalKeys(source: Source, dictionary: SyntaxNode): readonly { key: string; at: SyntaxNode }[] | undefined {
  const parts = childrenOf(dictionary);
  const keys: { key: string; at: SyntaxNode }[] = [];
  for (const [index, part] of parts.entries()) {
    if (part.name === '**') return undefined;
    if (parts[index + 1]?.name !== ':') continue;
    const key = part.name === 'String' ? pythonString(source.textOf(part)) : undefined;
    if (key === undefined) return undefined;
    keys.push({ key, at: part });
  }
  return keys;
}
