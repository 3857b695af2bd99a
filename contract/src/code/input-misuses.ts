import type { Range } from '@hermes-runtime/schemas';
import type { SyntaxNode } from '@lezer/common';
import { childrenOf, isSame, walk, type Source } from './source.ts';
import type { UsesOf } from './variable-use.ts';

/** A place where the input, which is an object with keys, is taken for something else. */
export type InputMisuse = { readonly range: Range } & (
  | { readonly type: 'attribute'; readonly name: string; readonly called: boolean }
  /** It is parsed as if it were text. */
  | { readonly type: 'parsed'; readonly callee: string }
);

export const dictMethods: readonly string[] = [
  'clear',
  'copy',
  'fromkeys',
  'get',
  'items',
  'keys',
  'pop',
  'popitem',
  'setdefault',
  'update',
  'values',
];
/** Code that asks what it has been given before it goes on knows better. */
const asksForType = /\b(?:hasattr|getattr|isinstance|issubclass|AttributeError|TypeError|typeof|instanceof)\b|\btype[ \t]*\(/;
const parsers = new Set(['json.loads', 'JSON.parse']);

/** As a part of what is known of a function. */
export function withMisuses(misuses: readonly InputMisuse[]): { readonly misuses?: readonly InputMisuse[] } {
  return misuses.length === 0 ? {} : { misuses };
}

/** What a body does with its input that an object cannot do. Nothing as soon as the name may stand for another value. */
export function inputMisuses(
  source: Source,
  body: SyntaxNode,
  usesOf: UsesOf,
  input: string,
  language: 'python' | 'javascript',
): readonly InputMisuse[] {
  const text = source.textOf(body);
  if (!new RegExp(language === 'python' ? `\\b${input}\\s*\\.|json\\.loads` : 'JSON\\.parse').test(text)) return [];
  if (asksForType.test(text)) return [];
  const [bind, ...more] = usesOf(input).filter((use) => use.type === 'bind');
  if (bind !== undefined) return more.length === 0 ? parsedFirst(source, input, bind) : [];
  const found: InputMisuse[] = [];
  walk(body, (at) => {
    if (at.name !== 'VariableName' || source.textOf(at) !== input) return undefined;
    const { node } = at;
    const misuse = node.parent?.name === 'ArgList' ? parsedBy(source, node, node.parent) : undefined;
    if (misuse !== undefined) found.push(misuse);
    else if (language === 'python' && node.parent?.name === 'MemberExpression') found.push(...attributeOf(source, node, node.parent));
    return undefined;
  });
  return found;
}

/** `input = json.loads(input)`: the one place where the name gets another value is the mistake. */
function parsedFirst(source: Source, input: string, { value }: { readonly value?: SyntaxNode }): readonly InputMisuse[] {
  const list = value?.getChild('ArgList');
  const argument = childrenOf(list)[1];
  if (!list || argument?.name !== 'VariableName' || source.textOf(argument) !== input) return [];
  const misuse = parsedBy(source, argument, list);
  return misuse === undefined ? [] : [misuse];
}

function parsedBy(source: Source, node: SyntaxNode, list: SyntaxNode): InputMisuse | undefined {
  const callee = list.parent?.firstChild;
  const isAlone = childrenOf(list).length === 3 && isSame(childrenOf(list)[1], node);
  if (!callee || list.parent?.name !== 'CallExpression' || !isAlone || !parsers.has(source.textOf(callee)) || isOneOfTwo(list))
    return undefined;
  return { type: 'parsed', callee: source.textOf(callee), range: source.rangeOf(list.parent) };
}

/** Where it is only tried or only sometimes parsed, the author counts on an object as well. */
function isOneOfTwo(node: SyntaxNode): boolean {
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent)
    if (/^(?:Try|If)Statement$|^ConditionalExpression$/.test(at.name)) return true;
  return false;
}

function attributeOf(source: Source, node: SyntaxNode, member: SyntaxNode): readonly InputMisuse[] {
  const [, dot, property] = childrenOf(member);
  if (!isSame(member.firstChild, node) || dot?.name !== '.' || property?.name !== 'PropertyName') return [];
  const name = source.textOf(property);
  if (dictMethods.includes(name) || name.startsWith('__')) return [];
  const called = member.parent?.name === 'CallExpression' && isSame(member.parent.firstChild, member);
  return [{ type: 'attribute', name, called, range: source.rangeOf(called ? property : member) }];
}
