import type { SyntaxNode } from '@lezer/common';
import { javascriptString } from '../javascript/string-value.ts';
import { isFunction, propertyValue, unwrapped } from '../javascript/syntax.ts';
import { isSame, type Source } from '../source.ts';
import type { CalledFunction } from './called-functions.ts';
import { isShorthand, parametersOf, type JavascriptContext } from './javascript-context.ts';
import { partsOf } from './syntax-parts.ts';

/** So many modules may hand a function on to the next. */
const maxHops = 4;

/** The function of the agent's own that a call means for certain: one that the top level of a module defines once, and nothing else has its name. */
export function calledJavascript(context: JavascriptContext, callee: SyntaxNode): CalledFunction<JavascriptContext> | undefined {
  const { source } = context;
  if (callee.name === 'VariableName') return isGlobal(context, callee) ? defined(context, source.textOf(callee), 0) : undefined;
  const [module, dot, name] = callee.name === 'MemberExpression' ? partsOf(callee) : [];
  if (module?.name !== 'VariableName' || dot?.name !== '.' || name?.name !== 'PropertyName' || !isGlobal(context, module)) return undefined;
  const [at, ...more] = context.reachOf(source.textOf(module), source.root).bound;
  // `import * as module from "path"`
  const statement = at?.parent?.name === 'ImportDeclaration' && at.prevSibling?.name === 'as' && more.length === 0 ? at.parent : undefined;
  const literal = statement?.getChild('String');
  const path = literal ? javascriptString(source.textOf(literal)) : undefined;
  const file = path === undefined ? undefined : context.program.files.filesOf(path, [], context.file)?.at(0);
  const target = file === undefined ? undefined : context.program.open(file);
  const local = target === undefined ? undefined : exportedName(target, source.textOf(name));
  return target === undefined || local === undefined ? undefined : defined(target, local, 1);
}

/** Whether no parameter of the same name hides it here. */
function isGlobal({ source, reachOf }: JavascriptContext, name: SyntaxNode): boolean {
  return reachOf(source.textOf(name), source.root).places.some((place) => isSame(place, name));
}

function defined(context: JavascriptContext, name: string, hops: number): CalledFunction<JavascriptContext> | undefined {
  const { source, names } = context;
  const [at, ...more] = context.reachOf(name, source.root).bound;
  if (at === undefined || more.length > 0 || hops > maxHops || /\beval\s*\(/.test(source.text)) return undefined;
  const declared = names.get(name);
  if (declared?.value !== undefined && isSame(declared.at, at)) {
    const node = unwrapped(declared.value);
    if (isFunction(node)) return isOfDefault(node) ? undefined : { context, node, name: at };
  }
  const item = importedAt(source, at);
  const path = item === undefined ? undefined : context.program.files.filesOf(item.module, [], context.file)?.at(0);
  const target = path === undefined ? undefined : context.program.open(path);
  const local = target === undefined || item === undefined ? undefined : exportedName(target, item.name);
  return target === undefined || local === undefined ? undefined : defined(target, local, hops + 1);
}

/** The file of the agent's own that a type is imported from, and what it is called there. */
export function importedType(
  { source, places, program, file }: JavascriptContext,
  local: string,
): { readonly context: JavascriptContext; readonly name: string } | undefined {
  const at = places(local).find(({ parent }) => parent?.name === 'ImportGroup');
  const item = at === undefined ? undefined : importedAt(source, at);
  const path = item === undefined ? undefined : program.files.filesOf(item.module, [], file)?.at(0);
  const context = path === undefined ? undefined : program.open(path);
  return context === undefined || item === undefined ? undefined : { context, name: item.name };
}

/** Whoever imports the default of a module calls it what he likes. */
function isOfDefault({ parent }: SyntaxNode): boolean {
  return parent?.name === 'ExportDeclaration' && parent.getChild('default') !== null;
}

/** `import { name as local } from "module"`, `const { name: local } = require("module")`. */
export function importedAt(source: Source, at: SyntaxNode): { readonly module: string; readonly name: string } | undefined {
  const { parent } = at;
  if (parent?.name === 'ImportGroup') {
    const module = parent.parent?.getChild('String');
    const original = at.prevSibling?.name === 'as' ? at.prevSibling.prevSibling : at;
    return from(source, module, original);
  }
  const declaration = parent?.parent?.parent;
  if (parent?.name !== 'PatternProperty' || declaration?.name !== 'VariableDeclaration' || declaration.parent?.name !== 'Script')
    return undefined;
  const call = declaration.getChild('CallExpression');
  if (call?.firstChild === null || call === null || source.textOf(call.firstChild) !== 'require') return undefined;
  return from(source, call.getChild('ArgList')?.getChild('String'), parent.firstChild);
}

function from(
  source: Source,
  module: SyntaxNode | null | undefined,
  name: SyntaxNode | null | undefined,
): { readonly module: string; readonly name: string } | undefined {
  const path = module ? javascriptString(source.textOf(module)) : undefined;
  return path === undefined || !name ? undefined : { module: path, name: source.textOf(name) };
}

/** What a module calls itself what it gives out by a name. */
function exportedName({ source, words }: JavascriptContext, name: string): string | undefined {
  for (const node of words(name)) {
    const { parent } = node;
    if (parent?.name === 'ExportGroup' && parent.parent?.getChild('from') === null && node.nextSibling?.name !== 'as') {
      const local = node.prevSibling?.name === 'as' ? node.prevSibling.prevSibling : node;
      return local === null ? undefined : source.textOf(local);
    }
    if (parent?.name === 'Property' && isOfExports(source, parent)) {
      const value = isShorthand(node) ? node : propertyValue(parent);
      return value === undefined ? undefined : source.textOf(value);
    }
    if (isExportedHere(node)) return name;
  }
  return undefined;
}

/** `export function name`, `export const name = …`. */
function isExportedHere(node: SyntaxNode): boolean {
  return node.name === 'VariableDefinition' && node.parent?.parent?.name === 'ExportDeclaration';
}

/** `module.exports = { … }`. */
export function isOfExports(source: Source, property: SyntaxNode): boolean {
  const assignment = property.parent?.name === 'ObjectExpression' ? property.parent.parent : null;
  const [target] = assignment?.name === 'AssignmentExpression' ? partsOf(assignment) : [];
  return target !== undefined && source.textOf(target) === 'module.exports' && assignment?.parent?.parent?.name === 'Script';
}

/** What a call gives a parameter that is a plain name. */
export function argumentOf(source: Source, definition: SyntaxNode, parameter: string, call: SyntaxNode): SyntaxNode | undefined {
  const place = parametersOf(definition).findIndex((one) => one?.name === 'VariableDefinition' && source.textOf(one) === parameter);
  const parts = partsOf(call.getChild('ArgList')).slice(1, -1);
  const given = parts.filter(({ name }) => name !== ',');
  return place === -1 || parts.some(({ name }) => name === 'Spread') ? undefined : given[place];
}
