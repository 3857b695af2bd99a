import type { SyntaxNode } from '@lezer/common';
import type { EnvironmentRead } from '../code-facts.ts';
import { withoutOwnVariables } from '../set-variables.ts';
import { childrenOf, isSame, walk, type Source } from '../source.ts';
import type { UsesOf } from '../variable-use.ts';
import { createReach } from './reach.ts';
import { javascriptString } from './string-value.ts';
import { memberKey, propertyKey, wrapped } from './syntax.ts';
import { assignedValue, hasFallback } from './variable-uses.ts';

/** `process.env.NAME`, `process.env["NAME"]`, `const { NAME } = process.env`, and the same under imported names, in code that the runtime runs. */
export function javascriptEnvironment(source: Source, usesOf: UsesOf, executes: readonly SyntaxNode[]): readonly EnvironmentRead[] {
  if (!/\benv\b/.test(source.text)) return [];
  const names = environmentNames(source, usesOf);
  const withinOf = createReach(source, executes);
  const reads: EnvironmentRead[] = [];
  walk(source.root, (at) => {
    if (at.name !== 'VariableName') return undefined;
    const kind = names.get(source.textOf(at));
    const environment = kind === 'process' ? environmentOf(source, at.node) : kind === 'env' ? at.node : undefined;
    for (const { node, name, fallback } of environment === undefined ? [] : readsOf(source, environment)) {
      const within = source.brokenIn(node.from, node.to) ? undefined : withinOf(node);
      if (within === undefined) continue;
      reads.push({
        range: source.rangeOf(node),
        within,
        replaceable: node.name !== 'PatternProperty',
        ...(name === undefined ? {} : { name }),
        ...(fallback === undefined ? {} : { fallback }),
      });
    }
    return undefined;
  });
  return withoutOwnVariables(source.text, reads);
}

type Kind = 'process' | 'env';

/** Names that stand for `process` and for `process.env`, unless the text gives them another meaning as well. */
function environmentNames(source: Source, usesOf: UsesOf): ReadonlyMap<string, Kind> {
  const names = new Map<string, Kind>();
  const binds = (name: string): number => usesOf(name).filter((use) => use.type === 'bind').length;
  if (binds('process') === 0) names.set('process', 'process');
  walk(source.root, (at) => {
    if (at.name !== 'ImportDeclaration' && at.name !== 'VariableDeclaration') return undefined;
    for (const [name, kind] of namesFrom(source, at.node)) if (binds(name) === 1) names.set(name, kind);
    return undefined;
  });
  return names;
}

function namesFrom(source: Source, node: SyntaxNode): readonly (readonly [string, Kind])[] {
  const text = source.textOf(node);
  if (node.name === 'ImportDeclaration') {
    const module = node.getChild('String');
    if (module === null || !/^(?:node:)?process$/.test(javascriptString(source.textOf(module)) ?? '')) return [];
    const whole = node.getChild('VariableDefinition');
    const env = /\{[^}]*\benv\b(?:\s+as\s+(\w+))?/.exec(text);
    return [
      ...(whole === null ? [] : [[source.textOf(whole), 'process'] as const]),
      ...(env === null ? [] : [[env[1] ?? 'env', 'env'] as const]),
    ];
  }
  const match =
    /^(?:const|let|var)\s+(?:(\w+)|\{\s*env(?:\s*:\s*(\w+))?\s*\})\s*=\s*(process|require\(\s*["'](?:node:)?process["']\s*\))(\.env)?\s*;?$/.exec(
      text,
    );
  if (match === null) return [];
  const [, whole, renamed, , member] = match;
  if (whole !== undefined) return [[whole, member === undefined ? 'process' : 'env']];
  return member === undefined ? [[renamed ?? 'env', 'env']] : [];
}

function environmentOf(source: Source, process: SyntaxNode): SyntaxNode | undefined {
  const member = memberOf(process);
  return member !== undefined && memberKey(source, member)?.key === 'env' ? member : undefined;
}

type Found = { readonly node: SyntaxNode; readonly name?: string; readonly fallback?: string };

function readsOf(source: Source, environment: SyntaxNode): readonly Found[] {
  const member = memberOf(environment);
  if (member !== undefined) return memberRead(source, member);
  const declaration = wrapped(environment).parent;
  const pattern = declaration?.name === 'VariableDeclaration' ? declaration.getChild('ObjectPattern') : null;
  return (pattern?.getChildren('PatternProperty') ?? []).flatMap((property) => {
    const found = propertyKey(source, property);
    const fallback = property.getChild('Equals')?.nextSibling;
    return found === undefined ? [] : [{ node: property, name: found.key, ...(fallback ? { fallback: source.textOf(fallback) } : {}) }];
  });
}

function memberRead(source: Source, member: SyntaxNode): readonly Found[] {
  const found = memberKey(source, member);
  const whole = wrapped(member);
  const { parent } = whole;
  const isCallee = parent?.name === 'CallExpression' && isSame(parent.firstChild, whole);
  if (found === undefined || parent === null || isCallee || parent.firstChild?.name === 'delete' || assignedValue(whole) !== undefined)
    return [];
  const name = found.key === undefined ? {} : { name: found.key };
  const right = childrenOf(parent)[2];
  if (!hasFallback(source, whole) || right === undefined) return [{ node: whole, ...name }];
  return [{ node: parent, ...name, fallback: source.textOf(right) }];
}

function memberOf(node: SyntaxNode): SyntaxNode | undefined {
  const whole = wrapped(node);
  return whole.parent?.name === 'MemberExpression' && isSame(whole.parent.firstChild, whole) ? whole.parent : undefined;
}
