import type { SyntaxNode } from '@lezer/common';
import type { Import } from '../code-facts.ts';
import { childrenOf, walk, type Source } from '../source.ts';
import { javascriptString } from './string-value.ts';

type Found = Pick<Import, 'module' | 'names' | 'at'>;

/** Every `import`, `export … from`, `require("…")` and `import("…")`, wherever it stands; imports of types alone are none. */
export function javascriptImports(source: Source): readonly Import[] {
  const imports: Import[] = [];
  walk(source.root, (at) => {
    const found = importAt(source, at.node);
    if (found !== undefined) imports.push({ ...found, range: source.rangeOf(at), topLevel: isTopLevel(at.node) });
    return undefined;
  });
  return imports;
}

/** What a `require` may stand in and still be called whenever the module is loaded. */
const always = new Set([
  'VariableDeclaration',
  'MemberExpression',
  'CallExpression',
  'ExpressionStatement',
  'ParenthesizedExpression',
  'AssignmentExpression',
]);

function isTopLevel(node: SyntaxNode): boolean {
  if (node.name === 'DynamicImport') return false;
  let at = node.parent;
  if (node.name === 'CallExpression') while (at !== null && always.has(at.name)) at = at.parent;
  return at?.name === 'Script';
}

function importAt(source: Source, node: SyntaxNode): Found | undefined {
  switch (node.name) {
    case 'ImportDeclaration':
      return node.getChild('type') === null ? fromString(source, node.getChild('String'), importedNames(source, node)) : undefined;
    case 'ExportDeclaration':
      if (node.getChild('type') !== null) return undefined;
      return fromString(source, node.getChild('String'), node.getChild('Star') === null ? [] : ['*']);
    case 'CallExpression':
      if (node.firstChild === null || source.textOf(node.firstChild) !== 'require') return undefined;
      return fromString(source, node.getChild('ArgList')?.getChild('String') ?? null, []);
    case 'DynamicImport':
      return fromString(source, node.getChild('String'), []);
    default:
      return undefined;
  }
}

function importedNames(source: Source, node: SyntaxNode): readonly string[] {
  const names = node.getChild('Star') === null ? [] : ['*'];
  if (node.getChild('VariableDefinition') !== null && names.length === 0) names.push('default');
  const parts = childrenOf(node.getChild('ImportGroup'));
  for (const [index, part] of parts.entries()) {
    const first = parts[index - 1]?.name === '{' || parts[index - 1]?.name === ',';
    if (first && part.name !== '}') names.push(source.textOf(part));
  }
  return names;
}

function fromString(source: Source, literal: SyntaxNode | null, names: readonly string[]): Found | undefined {
  const module = literal === null ? undefined : javascriptString(source.textOf(literal));
  return module === undefined || literal === null ? undefined : { module, names, at: source.rangeOf(literal) };
}
