import type { SyntaxNode } from '@lezer/common';
import type { Definition, Method, NamedPlace } from '../code-facts.ts';
import { childrenOf, walk, type Source } from '../source.ts';
import type { UsesOf } from '../variable-use.ts';
import { functionsIn, pythonFunction } from './function-facts.ts';
import { pythonUses } from './variable-uses.ts';

const wanted = 'execute';
const atLineStart = /^(?:async[ \t]+)?def[ \t]+execute\b/gm;

/** Everything that gives the name `execute` a meaning at the top level of a module. */
export function pythonDefinitions(source: Source, usesOf: UsesOf): readonly Definition[] {
  const definitions: Definition[] = [];
  for (const use of usesOf(wanted)) {
    if (use.type !== 'bind' || use.nested || isForScriptsOnly(source, use.node) || isStray(source, use.node)) continue;
    const node = definingFunction(source, usesOf, use.node, use.value);
    const base = { range: source.rangeOf(use.node), conditional: isConditional(use.node) };
    const from = importedFrom(source, use.node);
    definitions.push({
      ...base,
      ...(node === undefined ? {} : { function: pythonFunction(source, node) }),
      ...(from === undefined ? {} : { from }),
    });
  }
  // While another line is being typed, the tree may have swallowed a definition that stands there whole.
  const known = new Set(definitions.map(({ range }) => range.start.line));
  for (const match of source.text.matchAll(atLineStart)) {
    const range = source.rangeOf({ from: match.index + match[0].length - wanted.length, to: match.index + match[0].length });
    if (!known.has(range.start.line) && !isInString(source, match.index + 1)) definitions.push({ range, conditional: false });
  }
  return definitions.toSorted((one, other) => one.range.start.line - other.range.start.line);
}

/** The functions that the name `execute` may stand for; undefined for one whose text is elsewhere. */
export function executeFunctions(source: Source): readonly (SyntaxNode | undefined)[] {
  const usesOf = pythonUses(source, source.root);
  return usesOf(wanted).flatMap((use) =>
    use.type !== 'bind' || use.nested || isForScriptsOnly(source, use.node) || isStray(source, use.node)
      ? []
      : [definingFunction(source, usesOf, use.node, use.value)],
  );
}

/** Methods `execute` of classes at the top level. */
export function pythonMethods(source: Source): readonly Method[] {
  return childrenOf(source.root).flatMap((statement) => {
    const node = statement.name === 'DecoratedStatement' ? statement.getChild('ClassDefinition') : statement;
    const name = node?.name === 'ClassDefinition' ? node.getChild('VariableName') : null;
    const body = node?.getChild('Body') ?? null;
    if (name === null || body === null) return [];
    return functionsIn(body).flatMap((method) => {
      const at = method.getChild('VariableName');
      return at !== null && source.textOf(at) === wanted ? [{ className: source.textOf(name), range: source.rangeOf(at) }] : [];
    });
  });
}

/** The other functions at the top level. */
export function pythonFunctions(source: Source): readonly NamedPlace[] {
  return functionsIn(source.root).flatMap((node) => {
    const at = node.getChild('VariableName');
    return at === null || source.textOf(at) === wanted ? [] : [{ name: source.textOf(at), range: source.rangeOf(at) }];
  });
}

function definingFunction(source: Source, usesOf: UsesOf, name: SyntaxNode, value: SyntaxNode | undefined): SyntaxNode | undefined {
  if (name.parent?.name === 'FunctionDefinition') return name.parent;
  if (value?.name === 'LambdaExpression') return value;
  if (value?.name !== 'VariableName') return undefined;
  const [only, ...more] = usesOf(source.textOf(value)).filter((use) => use.type === 'bind' && !use.nested);
  const target = only?.type === 'bind' ? only.node.parent : null;
  return more.length === 0 && target?.name === 'FunctionDefinition' && target.parent?.name === 'Script' ? target : undefined;
}

/** The module of `from module import execute`. */
function importedFrom(source: Source, name: SyntaxNode): string | undefined {
  if (name.parent?.name !== 'ImportStatement' || name.prevSibling?.name === 'as') return undefined;
  return /^from\s*(\.*\s*[\w.]+)\s*import\b/.exec(source.textOf(name.parent))?.[1]?.replaceAll(/\s/g, '');
}

function isConditional(node: SyntaxNode): boolean {
  for (let at = node.parent; at !== null && at.name !== 'Script'; at = at.parent) {
    if (at.type.isError || (at.name === 'Body' && at.parent?.name !== 'FunctionDefinition')) return true;
  }
  return false;
}

/** Under `if __name__ == "__main__":`, which the runtime does not enter. */
export function isForScriptsOnly(source: Source, node: SyntaxNode): boolean {
  for (let at: SyntaxNode | null = node; at?.parent; at = at.parent) {
    const { parent } = at;
    if (at.name !== 'Body' || parent.name !== 'IfStatement') continue;
    const condition = at.prevSibling;
    if (condition?.name === 'BinaryExpression' && /\b__name__\b/.test(source.textOf(condition))) return true;
  }
  return false;
}

/** An indented `def` that hangs at the top of the tree: the parser recovered there, it is no top-level function. */
function isStray(source: Source, name: SyntaxNode): boolean {
  const definition = name.parent;
  if (definition?.name !== 'FunctionDefinition') return false;
  const statement = definition.parent?.name === 'DecoratedStatement' ? definition.parent : definition;
  const lineStart = source.text.lastIndexOf('\n', statement.from - 1) + 1;
  return statement.parent?.name === 'Script' && /^[ \t]+$/.test(source.text.slice(lineStart, statement.from));
}

function isInString(source: Source, offset: number): boolean {
  let inside = false;
  walk(source.root, (at) => {
    if (at.from > offset || at.to < offset) return false;
    if (at.name === 'String' || at.name === 'FormatString') inside = true;
    return undefined;
  });
  return inside;
}
