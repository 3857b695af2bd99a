import * as l10n from '@vscode/l10n';
import type { Rewritten, SyntaxPlace } from './syntax-place.ts';

const value = /-?\d+|"[^"\\\n]*"|'[^'\\\n]*'/.source;
const member = new RegExp(`^(\\s*)([\\w$]+)(?:\\s*=\\s*(${value}))?(\\s*)$`);

/** `enum A { x, y = 2 }` as an object with the same values, and the type of these. Not where a value is computed, or there are comments. */
export function objectForEnum({ text, from, to }: SyntaxPlace): Rewritten | undefined {
  const [, name, body = ''] = /^(?:const\s+)?enum\s+([\w$]+)\s*\{([^{}]*)\}$/.exec(text.slice(from, to)) ?? [];
  const members = name === undefined ? undefined : membersIn(body);
  if (name === undefined || members === undefined) return undefined;
  const [, indent = '', isExported = ''] = /(?:^|\n)([ \t]*)(export[ \t]+)?$/.exec(text.slice(0, from)) ?? [];
  const type = `${indent}${isExported}type ${name} = (typeof ${name})[keyof typeof ${name}];`;
  const newText = `const ${name} = {${members}} as const;\n${type}`;
  return { title: l10n.t('Write the enum as an object'), edits: [{ from, to, newText }] };
}

/** With the spaces and line ends that are there; undefined where one of them cannot be told. */
function membersIn(body: string): string | undefined {
  const written: string[] = [];
  let next: number | undefined = 0;
  for (const part of body.split(',')) {
    const [, before = '', name, given, after = ''] = member.exec(part) ?? [];
    if (part.trim() === '') written.push(part);
    else {
      // After a text nothing counts on.
      const shown: string | undefined = given ?? next?.toString();
      if (name === undefined || shown === undefined) return undefined;
      written.push(`${before}${name}: ${shown}${after}`);
      next = /^-?\d+$/.test(shown) ? Number(shown) + 1 : undefined;
    }
  }
  return written.join(',');
}
