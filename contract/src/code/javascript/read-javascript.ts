import type { SyntaxNode, Tree } from '@lezer/common';
import type { CodeFacts, Method } from '../code-facts.ts';
import { childrenOf, createSource, type Source } from '../source.ts';
import { topLevelNames } from './declarations.ts';
import { javascriptEnvironment } from './environment.ts';
import { javascriptExports } from './exports.ts';
import { javascriptImports } from './imports.ts';
import { isFunction, unwrapped } from './syntax.ts';
import { unsupportedSyntax } from './unsupported-syntax.ts';
import { javascriptUses } from './variable-uses.ts';

/** Ways to load a module, or to run a program that belongs to a package, without naming it in an import. */
const unseen =
  /\b(?:createRequire|child_process|eval|execa|spawn|registerHooks)\b|\bnew[ \t]+Function\b|\b(?:require|import)[ \t]*\([ \t]*[^"'\s)]|\brequire[ \t]*\.[ \t]*resolve\b|\bimport\.meta\.resolve\b/;

export function readJavascript(text: string, tree: Tree, language: 'javascript' | 'typescript'): CodeFacts {
  const source = createSource(text, tree, () => false);
  const names = topLevelNames(source);
  const exports = javascriptExports(source, names);
  const unsupported = unsupportedSyntax(source);
  return {
    language,
    parses: !source.brokenIn(0, text.length),
    open: exports.open,
    definitions: exports.definitions,
    methods: methods(source),
    functions: [...names.values()].flatMap(({ name, at, value }) =>
      value !== undefined && isFunction(unwrapped(value)) ? [{ name, range: source.rangeOf(at) }] : [],
    ),
    environment: javascriptEnvironment(source, javascriptUses(source, source.root), exports.nodes),
    imports: javascriptImports(source),
    exportedFrom: exports.from,
    loadsUnseen: unseen.test(text),
    ...(unsupported.length === 0 ? {} : { unsupported }),
  };
}

/** Methods `execute` of classes at the top level. */
function methods(source: Source): readonly Method[] {
  return childrenOf(source.root).flatMap((statement) => {
    const node = statement.name === 'ExportDeclaration' ? statement.getChild('ClassDeclaration') : statement;
    if (node?.name !== 'ClassDeclaration') return [];
    const name = node.getChild('VariableDefinition');
    const members: readonly SyntaxNode[] = childrenOf(node.getChild('ClassBody'));
    return members.flatMap((member) => {
      const at = member.name === 'MethodDeclaration' ? member.getChild('PropertyDefinition') : null;
      const isWanted = at !== null && source.textOf(at) === 'execute';
      return isWanted ? [{ className: name === null ? '' : source.textOf(name), range: source.rangeOf(at) }] : [];
    });
  });
}
