import type { SyntaxNode } from '@lezer/common';
import type { EnvironmentRead } from '../code-facts.ts';
import { withoutOwnVariables } from '../set-variables.ts';
import { childrenOf, isSame, walk, type Source } from '../source.ts';
import type { UsesOf } from '../variable-use.ts';
import { isForScriptsOnly } from './definitions.ts';
import { importedNames } from './imports.ts';
import { createReach } from './reach.ts';
import { pythonString } from './string-value.ts';
import { targetOf } from './variable-uses.ts';

const readingMethods = new Set(['get', 'pop', '__getitem__']);

/** `os.environ[…]`, `os.environ.get(…)`, `os.getenv(…)` and the same under imported names, in code that the runtime runs. */
export function pythonEnvironment(source: Source, usesOf: UsesOf): readonly EnvironmentRead[] {
  if (!/environ|getenv/.test(source.text)) return [];
  const names = environmentNames(source, usesOf);
  const withinOf = createReach(source);
  const reads: EnvironmentRead[] = [];
  walk(source.root, (at) => {
    if (at.name !== 'VariableName') return undefined;
    const kind = names.get(source.textOf(at));
    const read = kind === undefined ? undefined : readAt(source, at.node, kind);
    if (read === undefined || isForScriptsOnly(source, read.node) || source.brokenIn(read.node.from, read.node.to)) return undefined;
    const within = withinOf(read.node);
    if (within === undefined) return undefined;
    const { name, node, fallback } = read;
    reads.push({
      range: source.rangeOf(node),
      within,
      replaceable: true,
      ...(name === undefined ? {} : { name }),
      ...(fallback === undefined ? {} : { fallback }),
    });
    return undefined;
  });
  return withoutOwnVariables(source.text, reads);
}

type Kind = 'os' | 'environ' | 'getenv';

/** Names that stand for `os`, `os.environ` and `os.getenv`, unless the text gives them another meaning as well. */
function environmentNames(source: Source, usesOf: UsesOf): ReadonlyMap<string, Kind> {
  const names = new Map<string, Kind>();
  for (const { module, name, local } of importedNames(source)) {
    const kind = name === undefined ? 'os' : name === 'environ' || name === 'getenv' ? name : undefined;
    if (module !== 'os' || kind === undefined) continue;
    const rebound = usesOf(local).some((use) => use.type === 'bind' && use.node.parent?.name !== 'ImportStatement');
    if (!rebound) names.set(local, kind);
  }
  return names;
}

type Found = { readonly node: SyntaxNode; readonly name?: string; readonly fallback?: string };

function readAt(source: Source, root: SyntaxNode, kind: Kind): Found | undefined {
  if (kind === 'getenv') return callAt(source, root);
  if (kind === 'environ') return environAt(source, root);
  const member = memberOf(root);
  const property = childrenOf(member)[2];
  if (member === undefined || property?.name !== 'PropertyName') return undefined;
  const name = source.textOf(property);
  if (name === 'getenv') return callAt(source, member);
  return name === 'environ' ? environAt(source, member) : undefined;
}

function environAt(source: Source, environ: SyntaxNode): Found | undefined {
  const member = memberOf(environ);
  const [, opener, key] = childrenOf(member);
  if (member === undefined || key === undefined) return undefined;
  if (opener?.name === '.') return readingMethods.has(source.textOf(key)) ? callAt(source, member) : undefined;
  if (targetOf(member) !== undefined) return undefined;
  return named({ node: member }, source, key);
}

/** A call of a function that takes the variable's name and perhaps a default. */
function callAt(source: Source, callee: SyntaxNode): Found | undefined {
  const call = callee.parent;
  if (call?.name !== 'CallExpression' || !isSame(call.firstChild, callee)) return undefined;
  const [key, ...rest] = childrenOf(call.getChild('ArgList')).slice(1, -1);
  if (key === undefined) return undefined;
  const fallback = rest.at(-1);
  if (fallback !== undefined && fallback.name !== ',') return named({ node: call, fallback: source.textOf(fallback) }, source, key);
  const either = call.parent;
  const [left, operator, right] = childrenOf(either);
  const hasOr = either?.name === 'BinaryExpression' && isSame(left, call) && operator?.name === 'or' && right !== undefined;
  return named(hasOr ? { node: either, fallback: source.textOf(right) } : { node: call }, source, key);
}

function named(found: Found, source: Source, key: SyntaxNode): Found {
  const name = key.name === 'String' ? pythonString(source.textOf(key)) : undefined;
  return name === undefined ? found : { ...found, name };
}

function memberOf(node: SyntaxNode): SyntaxNode | undefined {
  const { parent } = node;
  return parent?.name === 'MemberExpression' && isSame(parent.firstChild, node) ? parent : undefined;
}
