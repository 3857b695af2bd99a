import type { SyntaxNode } from '@lezer/common';
import { parseCode } from '../parse-code.ts';
import { walk, type Source } from '../source.ts';

/** Types that are written in comments. */
export type JsdocTypes = {
  /** What `@typedef` declares. */
  readonly declared: ReadonlyMap<string, SyntaxNode>;
  /** What the comment above a function says of its first parameter, and of what it returns. */
  readonly of: (execute: SyntaxNode) => { readonly parameter?: SyntaxNode; readonly result?: SyntaxNode };
};

type TypeInComment = { readonly tag: string; readonly name: string; readonly comment: SyntaxNode; readonly type: SyntaxNode };

/** Room for the words that make a type out of what stands in braces: every tag is as long. */
const declaration = 'type A=';
/** More tags than these nobody wrote by hand. */
const maxTags = 200;

export function jsdocTypes(source: Source): JsdocTypes {
  const types = readTypes(source);
  return {
    declared: new Map(types.flatMap(({ tag, name, type }) => (tag === 'typedef' ? [[name, type] as const] : []))),
    of: (execute) => {
      const above = commentAbove(execute);
      const inComment = types.filter(({ comment }) => comment.from === above?.from);
      const parameter = inComment.find(({ tag }) => tag === 'param')?.type;
      const result = inComment.find(({ tag }) => tag.startsWith('return'))?.type;
      return { ...(parameter === undefined ? {} : { parameter }), ...(result === undefined ? {} : { result }) };
    },
  };
}

/** Parses the types of all comments at the places where they stand: the rest of the text is blank then. */
function readTypes(source: Source): readonly TypeInComment[] {
  const found: { tag: string; name: string; comment: SyntaxNode; from: number; to: number }[] = [];
  walk(source.root, (at) => {
    if (at.name === 'BlockComment' && found.length < maxTags) found.push(...tagsIn(source, at.node));
    return undefined;
  });
  if (found.length === 0) return [];
  let blank = '';
  for (const { from, to } of found) {
    blank += source.text.slice(blank.length, from - declaration.length).replaceAll(/[^\n]/g, ' ');
    blank += `${declaration}${source.text.slice(from, to).replaceAll(/^([ \t]*)\*/gm, '$1 ')};`;
  }
  const byPlace = new Map<number, SyntaxNode>();
  walk(parseCode(blank, 'typescript').tree.topNode, (at) => {
    const type = at.name === 'TypeAliasDeclaration' ? at.node.getChild('Equals')?.nextSibling : undefined;
    if (type) byPlace.set(at.from + declaration.length, type);
    return at.name !== 'TypeAliasDeclaration';
  });
  return found.flatMap(({ tag, name, comment, from }) => {
    const type = byPlace.get(from);
    return type === undefined ? [] : [{ tag, name, comment, type }];
  });
}

/** `@typedef {…} Name`, `@param {…} name`, `@returns {…}`. */
function tagsIn(source: Source, comment: SyntaxNode): { tag: string; name: string; comment: SyntaxNode; from: number; to: number }[] {
  const text = source.textOf(comment);
  if (!text.startsWith('/**')) return [];
  return [...text.matchAll(/@(typedef|param|returns?) *\{/g)].flatMap((match) => {
    const from = match.index + match[0].length;
    let depth = 1;
    let to = from;
    for (; to < text.length && depth > 0; to += 1) depth += text.charAt(to) === '{' ? 1 : text.charAt(to) === '}' ? -1 : 0;
    if (depth > 0) return [];
    const [, name = ''] = /^\s*\[?([\w$]*)/.exec(text.slice(to)) ?? [];
    return [{ tag: match[1] ?? '', name, comment, from: comment.from + from, to: comment.from + to - 1 }];
  });
}

/** The comment right before the statement that a function stands in. */
function commentAbove(execute: SyntaxNode): SyntaxNode | undefined {
  let statement = execute;
  while (statement.parent?.parent) statement = statement.parent;
  const before = statement.prevSibling;
  return before?.name === 'BlockComment' ? before : undefined;
}
