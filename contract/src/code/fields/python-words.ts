import type { SyntaxNode } from '@lezer/common';
import { isSame, type Source } from '../source.ts';
import type { InProgram } from './field-program.ts';
import type { PythonContext } from './python-context.ts';
import { partsOf } from './syntax-parts.ts';

/** Whether a word is no use of the function or class that a file defines by that name. */
export function isNoUseInPython(
  context: PythonContext,
  node: SyntaxNode,
  of: { readonly context: InProgram; readonly node: SyntaxNode },
): { readonly alias?: string } | undefined {
  const { source } = context;
  const { parent } = node;
  if (node.nextSibling?.name === 'AssignOp' && parent?.name === 'ArgList') return {};
  if (node.name === 'PropertyName') return isOfModule(context, parent?.firstChild) ? undefined : {};
  if (parent?.name === 'ImportStatement') {
    const alias = node.nextSibling?.name === 'as' ? node.nextSibling.nextSibling : null;
    return alias === null ? {} : { alias: source.textOf(alias) };
  }
  const isClass = of.node.name === 'ClassDefinition';
  if (context !== of.context && !isImported(context, source.textOf(node))) return {};
  if ((parent?.name === 'FunctionDefinition' || parent?.name === 'ClassDefinition') && isSame(parent.getChild('VariableName'), node))
    return {};
  return isClass ? asTypeOrDefault(source, node) : undefined;
}

/** `module.name`, `package.module.name`. */
function isOfModule(context: PythonContext, object: SyntaxNode | null | undefined): boolean {
  let at = object;
  while (at?.name === 'MemberExpression') at = at.firstChild;
  return at?.name === 'VariableName' && context.imported().some(({ local }) => local === context.source.textOf(at));
}

/** Whether a module stands somewhere but in front of what is taken from it. */
export function handsOnPython({ imported, names, program, file }: PythonContext, of: InProgram): boolean {
  return imported().some(({ module, name, local }) => {
    const last = name ?? module.slice(module.lastIndexOf('.') + 1);
    const isIt = of.file === `${last}.py` || of.file.endsWith(`/${last}.py`) || of.file.endsWith(`${last}/__init__.py`);
    if (!isIt || program.files.filesOf(module, name === undefined ? [] : [name], file)?.at(-1) !== of.file) return false;
    return names(local).some(
      (place) =>
        place.parent?.name !== 'ImportStatement' && !(place.parent?.name === 'MemberExpression' && place.nextSibling?.name === '.'),
    );
  });
}

function isImported({ imported }: PythonContext, word: string): boolean {
  return imported().some(({ local, name }) => local === word || name === word || name === '*');
}

/** A type that is made of it; `Model()` and `default_factory=Model`, which name no key. */
function asTypeOrDefault(source: Source, node: SyntaxNode): { readonly alias?: string } | undefined {
  const { parent, prevSibling } = node;
  for (let at = parent; at !== null && !at.name.endsWith('Statement'); at = at.parent) if (at.name === 'TypeDef') return {};
  if (parent?.name === 'CallExpression') return partsOf(parent.getChild('ArgList')).length === 2 ? {} : undefined;
  const keyword = prevSibling?.name === 'AssignOp' ? prevSibling.prevSibling : null;
  return parent?.name === 'ArgList' && keyword !== null && source.textOf(keyword) === 'default_factory' ? {} : undefined;
}
