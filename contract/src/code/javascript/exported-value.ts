import type { SyntaxNode } from '@lezer/common';
import type { Source } from '../source.ts';
import { functionOf, objectOf, type Declared } from './declarations.ts';
import { isFunction, propertyKey, propertyValue } from './syntax.ts';

/** An export called `execute`; `node` is its function when the text of it is here, `from` the module where it has the same name. */
export type ExportFound = { readonly at: SyntaxNode; readonly node?: SyntaxNode; readonly conditional: boolean; readonly from?: string };

/** `open`: there may be exports that cannot be followed. */
export type ExportsFound = { readonly found: readonly ExportFound[]; readonly open: boolean };

/** What an exported value holds under `execute`: it is an object, or it cannot be followed. */
export function valueExports(source: Source, names: ReadonlyMap<string, Declared>, value: SyntaxNode): ExportsFound {
  const object = objectOf(source, names, value);
  if (object === undefined) return { found: [], open: true };
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
