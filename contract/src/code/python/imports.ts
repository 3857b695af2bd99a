import type { Import } from '../code-facts.ts';
import { childrenOf, walk, type Source, type Span } from '../source.ts';
import type { SyntaxNode } from '@lezer/common';

/** Every `import`, wherever it stands. */
export function pythonImports(source: Source): readonly Import[] {
  const imports: Import[] = [];
  walk(source.root, (at) => {
    if (at.name === 'ImportStatement') imports.push(...importsOf(source, at.node));
    else if (!at.name.endsWith('Expression')) return undefined;
    // No statement stands in an expression.
    return false;
  });
  return imports;
}

/** A name that an import binds: `import os as o` gives `o` for module `os`, `from os import environ` gives `environ` for name `environ`. */
export type ImportedName = { readonly module: string; readonly name?: string; readonly local: string };

export function importedNames(source: Source): readonly ImportedName[] {
  const names: ImportedName[] = [];
  walk(source.root, (at) => {
    if (at.name !== 'ImportStatement') return undefined;
    const { module, items } = read(source, at.node);
    for (const { path, local } of items) {
      if (module === undefined)
        names.push({ module: local === undefined ? (path.split('.')[0] ?? path) : path, local: local ?? path.split('.')[0] ?? path });
      else names.push({ module, name: path, local: local ?? path });
    }
    return false;
  });
  return names;
}

function importsOf(source: Source, node: SyntaxNode): readonly Import[] {
  const { module, moduleSpan, items } = read(source, node);
  const range = source.rangeOf(node);
  const topLevel = node.parent?.name === 'Script';
  if (module !== undefined)
    return [{ module, names: items.map(({ path }) => path), range, at: moduleSpan ? source.rangeOf(moduleSpan) : range, topLevel }];
  return items.map(({ path, from, to }) => ({ module: path, names: [], range, at: source.rangeOf({ from, to }), topLevel }));
}

type Item = Span & { readonly path: string; readonly local?: string };

/** The parts of an import statement; `module` is there for `from module import …`. */
function read(
  source: Source,
  node: SyntaxNode,
): { readonly module?: string; readonly moduleSpan?: Span | undefined; readonly items: readonly Item[] } {
  const parts = childrenOf(node);
  const start = parts.findIndex((part) => part.name === 'import');
  const moduleParts = parts[0]?.name === 'from' ? parts.slice(1, start) : [];
  const items: Item[] = [];
  let path = '';
  let span: Span | undefined;
  let local: string | undefined;
  let afterAs = false;
  const close = (): void => {
    if (path !== '' && span !== undefined) items.push(local === undefined ? { path, ...span } : { path, ...span, local });
    path = '';
    span = undefined;
    local = undefined;
    afterAs = false;
  };
  for (const part of parts.slice(start + 1)) {
    if (part.name === ',') close();
    else if (part.name === 'as') afterAs = true;
    else if (part.name === 'VariableName' && afterAs) local = source.textOf(part);
    else if (part.name === 'VariableName' || part.name === '.' || part.name === '*') {
      path += source.textOf(part);
      span = { from: span?.from ?? part.from, to: part.to };
    }
  }
  close();
  if (parts[0]?.name !== 'from') return { items };
  const [first, last] = [moduleParts[0], moduleParts.at(-1)];
  const moduleSpan = first === undefined || last === undefined ? undefined : { from: first.from, to: last.to };
  return { module: moduleParts.map((part) => source.textOf(part)).join(''), moduleSpan, items };
}
