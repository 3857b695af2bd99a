import type { CodeFacts } from '@hermes-runtime/contract';
import type { Position } from 'vscode-languageserver/node';

/** A name that is being written in code: a key that is read from the input, or one of the result. */
export type CodePlace = {
  readonly side: 'input' | 'output';
  /** What is there of the word before the cursor. */
  readonly word: string;
  /** Whether the name stands in quotes; otherwise it must be one that the language can write. */
  readonly quoted: boolean;
};

/** As far back as a dictionary that is given back is looked for, in UTF-16 units. */
const farBack = 2_000;

/** What the text before the cursor says, where the facts know how the code calls its input. Undefined anywhere else. */
export function codePlaceAt(facts: CodeFacts, text: string, offset: number, position: Position): CodePlace | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, offset);
  const around = facts.definitions.findLast(({ function: inside }) => inside !== undefined && !isBefore(position, inside.header.start));
  if (around === undefined) return undefined;
  const name = around.function?.inputName;
  const subscript = /([\w$]+)(?:\?\.)?\[\s*(["'])([^"'\]]*)$/.exec(line);
  if (subscript !== null) return subscript[1] === name ? { side: 'input', word: subscript[3] ?? '', quoted: true } : undefined;
  if (facts.language === 'python') {
    const get = /(\w+)\.(?:get|pop)\(\s*(["'])([^"']*)$/.exec(line);
    if (get !== null) return get[1] === name ? { side: 'input', word: get[3] ?? '', quoted: true } : undefined;
  } else {
    const member = /([\w$]+)\??\.([\w$]*)$/.exec(line);
    if (member !== null) return member[1] === name ? { side: 'input', word: member[2] ?? '', quoted: false } : undefined;
    const destructured = destructuring(text.slice(Math.max(0, offset - farBack), offset), name);
    if (destructured !== undefined) return { side: 'input', word: destructured, quoted: false };
  }
  return resultKey(text.slice(Math.max(0, offset - farBack), offset), facts.language);
}

/** `execute({ a, b|`; what follows the brace, to an `=` and the input's name, is not written yet. */
function destructuring(before: string, name: string | undefined): string | undefined {
  const parameter = /\bexecute\s*(?:=\s*(?:async\s*)?)?\(\s*\{(?:[^{}()]*,)?\s*([\w$]*)$/.exec(before);
  if (parameter !== null) return parameter[1];
  const variable = name === undefined ? null : /\b(?:const|let|var)\s*\{(?:[^{}()]*,)?\s*([\w$]*)$/.exec(before);
  return variable?.[1];
}

/** `return {"a": 1, "b|`, with whatever stands between, as long as no brace in it is open. */
function resultKey(before: string, language: CodeFacts['language']): CodePlace | undefined {
  const at = before.lastIndexOf('return');
  if (at < 0) return undefined;
  const result = before.slice(at);
  const inside = /^return\s*\(?\s*\{([\s\S]*)$/.exec(result)?.[1];
  if (inside === undefined) return undefined;
  const flat = withoutNested(inside);
  if (flat === undefined) return undefined;
  const quoted = /(?:^|,)\s*(["'])([^"']*)$/.exec(flat);
  if (quoted !== null) return { side: 'output', word: quoted[2] ?? '', quoted: true };
  const plain = language === 'python' ? null : /(?:^|,)\s*([\w$]*)$/.exec(flat);
  return plain === null ? undefined : { side: 'output', word: plain[1] ?? '', quoted: false };
}

/** The text without what stands in closed brackets; undefined while one is open, or once the outer one is closed. */
function withoutNested(text: string): string | undefined {
  let flat = text;
  for (let next = ''; next !== flat;) {
    next = flat;
    flat = flat.replaceAll(/[([{][^()[\]{}]*[)\]}]/g, '0');
  }
  return /[()[\]{}]/.test(flat) ? undefined : flat;
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
