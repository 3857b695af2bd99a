import type { SyntaxNode } from '@lezer/common';
import type { FunctionFacts, Parameter } from '../code-facts.ts';
import { inputMisuses, withMisuses } from '../input-misuses.ts';
import { inputReads, keysTouched, readsAmong } from '../input-reads.ts';
import { betweenCommas, childrenOf, isSame, walk, type Source } from '../source.ts';
import { javascriptReturns } from './returned-shapes.ts';
import { isFunction } from './syntax.ts';
import { javascriptUses, patternReads } from './variable-uses.ts';

/** What is known of a function of any form from its text. */
export function javascriptFunction(source: Source, node: SyntaxNode): FunctionFacts {
  const list = node.getChild('ParamList');
  const groups = parameterGroups(list);
  const body = node.getChild('Block') ?? node.lastChild ?? node;
  const usesOf = javascriptUses(source, body);
  const inputName = plainName(source, groups[0]);
  const pattern = groups[0]?.find((part) => part.name === 'ObjectPattern');
  const own = ownStatements(source, body);
  return {
    header: source.rangeOf({ from: node.from, to: list?.to ?? node.from }),
    broken: source.brokenIn(node.from, node.to),
    async: node.getChild('async') !== null,
    generator: node.getChild('Star') !== null,
    decorated: false,
    parameters: groups.flatMap((group) => parameter(source, group)),
    ...(inputName === undefined ? {} : { inputName }),
    ...inputTypeOf(source, groups[0]),
    ...returnTypeOf(source, node),
    ...(inputName === undefined
      ? readsOfPattern(source, pattern)
      : { ...inputReads(source, usesOf, inputName), ...withMisuses(inputMisuses(source, body, usesOf, inputName, 'javascript')) }),
    returns: javascriptReturns(source, body.name === 'Block' ? own.returns : [body], usesOf),
    neverLeaves: body.name === 'Block' && own.returns.length === 0 && !own.throws,
  };
}

/** The children between commas; `this: T` of TypeScript is no parameter. */
function parameterGroups(list: SyntaxNode | null): readonly (readonly SyntaxNode[])[] {
  const parts = childrenOf(list).filter(({ name }) => name !== '(' && name !== ')');
  return betweenCommas(parts).filter((group) => group.length > 0 && group[0]?.name !== 'this');
}

function plainName(source: Source, group: readonly SyntaxNode[] | undefined): string | undefined {
  const definition = group?.find((part) => part.name === 'VariableDefinition');
  return definition === undefined || group?.some((part) => part.name === 'Spread') === true ? undefined : source.textOf(definition);
}

function parameter(source: Source, group: readonly SyntaxNode[]): readonly Parameter[] {
  const has = (name: string): boolean => group.some((part) => part.name === name);
  const target = group.find((part) => /^(?:VariableDefinition|ObjectPattern|ArrayPattern)$/.test(part.name));
  if (target === undefined) return [];
  const rest = has('Spread');
  return [{ name: source.textOf(target), kind: rest ? 'rest' : 'positional', optional: rest || has('Equals') || has('Optional') }];
}

function inputTypeOf(source: Source, group: readonly SyntaxNode[] | undefined): Pick<FunctionFacts, 'inputType'> {
  const type = group?.find((part) => part.name === 'TypeAnnotation')?.lastChild;
  return type ? { inputType: { text: source.textOf(type), range: source.rangeOf(type) } } : {};
}

/** What a promise is of. A `Map` and a `Set` are objects to JSON, of nothing: they are left out. */
function returnTypeOf(source: Source, node: SyntaxNode): Pick<FunctionFacts, 'returnType'> {
  const type = node.getChild('TypeAnnotation')?.lastChild;
  if (!type) return {};
  const written = source.textOf(type);
  const text = /^Promise<([\s\S]*)>$/.exec(written)?.[1] ?? written;
  return /^(?:Map|Set)\b/.test(text) ? {} : { returnType: { text, range: source.rangeOf(type) } };
}

function readsOfPattern(source: Source, pattern: SyntaxNode | undefined): Pick<FunctionFacts, 'reads' | 'touched'> {
  const uses = pattern === undefined ? [] : patternReads(source, pattern, false);
  if (pattern === undefined || uses.some((use) => use.type === 'dynamic')) return { reads: [] };
  const touched = keysTouched(uses);
  return { reads: readsAmong(source, uses), ...(touched === undefined ? {} : { touched }) };
}

/** What stands in the function itself and not in a function inside it. */
function ownStatements(source: Source, body: SyntaxNode): { readonly returns: readonly SyntaxNode[]; readonly throws: boolean } {
  const returns: SyntaxNode[] = [];
  let throws = false;
  walk(body, (at) => {
    if (!isSame(at, body) && (isFunction(at.node) || at.name === 'ClassBody')) return false;
    if (at.name === 'ReturnStatement') returns.push(at.node);
    if (at.name === 'ThrowStatement' || (at.name === 'CallExpression' && endsAll(source, at.node))) throws = true;
    return undefined;
  });
  return { returns, throws };
}

/** What comes after `process.exit()` does not come. */
function endsAll(source: Source, call: SyntaxNode): boolean {
  return call.firstChild !== null && /^(?:process\.)?(?:exit|abort)$/.test(source.textOf(call.firstChild));
}
