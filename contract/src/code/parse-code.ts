import { TreeFragment, type ChangedRange, type Parser, type Tree } from '@lezer/common';
import { parser as javascript } from '@lezer/javascript';
import { parser as python } from '@lezer/python';
import type { CodeLanguage } from './code-facts.ts';

/** A text and its tree. */
export type ParsedCode = { readonly text: string; readonly language: CodeLanguage; readonly tree: Tree };

/**
 * Parses a text; after a small edit, from what is still good of the tree before.
 * A broken text is always parsed afresh: how an error is mended must not depend on what was typed before.
 */
export function parseCode(text: string, language: CodeLanguage, before?: ParsedCode): ParsedCode {
  const parser = parserOf(language);
  if (before?.language === language) {
    const fragments = TreeFragment.applyChanges(TreeFragment.addTree(before.tree), [changeBetween(before.text, text)]);
    const tree = parser.parse(text, fragments);
    if (!hasError(tree)) return { text, language, tree };
  }
  return { text, language, tree: parser.parse(text) };
}

function parserOf(language: CodeLanguage): Parser {
  if (language === 'python') return python;
  return javascript.configure({ dialect: language === 'typescript' ? 'ts' : 'jsx' });
}

/** Texts are compared by so many units at once, and unit by unit only where they differ. */
const block = 1024;

/** The one range outside of which two texts are the same. */
function changeBetween(before: string, after: string): ChangedRange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start + block <= shorter && before.slice(start, start + block) === after.slice(start, start + block)) start += block;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let end = 0;
  const endsAlike = (length: number): boolean =>
    before.slice(before.length - length, before.length - end) === after.slice(after.length - length, after.length - end);
  while (end + block <= shorter - start && endsAlike(end + block)) end += block;
  while (end < shorter - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end += 1;
  return { fromA: start, toA: before.length - end, fromB: start, toB: after.length - end };
}

function hasError(tree: Tree): boolean {
  const cursor = tree.cursor();
  do {
    if (cursor.type.isError) return true;
  } while (cursor.next());
  return false;
}
