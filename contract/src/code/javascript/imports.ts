import type { SyntaxNode } from '@lezer/common';
import type { Import } from '../code-facts.ts';
import { childrenOf, walk, type Source } from '../source.ts';
import { javascriptString } from './string-value.ts';

/** Every `import`, `export … from`, `require("…")` and `import("…")`, wherever it stands; imports of types alone are none. */
export function javascriptImports(source: Source): readonly Import[] {
  const imports: Import[] = [];
  walk(source.root, (at) => {
    const found = importAt(source, at.node);
    if (found !== undefined) imports.push({ ...found, range: source.rangeOf(at), topLevel: at.node.parent?.name === 'Script' });
    return undefined;
  });
  return imports;
}

function importAt(source: Source, node: SyntaxNode): Pick<Import, 'module' | 'names'> | undefined {
  switch (node.name) {
    case 'ImportDeclaration':
      return node.getChild('type') === null ? fromString(source, node.getChild('String'), importedNames(source, node)) : undefined;
    case 'ExportDeclaration':
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

function fromString(source: Source, literal: SyntaxNode | null, names: readonly string[]): Pick<Import, 'module' | 'names'> | undefined {
  const module = literal === null ? undefined : javascriptString(source.textOf(literal));
  return module === undefined ? undefined : { module, names };
}
