import type { SyntaxNode } from '@lezer/common';
import type { Source } from '../source.ts';
import { functionOf, objectOf, type Declared } from './declarations.ts';
import { isFunction, propertyKey, propertyValue } from './syntax.ts';

/** An export called `execute`; `node` is its function when the text of it is here, `from` the module where it has the same name. */
export type ExportFound = { readonly at: SyntaxNode; readonly node?: SyntaxNode; readonly conditional: boolean; readonly from?: string };

/** `open`: there may be exports that cannot be followed. `whole`: the exported value is itself a function, which counts where nothing is called `execute`. */
export type ExportsFound = { readonly found: readonly ExportFound[]; readonly open: boolean; readonly whole?: ExportFound };

/** What an exported value holds under `execute`: it is an object or a function, or it cannot be followed. */
export function valueExports(source: Source, names: ReadonlyMap<string, Declared>, value: SyntaxNode): ExportsFound {
  const object = objectOf(source, names, value);
  if (object === undefined) return functionExport(source, names, value);
  const found: ExportFound[] = [];
  let open = false;
  for (const property of object.getChildren('Property')) {
    const key = propertyKey(source, property);
    if (key === undefined) open = true;
    if (key?.key !== 'execute') continue;
    const written = propertyValue(property);
    const local = written ?? names.get('execute')?.value;
    const node = isFunction(property) ? property : local === undefined ? undefined : functionOf(source, names, local);
    found.push({ at: key.at, conditional: false, ...(node === undefined ? {} : { node }) });
  }
  return { found, open };
}

/** A function that is exported as a whole. What else hangs on it is not looked for. */
function functionExport(source: Source, names: ReadonlyMap<string, Declared>, value: SyntaxNode): ExportsFound {
  const node = functionOf(source, names, value);
  const body = node?.getChild('Block') ?? (node?.name === 'ArrowFunction' ? node : null);
  if (node === undefined || body === null) return { found: [], open: true };
  const at = node.getChild('VariableDefinition') ?? node.firstChild ?? node;
  return { found: [], open: false, whole: { at, node, conditional: false } };
}
