import type { SyntaxNode } from '@lezer/common';
import { pythonParameters } from '../python/parameters.ts';
import { isSame, type Source } from '../source.ts';
import type { CalledFunction } from './called-functions.ts';
import type { PythonContext } from './python-context.ts';
import { partsOf } from './syntax-parts.ts';

/** Calls through which a function, or what it has, may be reached unseen. */
const reflective = /\b(?:locals|vars|exec|eval|globals|setattr)[ \t]*\(/;
/** So many modules may hand a function on to the next. */
const maxHops = 4;

/** The function of the agent's own that a call means for certain: one that the top level of a module defines once, and nothing else has its name. */
export function calledPython(context: PythonContext, callee: SyntaxNode): CalledFunction<PythonContext> | undefined {
  const { source } = context;
  if (callee.name === 'VariableName') return isGlobal(context, callee) ? defined(context, source.textOf(callee), 0) : undefined;
  const [module, dot, name] = callee.name === 'MemberExpression' ? partsOf(callee) : [];
  if (module?.name !== 'VariableName' || dot?.name !== '.' || name === undefined || !isGlobal(context, module)) return undefined;
  const item = importOf(context, source.textOf(module));
  const target = item === undefined ? undefined : moduleOf(context, item.module, item.name);
  return target === undefined ? undefined : defined(target, source.textOf(name), 1);
}

/** Whether no parameter of the same name hides it here. */
function isGlobal({ source, reachOf }: PythonContext, name: SyntaxNode): boolean {
  return reachOf(source.textOf(name), source.root).places.some((place) => isSame(place, name));
}

function defined(context: PythonContext, name: string, hops: number): CalledFunction<PythonContext> | undefined {
  const { source } = context;
  const [at, ...more] = context.reachOf(name, source.root).bound;
  const node = at?.parent;
  if (!at || !node || more.length > 0 || node.parent?.name !== 'Script' || hops > maxHops || reflective.test(source.text)) return undefined;
  if (node.name === 'FunctionDefinition') return { context, node, name: at };
  const from = importedFrom(context, name);
  return from === undefined ? undefined : defined(from.context, from.name, hops + 1);
}

/** The file of the agent's own that a name is imported from, and what it is called there. */
export function importedFrom(
  context: PythonContext,
  local: string,
): { readonly context: PythonContext; readonly name: string } | undefined {
  const item = importOf(context, local);
  const target = item?.name === undefined ? undefined : moduleOf(context, item.module);
  return target === undefined || item?.name === undefined ? undefined : { context: target, name: item.name };
}

/** The import that a name comes from, where it has no other meaning. */
function importOf(context: PythonContext, local: string): { readonly module: string; readonly name?: string } | undefined {
  const [at, ...more] = context.reachOf(local, context.source.root).bound;
  if (at?.parent?.name !== 'ImportStatement' || at.parent.parent?.name !== 'Script' || more.length > 0) return undefined;
  return context.imported().find((one) => one.local === local);
}

/** A module of the agent's own; with `name`, the one of that name in it. */
function moduleOf({ file, program }: PythonContext, module: string, name?: string): PythonContext | undefined {
  const path = program.files.filesOf(module, name === undefined ? [] : [name], file)?.at(-1);
  const last = name ?? module.slice(module.lastIndexOf('.') + 1);
  const isIt = path === `${last}.py` || path?.endsWith(`/${last}.py`) === true || path?.endsWith(`${last}/__init__.py`) === true;
  return path !== undefined && last !== '' && isIt ? program.open(path) : undefined;
}

/** The parameter that gets an argument; undefined for those that take the rest, and for a call whose places are not certain. */
export function parameterFor(
  { context, node }: Pick<CalledFunction<PythonContext>, 'context' | 'node'>,
  given: { readonly keyword: string } | { readonly position: number },
): string | undefined {
  const parameters = pythonParameters(context.source, node.getChild('ParamList'));
  if ('position' in given) {
    const parameter = parameters[given.position];
    return parameters.slice(0, given.position + 1).every(({ kind }) => kind === 'positional') ? parameter?.name : undefined;
  }
  return parameters.find(({ name, kind }) => name === given.keyword && (kind === 'positional' || kind === 'keyword'))?.name;
}

/** What stands beside a parameter as its type. */
export function annotationOf({ context, node }: CalledFunction<PythonContext>, parameter: string): SyntaxNode | undefined {
  const list = node.getChild('ParamList')?.getChildren('VariableName') ?? [];
  const next = list.find((name) => context.source.textOf(name) === parameter)?.nextSibling;
  return next?.name === 'TypeDef' ? (next.lastChild ?? undefined) : undefined;
}

/** What a call gives a parameter. */
export function argumentOf(
  called: Pick<CalledFunction<PythonContext>, 'context' | 'node'>,
  parameter: string,
  { source }: { readonly source: Source },
  call: SyntaxNode,
): SyntaxNode | undefined {
  const parts = partsOf(call.getChild('ArgList')).slice(1, -1);
  if (parts.some(({ name }) => name === '*' || name === '**')) return undefined;
  let position = 0;
  for (const [index, part] of parts.entries()) {
    if (part.name === ',') position += 1;
    else if (parts[index + 1]?.name === 'AssignOp') {
      if (source.textOf(part) === parameter) return parts[index + 2];
    } else if (part.name !== 'AssignOp' && parts[index - 1]?.name !== 'AssignOp' && parameterFor(called, { position }) === parameter)
      return part;
  }
  return undefined;
}
