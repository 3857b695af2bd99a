import type { SyntaxNode } from '@lezer/common';
import { childrenOf, type Source } from '../source.ts';
import { isFunction, unwrapped } from './syntax.ts';

/** A name that a statement of the top level declares, with its value where that is one expression. */
export type Declared = { readonly name: string; readonly at: SyntaxNode; readonly value?: SyntaxNode };

/** What a declaration declares: a function, variables, a class, imports. */
export function declaredBy(source: Source, node: SyntaxNode): readonly Declared[] {
  switch (node.name) {
    case 'FunctionDeclaration':
    case 'ClassDeclaration': {
      const at = node.getChild('VariableDefinition');
      return at === null ? [] : [{ name: source.textOf(at), at, value: node }];
    }
    case 'VariableDeclaration':
      return variables(source, node);
    case 'ImportDeclaration':
      return [...node.getChildren('VariableDefinition'), ...(node.getChild('ImportGroup')?.getChildren('VariableDefinition') ?? [])].map(
        (at) => ({
          name: source.textOf(at),
          at,
        }),
      );
    default:
      return [];
  }
}

/** All names of the top level; of an overloaded function the last, which is the one with a body. */
export function topLevelNames(source: Source): ReadonlyMap<string, Declared> {
  const names = new Map<string, Declared>();
  for (const statement of childrenOf(source.root)) {
    const declarations = statement.name === 'ExportDeclaration' ? childrenOf(statement) : [statement];
    for (const declaration of declarations) for (const declared of declaredBy(source, declaration)) names.set(declared.name, declared);
  }
  return names;
}

/** The function that an expression is or names; undefined when it cannot be followed. */
export function functionOf(source: Source, names: ReadonlyMap<string, Declared>, expression: SyntaxNode): SyntaxNode | undefined {
  const node = unwrapped(expression);
  if (isFunction(node)) return node;
  if (node.name !== 'VariableName') return undefined;
  const value = names.get(source.textOf(node))?.value;
  const target = value === undefined ? undefined : unwrapped(value);
  return target !== undefined && isFunction(target) ? target : undefined;
}

/** The object literal that an expression is or names. */
export function objectOf(source: Source, names: ReadonlyMap<string, Declared>, expression: SyntaxNode): SyntaxNode | undefined {
  const node = unwrapped(expression);
  if (node.name === 'ObjectExpression') return node;
  const value = node.name === 'VariableName' ? names.get(source.textOf(node))?.value : undefined;
  const target = value === undefined ? undefined : unwrapped(value);
  return target?.name === 'ObjectExpression' ? target : undefined;
}

function variables(source: Source, node: SyntaxNode): readonly Declared[] {
  const parts = childrenOf(node).filter((part) => part.name !== 'TypeAnnotation');
  return parts.flatMap((part, index): readonly Declared[] => {
    if (part.name === 'ObjectPattern' || part.name === 'ArrayPattern') return namesInPattern(source, part);
    if (part.name !== 'VariableDefinition') return [];
    const value = parts[index + 1]?.name === 'Equals' ? parts[index + 2] : undefined;
    return [{ name: source.textOf(part), at: part, ...(value === undefined ? {} : { value }) }];
  });
}

function namesInPattern(source: Source, pattern: SyntaxNode): readonly Declared[] {
  const names: Declared[] = [];
  pattern.cursor().iterate((at) => {
    if (at.name === 'VariableDefinition') names.push({ name: source.textOf(at), at: at.node });
  });
  return names;
}
