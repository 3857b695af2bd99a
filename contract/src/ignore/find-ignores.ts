import type { SyntaxNode, Tree } from '@lezer/common';
import type { YamlSource } from '../descriptor/yaml-source.ts';
import { indexLines } from '../descriptor/line-index.ts';
import { valueAt } from '../value.ts';
import { ignoreWord, readIgnores, type IgnoreComment } from './ignore-comment.ts';

/** The ignore comments of a YAML file; what stands in a block of text is text. */
export function ignoresInYaml(yaml: YamlSource): readonly IgnoreComment[] {
  if (!yaml.text.includes(ignoreWord)) return [];
  const lines = indexLines(yaml.text);
  const isComment = (offset: number): boolean => {
    if (offset > 0 && !/\s/.test(yaml.text.charAt(offset - 1))) return false;
    const target = yaml.pathAt(lines.positionAt(offset));
    return target === undefined || typeof valueAt(yaml.value, target.path) !== 'string' || lines.offsetAt(target.range.end) <= offset;
  };
  return readIgnores(yaml.text, { sign: '#', isComment });
}

/** The ignore comments of a Python, JavaScript or TypeScript file that is parsed already. */
export function ignoresInCode(text: string, tree: Tree, sign: '#' | '//'): readonly IgnoreComment[] {
  return readIgnores(text, { sign, isComment: (offset) => isCommentNode(tree.resolveInner(offset, 1)) });
}

/** The ignore comments of a shell script. Nobody parses it: a sign at the start of a word, with no quote open on its line. */
export function ignoresInShell(text: string): readonly IgnoreComment[] {
  const isComment = (offset: number): boolean => {
    const before = text.slice(Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1, offset);
    return /(?:^|\s)$/.test(before) && [`"`, `'`].every((quote) => before.split(quote).length % 2 === 1);
  };
  return readIgnores(text, { sign: '#', isComment });
}

function isCommentNode({ name }: SyntaxNode): boolean {
  return name === 'Comment' || name === 'LineComment';
}
