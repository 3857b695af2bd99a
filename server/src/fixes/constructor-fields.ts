import * as l10n from '@vscode/l10n';
import type { Rewritten, SyntaxPlace } from './syntax-place.ts';

const modifiers = /(?:(?:public|private|protected|readonly)\s+)+(?=[\w$])/;
const parameter = new RegExp(`^\\s*(${modifiers.source})([\\w$]+)(\\??)\\s*(:[^=]*)?`);
/** A comma or a bracket inside of a type, a default or a comment would have to be read as one. */
const isPlain = /^\((?:(?!\/[/*])[^()[\]{}<>'"`@])*\)$/;

/** `constructor(private x: number)` with a field before it, which it fills first. Not where it calls `super` before that. */
export function fieldsForParameters({ text, from, to }: SyntaxPlace): Rewritten | undefined {
  const list = text.slice(from, to);
  const head = /(?:^|\n)([ \t]*)(?:(?:public|private|protected)\s+)?constructor\s*$/.exec(text.slice(0, from));
  const [open] = /^\s*\{/.exec(text.slice(to)) ?? [];
  if (head === null || open === undefined || !isPlain.test(list) || /\bsuper\b/.test(text.slice(to))) return undefined;
  const fields = list
    .slice(1, -1)
    .split(',')
    .flatMap((one) => fieldOf(one));
  const [, indent = ''] = head;
  const lineStart = head.index + (head[0].startsWith('\n') ? 1 : 0);
  const bodyStart = to + open.length;
  return {
    title: l10n.t('Declare the fields, and assign them'),
    edits: [
      { from: lineStart, to: lineStart, newText: fields.map(({ declared }) => `${indent}${declared}\n`).join('') },
      { from, to, newText: list.replaceAll(new RegExp(modifiers, 'g'), '') },
      {
        from: bodyStart,
        to: bodyStart,
        newText: assignments(
          text.slice(bodyStart),
          indent,
          fields.map(({ name }) => name),
        ),
      },
    ],
  };
}

function fieldOf(written: string): readonly { readonly declared: string; readonly name: string }[] {
  const [, words, name = '', optional = '', type = ''] = parameter.exec(written) ?? [];
  if (words === undefined) return [];
  return [{ name, declared: `${words.trim().replaceAll(/\s+/g, ' ')} ${name}${optional}${type.trim()};` }];
}

/** As the body goes on: on lines of their own, or on its only one. */
function assignments(body: string, indent: string, names: readonly string[]): string {
  const written = names.map((name) => `this.${name} = ${name};`);
  const [, inner] = /^\r?\n([ \t]+)(?=[^\s}])/.exec(body) ?? [];
  return /^\r?\n/.test(body) ? written.map((line) => `\n${inner ?? `${indent}  `}${line}`).join('') : ` ${written.join(' ')} `;
}
