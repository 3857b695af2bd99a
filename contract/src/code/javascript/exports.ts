import type { SyntaxNode } from '@lezer/common';
import type { Definition } from '../code-facts.ts';
import { childrenOf, type Source } from '../source.ts';
import { commonExports } from './common-exports.ts';
import { declaredBy, functionOf, type Declared } from './declarations.ts';
import { valueExports, type ExportFound, type ExportsFound } from './exported-value.ts';
import { javascriptFunction } from './function-facts.ts';
import { javascriptString } from './string-value.ts';

const wanted = 'execute';

export type Exports = {
  readonly definitions: readonly Definition[];
  /** The functions of the definitions, as nodes. */
  readonly nodes: readonly SyntaxNode[];
  /** Whether there may be exports that cannot be followed. */
  readonly open: boolean;
  /** The modules of `export * from`. */
  readonly from: readonly string[];
};

/** What a module gives out under the name `execute`, in the forms of ES modules and of CommonJS. */
export function javascriptExports(source: Source, names: ReadonlyMap<string, Declared>): Exports {
  const found: ExportFound[] = [];
  const from: string[] = [];
  const whole: ExportFound[] = [];
  let open = false;
  for (const statement of childrenOf(source.root)) {
    if (statement.name !== 'ExportDeclaration') continue;
    const module = statement.getChild('Star') === null || statement.getChild('as') !== null ? undefined : moduleOf(source, statement);
    if (module !== undefined) from.push(module);
    const one = exportsOf(source, names, statement);
    found.push(...one.found);
    if (one.whole !== undefined) whole.push(one.whole);
    open ||= one.open;
  }
  const common = commonExports(source, names);
  found.push(...common.found);
  if (common.whole !== undefined) whole.push(common.whole);
  if (found.length === 0 && whole.length === 1 && !open && !common.open && from.length === 0) found.push(...whole);
  else open ||= whole.length > 0;
  const nodes = found.flatMap(({ node }) => (node === undefined ? [] : [node]));
  const definitions = found.map(({ at, node, conditional, from }): Definition => ({
    range: source.rangeOf(at),
    conditional,
    ...(node === undefined ? {} : { function: javascriptFunction(source, node) }),
    ...(from === undefined ? {} : { from }),
  }));
  return { definitions, nodes, open: open || common.open, from };
}

function exportsOf(source: Source, names: ReadonlyMap<string, Declared>, statement: SyntaxNode): ExportsFound {
  const parts = childrenOf(statement);
  const has = (name: string): boolean => parts.some((part) => part.name === name);
  const group = statement.getChild('ExportGroup');
  if (group !== null)
    return { found: groupExports(source, names, group, has('from') ? moduleOf(source, statement) : undefined, has('from')), open: false };
  if (has('Star')) {
    const at = parts.find((part) => part.name === 'VariableName' && source.textOf(part) === wanted);
    return at === undefined ? { found: [], open: !has('as') } : { found: [{ at, conditional: false }], open: false };
  }
  if (has('default') || has('Equals')) {
    const value = parts.findLast((part) => part.name !== ';');
    // The class is looked at for methods called execute; an object in it would be another matter.
    if (value?.name === 'ClassDeclaration') return { found: [], open: false };
    return value === undefined ? { found: [], open: true } : valueExports(source, names, value);
  }
  const declared = parts.flatMap((part) => declaredBy(source, part)).filter(({ name }) => name === wanted);
  return { found: declared.flatMap((one) => declarationExport(source, names, one)), open: false };
}

/** A function of TypeScript without a body is an overload: the one with the body follows. */
function declarationExport(source: Source, names: ReadonlyMap<string, Declared>, { at, value }: Declared): readonly ExportFound[] {
  if (value?.name === 'FunctionDeclaration' && value.getChild('Block') === null && names.get(wanted)?.at.from !== at.from) return [];
  const node = value === undefined ? undefined : functionOf(source, names, value);
  return [{ at, conditional: false, ...(node === undefined ? {} : { node }) }];
}

/** `export { run as execute }`, with or without `from`. */
function groupExports(
  source: Source,
  names: ReadonlyMap<string, Declared>,
  group: SyntaxNode,
  module: string | undefined,
  foreign: boolean,
): readonly ExportFound[] {
  const found: ExportFound[] = [];
  const parts = childrenOf(group);
  for (const [index, at] of parts.entries()) {
    if (at.name !== 'VariableName' || source.textOf(at) !== wanted || parts[index + 1]?.name === 'as') continue;
    const local = parts[index - 1]?.name === 'as' ? parts[index - 2] : at;
    const node = foreign || local === undefined ? undefined : functionOf(source, names, local);
    const isRenamed = local === undefined || source.textOf(local) !== wanted;
    const from = isRenamed ? undefined : (module ?? importedFrom(source, local));
    found.push({ at, conditional: false, ...(node === undefined ? {} : { node }), ...(from === undefined ? {} : { from }) });
  }
  return found;
}

/** The module that a name of the same spelling is imported from. */
function importedFrom(source: Source, name: SyntaxNode): string | undefined {
  const wantedName = source.textOf(name);
  for (const statement of source.root.getChildren('ImportDeclaration')) {
    const parts = childrenOf(statement.getChild('ImportGroup'));
    const index = parts.findIndex((part) => part.name === 'VariableDefinition' && source.textOf(part) === wantedName);
    if (index !== -1) return parts[index - 1]?.name === 'as' ? undefined : moduleOf(source, statement);
  }
  return undefined;
}

function moduleOf(source: Source, statement: SyntaxNode): string | undefined {
  const literal = statement.getChild('String');
  return literal === null ? undefined : javascriptString(source.textOf(literal));
}
