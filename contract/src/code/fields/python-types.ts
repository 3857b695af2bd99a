import type { SyntaxNode } from '@lezer/common';
import { pythonString } from '../python/string-value.ts';
import { anyItem } from './field-facts.ts';
import { below, type ValueAt } from './field-trail.ts';
import type { PythonContext } from './python-context.ts';
import { importedFrom } from './python-functions.ts';
import { partsOf } from './syntax-parts.ts';

/** So many modules may hand a type on to the next. */
const maxHops = 4;
const wrappers = /^(?:typing\.)?(?:NotRequired|Required|ReadOnly|Optional|Annotated)$/;
const lists = /^(?:typing\.)?(?:[Ll]ist|Sequence|Iterable|[Tt]uple)$/;

/** The keys of the `TypedDict` that an annotation names, when it is in this text. */
export function pythonType(context: PythonContext, annotation: SyntaxNode | null | undefined, at: ValueAt): void {
  const { source, trail } = context;
  if (!annotation || !trail.enter('type', annotation, at)) return;
  if (annotation.name === 'MemberExpression') {
    const [outer, , argument] = partsOf(annotation);
    const name = outer === undefined ? '' : source.textOf(outer);
    if (wrappers.test(name)) inner(context, argument, at);
    else if (lists.test(name)) inner(context, argument, below(at, anyItem));
    return;
  }
  if (annotation.name === 'BinaryExpression') {
    for (const part of partsOf(annotation)) inner(context, part, at);
    return;
  }
  const name = annotation.name === 'VariableName' ? source.textOf(annotation) : pythonString(source.textOf(annotation));
  if (name === undefined) return;
  declaredType(context, name, { annotation: { context, node: annotation }, at, hops: 0 });
}

type Declared = {
  readonly annotation: { readonly context: PythonContext; readonly node: SyntaxNode };
  readonly at: ValueAt;
  readonly hops: number;
};

/** The type that a name stands for, in this file or in the one that it is imported from. */
function declaredType(context: PythonContext, name: string, declared: Declared): void {
  const { source } = context;
  const from = declared.hops < maxHops ? importedFrom(context, name) : undefined;
  if (from !== undefined) return declaredType(from.context, from.name, { ...declared, hops: declared.hops + 1 });
  for (const statement of partsOf(source.root)) {
    const definition = statement.name === 'DecoratedStatement' ? statement.getChild('ClassDefinition') : statement;
    if (definition?.name === 'ClassDefinition' && nameOf(context, definition) === name) classKeys(context, definition, declared);
    else if (statement.name === 'AssignStatement' && nameOf(context, statement) === name) callKeys(context, statement, declared.at);
  }
}

function nameOf({ source }: PythonContext, statement: SyntaxNode): string | undefined {
  const name = statement.getChild('VariableName');
  return name === null ? undefined : source.textOf(name);
}

/** `class Input(TypedDict)`, and one that is built on another. */
function classKeys(context: PythonContext, definition: SyntaxNode, { annotation, at }: Declared): void {
  const { source, trail, program } = context;
  const name = definition.getChild('VariableName');
  const site = { context: annotation.context, call: annotation.node, name: annotation.node };
  // Where else the class is named, its keys may be too.
  if (name !== null && !program.functions.give({ context, node: definition, name }, site, 'model', at)) trail.leak(at, name, 'shared');
  const bases = definition.getChild('ArgList')?.getChildren('VariableName') ?? [];
  for (const base of bases) if (source.textOf(base) !== 'TypedDict') inner(context, base, at);
  for (const statement of definition.getChild('Body')?.getChildren('AssignStatement') ?? []) {
    const key = statement.getChild('VariableName');
    const type = statement.getChild('TypeDef');
    if (key === null || type === null) continue;
    const inside = below(at, source.textOf(key));
    trail.use(inside, key, 'name');
    inner(context, type.lastChild, inside);
  }
}

/** `Input = TypedDict("Input", {"key": str})`. */
function callKeys(context: PythonContext, statement: SyntaxNode, at: ValueAt): void {
  const { source, trail } = context;
  const call = statement.getChild('CallExpression');
  if (call?.firstChild === null || call === null || !/^(?:typing\.)?TypedDict$/.test(source.textOf(call.firstChild))) return;
  const parts = partsOf(call.getChild('ArgList')?.getChild('DictionaryExpression'));
  for (const [index, key] of parts.entries()) {
    const name = parts[index + 1]?.name === ':' && key.name === 'String' ? pythonString(source.textOf(key)) : undefined;
    if (name === undefined) continue;
    trail.use(below(at, name), key, 'quoted');
    inner(context, parts[index + 2], below(at, name));
  }
}

/** A type inside of a type. */
function inner(context: PythonContext, type: SyntaxNode | null | undefined, at: ValueAt): void {
  context.trail.step(() => pythonType(context, type, at));
}
