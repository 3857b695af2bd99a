import type { SyntaxNode } from '@lezer/common';
import { betweenCommas, childrenOf, isSame, type Source } from './source.ts';

/** Functions that look at what they are given, or keep it: nobody calls them for what they put into it. */
const onlooker =
  /^_*(?:add|append|assert|audit|check|debug|display|dump|emit|error|extend|info|insert|log|notify|print|publish|push|put|record|report|require|save|send|set|show|store|trace|unshift|validate|verify|warn|write)/i;

const functionValue = /^(?:ArrowFunction|FunctionExpression)$/;

/** Says of an argument and its list whether the call may change it. */
export type MayChange = (argument: SyntaxNode, list: SyntaxNode) => boolean;

/**
 * Whether a call may be there to change an object that it is given: nobody takes its result, as in `fill_defaults(input)`.
 * A function of the same file is looked into, once; of any other the name has to do.
 */
export function createMayChange(source: Source): MayChange {
  const known = new Map<string, boolean>();
  const indexIn = createIndex();
  let functions: ReadonlyMap<string, readonly SyntaxNode[]> | undefined;
  return (argument, list) => {
    const call = list.parent;
    const around = call?.parent?.name === 'AwaitExpression' ? call.parent.parent : call?.parent;
    const callee = call?.firstChild;
    if (call?.name !== 'CallExpression' || around?.name !== 'ExpressionStatement' || !callee) return false;
    if (callee.name !== 'VariableName') return !onlooker.test(lastName(source, callee));
    const name = source.textOf(callee);
    const index = indexIn(list, argument);
    const key = `${name} ${String(index)}`;
    functions ??= topLevelFunctions(source);
    const answer = known.get(key) ?? changes(source, functions.get(name) ?? [], name, index);
    known.set(key, answer);
    return answer;
  };
}

/** Which argument of a list it is; the list that was asked about last is not gone through again, for it may be a very long one. */
function createIndex(): (list: SyntaxNode, argument: SyntaxNode) => number {
  let last: { readonly list: SyntaxNode; readonly at: ReadonlyMap<number, number> } | undefined;
  return (list, argument) => {
    if (!isSame(last?.list, list)) {
      const groups = betweenCommas(childrenOf(list));
      last = { list, at: new Map(groups.flatMap((group, index) => group.map(({ from }) => [from, index] as const))) };
    }
    return last?.at.get(argument.from) ?? -1;
  };
}

function changes(source: Source, functions: readonly SyntaxNode[], name: string, index: number): boolean {
  const [only, ...more] = functions;
  if (only === undefined || more.length > 0) return !onlooker.test(name);
  const parameter = betweenCommas(childrenOf(only.getChild('ParamList')))[index]?.find((part) =>
    /^Variable(?:Name|Definition)$/.test(part.name),
  );
  return parameter !== undefined && isChanged(source.textOf(only), source.textOf(parameter));
}

function lastName(source: Source, callee: SyntaxNode): string {
  return callee.lastChild?.name === 'PropertyName' ? source.textOf(callee.lastChild) : '';
}

/** The functions that the top level declares, by their names. */
function topLevelFunctions(source: Source): ReadonlyMap<string, readonly SyntaxNode[]> {
  const named = new Map<string, SyntaxNode[]>();
  for (const statement of childrenOf(source.root)) {
    for (const part of /^(?:DecoratedStatement|ExportDeclaration)$/.test(statement.name) ? childrenOf(statement) : [statement]) {
      if (!/^(?:FunctionDefinition|FunctionDeclaration|VariableDeclaration)$/.test(part.name)) continue;
      const children = childrenOf(part);
      const at = children.find((child) => /^Variable(?:Name|Definition)$/.test(child.name));
      const value = part.name === 'VariableDeclaration' ? children.find((child) => functionValue.test(child.name)) : part;
      if (at === undefined || value === undefined) continue;
      const same = named.get(source.textOf(at));
      if (same === undefined) named.set(source.textOf(at), [value]);
      else same.push(value);
    }
  }
  return named;
}

/** Whether something is assigned to a key of it, or one of the methods is called that change a dict. */
function isChanged(text: string, name: string): boolean {
  const plain = name.replaceAll('$', String.raw`\$`);
  const key = String.raw`(?:[!?]?\.\s*[\w$]+|!?\[[^\n]{0,200}?\])`;
  const operator = String.raw`(?:[-+*/|&^%@?]|\*\*|//|<<|>>|&&|\|\||\?\?)?=(?![=>])`;
  const change = String.raw`${key}\s*${operator}|\s*\|=|\.\s*(?:update|setdefault|pop|popitem|clear)\b|${key}\s*(?:\+\+|--)`;
  const handed = String.raw`\b(?:delete|del)\s+${plain}\b|\bObject\.(?:assign|define\w+)\(\s*${plain}\b`;
  const named = String.raw`(?:(?<![\w$.])${plain}|\(\s*${plain}\s+as\b[^)\n]{0,200}\))`;
  return new RegExp(String.raw`${named}(?:${change})|${handed}`).test(text);
}
