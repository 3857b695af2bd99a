import type { SyntaxNode } from '@lezer/common';
import type { EnvironmentRead } from '../code-facts.ts';
import { childrenOf, isSame, walk, type Source } from '../source.ts';
import { isForScriptsOnly } from './definitions.ts';
import { targetOf } from './variable-uses.ts';

const blocks = new Set(['FunctionDefinition', 'ClassDefinition']);

/** Says for a place in the text whether the runtime comes by: undefined in code that neither `execute` nor the top level names. */
export function createReach(source: Source): (node: SyntaxNode) => EnvironmentRead['within'] | undefined {
  const named = new Map<string, SyntaxNode[]>();
  const atTop = new Set<string>(['execute']);
  walk(source.root, (at) => {
    if (blocks.has(at.name)) {
      const name = at.node.getChild('VariableName');
      if (name !== null) named.set(source.textOf(name), [...(named.get(source.textOf(name)) ?? []), at.node]);
      return false;
    }
    if (at.name === 'VariableName' && !isLabelled(at.node) && !isForScriptsOnly(source, at.node)) atTop.add(source.textOf(at));
    return undefined;
  });
  const reached = [...atTop];
  for (const name of reached) {
    for (const node of named.get(name) ?? []) {
      walk(node, (at) => {
        if (at.name !== 'VariableName') return undefined;
        const used = source.textOf(at);
        if (named.has(used) && !reached.includes(used)) reached.push(used);
        return undefined;
      });
    }
  }
  return (node) => {
    const block = outermostBlock(node);
    const name = block?.getChild('VariableName');
    if (block === undefined || name === null || name === undefined) return 'module';
    if (source.textOf(name) === 'execute') return 'execute';
    return reached.includes(source.textOf(name)) ? 'called' : undefined;
  };
}

/** `tool.title = "…"` names a function and does not call it. */
function isLabelled(name: SyntaxNode): boolean {
  const member = name.parent;
  if (member?.name !== 'MemberExpression' || !isSame(member.firstChild, name)) return false;
  return childrenOf(member).length === 3 && targetOf(member) !== undefined;
}

function outermostBlock(node: SyntaxNode): SyntaxNode | undefined {
  let block: SyntaxNode | undefined;
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent) if (blocks.has(at.name)) block = at;
  return block !== undefined && isSame(block, node) ? undefined : block;
}
