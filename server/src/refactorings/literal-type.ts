import { indexLines, type CodeFacts } from '@hermes-runtime/contract';
import type { Range } from '@hermes-runtime/schemas';

/** The JSON type of the value behind a key of a literal, where the value is a literal itself. */
export function literalType(text: string, key: Range, language: CodeFacts['language']): string | undefined {
  const at = indexLines(text).offsetAt(key.end);
  const value = /^\s*:\s*/.exec(text.slice(at, at + 200))?.[0];
  return value === undefined ? undefined : typeOf(text.slice(at + value.length, at + value.length + maxLength), language);
}

/** In UTF-16 units; a longer literal is not followed. */
const maxLength = 10_000;

function typeOf(rest: string, language: CodeFacts['language']): string | undefined {
  const end = endOfLiteral(rest);
  // Anything behind it, an operator or a call, makes another value of it.
  if (end === undefined || !/^\s*(?:#[^\n]*\n\s*|\/\/[^\n]*\n\s*)?[,}]/.test(rest.slice(end))) return undefined;
  const literal = rest.slice(0, end);
  if (/^[[]/.test(literal)) return 'array';
  if (literal.startsWith('{')) return language === 'python' && !/^\{\s*(?:\}|["'][^"']*["']\s*:)/.test(literal) ? undefined : 'object';
  if (/^["'`]/.test(literal) || /^[fr]["']/i.test(literal)) return 'string';
  if (/^-?\d+$/.test(literal)) return 'integer';
  if (/^-?\d*\.\d+$/.test(literal)) return 'number';
  return /^(?:True|False|true|false)$/.test(literal) ? 'boolean' : undefined;
}

function endOfLiteral(text: string): number | undefined {
  const word = /^(?:-?\d*\.?\d+|True|False|true|false)/.exec(text)?.[0];
  if (word !== undefined) return word.length;
  const prefix = /^[fr](?=["'])/i.exec(text)?.[0].length ?? 0;
  if (/^["'`]/.test(text.slice(prefix))) return endOfString(text, prefix);
  if (!/^[[{]/.test(text)) return undefined;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if ('"\'`'.includes(sign)) {
      const end = endOfString(text, at);
      if (end === undefined) return undefined;
      at = end - 1;
    } else if ('([{'.includes(sign)) depth += 1;
    else if (')]}'.includes(sign) && (depth -= 1) === 0) return at + 1;
    else if (sign === '#' || text.startsWith('//', at)) return undefined;
  }
  return undefined;
}

function endOfString(text: string, start: number): number | undefined {
  const quote = text.charAt(start);
  // Three quotes begin a text that may hold anything.
  if (text.startsWith(quote.repeat(3), start)) return undefined;
  for (let at = start + 1; at < text.length; at += 1) {
    if (text.charAt(at) === '\\') at += 1;
    else if (text.charAt(at) === quote) return at + 1;
    else if (text.charAt(at) === '\n' && quote !== '`') return undefined;
  }
  return undefined;
}
