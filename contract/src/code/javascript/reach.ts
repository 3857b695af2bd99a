import type { SyntaxNode } from '@lezer/common';
import type { EnvironmentRead } from '../code-facts.ts';
import { isSame, isWithin, walk, type Source } from '../source.ts';
import { isFunction } from './syntax.ts';

/** Says for a place in the text whether the runtime comes by: undefined in code that neither `execute` nor the top level names. */
export function createReach(source: Source, executes: readonly SyntaxNode[]): (node: SyntaxNode) => EnvironmentRead['within'] | undefined {
  const named = new Map<string, SyntaxNode>();
  const reached: string[] = [];
  const use = (name: string): void => {
    if (!reached.includes(name)) reached.push(name);
  };
  const namesIn = (node: SyntaxNode): void =>
    walk(node, (at) => {
      if (at.name === 'VariableName' || at.name === 'PropertyDefinition') use(source.textOf(at));
      return undefined;
    });
  walk(source.root, (at) => {
    if (isScriptsOnly(source, at.node)) return false;
    const name = isBlock(at.node) && !executes.some((node) => isSame(node, at.node)) ? nameOf(source, at.node) : undefined;
    if (name !== undefined) {
      named.set(name, at.node);
      return false;
    }
    if (at.name === 'VariableName' || at.name === 'PropertyDefinition') use(source.textOf(at));
    return undefined;
  });
  for (const name of reached) {
    const node = named.get(name);
    if (node !== undefined) namesIn(node);
  }
  return (node) => {
    if (executes.some((execute) => isWithin(node, execute))) return 'execute';
    let name: string | undefined;
    for (let at: SyntaxNode | null = node; at !== null; at = at.parent) {
      if (isScriptsOnly(source, at)) return undefined;
      if (isBlock(at)) name = nameOf(source, at) ?? name;
    }
    if (name === undefined) return 'module';
    return reached.includes(name) ? 'called' : undefined;
  };
}

function isBlock(node: SyntaxNode): boolean {
  return isFunction(node) || node.name === 'ClassDeclaration';
}

/** The name under which a function or class is known; undefined for one that is handed on at once. */
function nameOf(source: Source, node: SyntaxNode): string | undefined {
  const own = node.getChild('VariableDefinition');
  if (own !== null) return source.textOf(own);
  const declaration = node.parent?.name === 'VariableDeclaration' ? node.parent.getChild('VariableDefinition') : null;
  return declaration === null ? undefined : source.textOf(declaration);
}

/** `if (require.main === module) …` and `if (import.meta.main) …`, which the runtime does not enter. */
function isScriptsOnly(source: Source, node: SyntaxNode): boolean {
  const condition = node.name === 'IfStatement' ? node.getChild('ParenthesizedExpression') : null;
  return condition !== null && /\brequire\.main\b|\bimport\.meta\.main\b/.test(source.textOf(condition));
}
