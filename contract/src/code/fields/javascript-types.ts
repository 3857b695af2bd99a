import type { SyntaxNode } from '@lezer/common';
import { propertyKey } from '../javascript/syntax.ts';
import { isSame } from '../source.ts';
import { anyItem } from './field-facts.ts';
import { below, type ValueAt } from './field-trail.ts';
import { importedType } from './javascript-functions.ts';
import type { JavascriptContext } from './javascript-context.ts';
import { partsOf } from './syntax-parts.ts';

/** So many modules may hand a type on to the next. */
const maxHops = 4;

/** The keys of a type that is written out, or that is declared in this text. */
export function javascriptType(context: JavascriptContext, type: SyntaxNode | null | undefined, at: ValueAt): void {
  const { source, trail } = context;
  if (!type || !trail.enter('type', type, at)) return;
  switch (type.name) {
    case 'ObjectType':
      for (const member of type.getChildren('PropertyType')) {
        const found = propertyKey(source, member);
        if (found === undefined) continue;
        trail.use(below(at, found.key), found.at, found.at.name === 'String' ? 'quoted' : 'key');
        inner(context, member.getChild('TypeAnnotation'), below(at, found.key));
      }
      return;
    case 'ArrayType':
      return inner(context, type.firstChild, below(at, anyItem));
    case 'TypeName':
      return declaredType(context, source.textOf(type), at, 0);
    case 'ParameterizedType': {
      const name = type.firstChild === null ? '' : source.textOf(type.firstChild);
      const argument = partsOf(type.getChild('TypeArgList'))[1];
      if (/^(?:Promise|Readonly|Partial|Required)$/.test(name)) inner(context, argument, at);
      else if (/^(?:Readonly)?Array$/.test(name)) inner(context, argument, below(at, anyItem));
      return;
    }
    case 'TypeAnnotation':
    case 'ParenthesizedType':
    case 'UnionType':
    case 'IntersectionType':
    case 'ReadonlyType':
      for (const part of partsOf(type)) inner(context, part, at);
      return;
    default:
      return;
  }
}

/** `value as T`, `value satisfies T`: the types between an expression and what is around it. */
export function writtenTypes(
  context: JavascriptContext,
  expression: SyntaxNode,
  { within, at }: { readonly within: SyntaxNode; readonly at: ValueAt },
): void {
  for (let node = expression; !isSame(node, within) && node.parent !== null; node = node.parent) {
    const [, word, type] = node.parent.name === 'BinaryExpression' ? partsOf(node.parent) : [];
    if (word?.name === 'as' || word?.name === 'satisfies') javascriptType(context, type, at);
  }
}

/** A type of this file, or of the agent's own file that it is imported from. */
function declaredType(context: JavascriptContext, name: string, at: ValueAt, hops: number): void {
  const { source, comments } = context;
  inner(context, comments.declared.get(name), at);
  const from = hops < maxHops ? importedType(context, name) : undefined;
  if (from !== undefined) return declaredType(from.context, from.name, at, hops + 1);
  for (const statement of partsOf(source.root)) {
    const declarations = statement.name === 'ExportDeclaration' ? partsOf(statement) : [statement];
    for (const declaration of declarations) {
      const defined = declaration.getChild('TypeDefinition');
      if (defined === null || source.textOf(defined) !== name) continue;
      if (declaration.name === 'InterfaceDeclaration') inner(context, declaration.getChild('ObjectType'), at);
      const parts = partsOf(declaration);
      const equals = parts.findIndex((part) => part.name === 'Equals');
      if (declaration.name === 'TypeAliasDeclaration' && equals > 0) inner(context, parts[equals + 1], at);
    }
  }
}

/** A type inside of a type. */
function inner(context: JavascriptContext, type: SyntaxNode | null | undefined, at: ValueAt): void {
  context.trail.step(() => javascriptType(context, type, at));
}
