import type { SyntaxNode } from '@lezer/common';
import { javascriptString } from '../javascript/string-value.ts';
import { isSame } from '../source.ts';
import type { InProgram } from './field-program.ts';
import { isShorthand, type JavascriptContext } from './javascript-context.ts';
import { importedAt, isOfExports } from './javascript-functions.ts';
import { partsOf } from './syntax-parts.ts';

/** Whether a word is no use of the function that a file defines by that name. */
export function isNoUseInJavascript(
  context: JavascriptContext,
  node: SyntaxNode,
  of: { readonly context: InProgram },
): { readonly alias?: string } | undefined {
  const { source } = context;
  const { parent } = node;
  if (parent?.name === 'ImportGroup') {
    if (node.prevSibling?.name === 'as') return {};
    const alias = node.nextSibling?.name === 'as' ? node.nextSibling.nextSibling : null;
    return alias === null ? {} : { alias: source.textOf(alias) };
  }
  if (parent?.name === 'PatternProperty') return inPattern(context, node, parent);
  if (node.name === 'PropertyName') return isOfModule(context, parent?.firstChild) ? undefined : {};
  if (node.name === 'PropertyDefinition' && !isShorthand(node)) return {};
  if (context !== of.context && !isImported(context, source.textOf(node))) return {};
  if (parent?.name === 'ExportGroup') return node.nextSibling?.name === 'as' || node.prevSibling?.name === 'as' ? undefined : {};
  if (parent?.name === 'Property') return isOfExports(source, parent) ? {} : undefined;
  return node.name === 'VariableDefinition' && /^(?:Function|Variable)Declaration$/.test(parent?.name ?? '') ? {} : undefined;
}

/** In a pattern that takes apart what `require` gives. */
function inPattern({ source }: JavascriptContext, node: SyntaxNode, property: SyntaxNode): { readonly alias?: string } | undefined {
  const local = partsOf(property).at(-1);
  if (local === undefined || importedAt(source, local) === undefined) return node.name === 'VariableDefinition' ? undefined : {};
  return isSame(local, node) ? {} : { alias: source.textOf(local) };
}

/** `module.name`, and the exports of the file itself. */
function isOfModule({ source, places }: JavascriptContext, object: SyntaxNode | null | undefined): boolean {
  if (object?.name !== 'VariableName') return object?.name === 'MemberExpression' && source.textOf(object) === 'module.exports';
  const name = source.textOf(object);
  return name === 'exports' || places(name).some(({ parent }) => parent?.name === 'ImportDeclaration' || isRequired(source.textOf, parent));
}

/** Whether a module stands somewhere but in front of what is taken from it. */
export function handsOnJavascript({ source, places, names, program, file }: JavascriptContext, of: InProgram): boolean {
  return [...names].some(([name, { at }]) => {
    const statement = at.parent;
    const isModule = statement?.name === 'ImportDeclaration' || isRequired(source.textOf, statement);
    const literal = isModule
      ? (statement?.getChild('String') ?? statement?.getChild('CallExpression')?.getChild('ArgList')?.getChild('String'))
      : null;
    const module = literal ? javascriptString(source.textOf(literal)) : undefined;
    if (module === undefined || program.files.filesOf(module, [], file)?.at(0) !== of.file) return false;
    return places(name).some((place) => !isSame(place, at) && place.parent?.name !== 'MemberExpression');
  });
}

function isRequired(textOf: (node: SyntaxNode) => string, declaration: SyntaxNode | null): boolean {
  const call = declaration?.name === 'VariableDeclaration' ? declaration.getChild('CallExpression') : null;
  return call?.firstChild !== null && call !== null && textOf(call.firstChild) === 'require';
}

function isImported({ source, places }: JavascriptContext, word: string): boolean {
  return places(word).some((place) => importedAt(source, place) !== undefined);
}
