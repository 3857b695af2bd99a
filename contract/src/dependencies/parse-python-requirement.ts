import type { ParsedRequirement, RequirementFlaw } from './requirement.ts';
import { pythonOperators, specifierFlaw, type PythonSpecifier } from './python-specifier.ts';
import { splitFusedName } from './split-fused-name.ts';

const name = /[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?/y;
const extras = /\s*\[\s*(?:[A-Za-z0-9._-]+\s*(?:,\s*[A-Za-z0-9._-]+\s*)*)?\]/y;
const space = /\s*/y;
const operator = /[=<>~!^@]+/y;
const version = /(?:\d+!)?[^\s,;()=<>~!^@]*/y;

/** Reads a dependency of Python as PEP 508 writes it: `requests[socks] >=2.31,<3 ; python_version > "3.8"`. */
export function parsePythonRequirement(text: string): ParsedRequirement {
  const trimmed = text.trim();
  const start = text.indexOf(trimmed);
  const flaw = (reason: RequirementFlaw['reason'], from: number, to: number, suggestion?: string): RequirementFlaw => ({
    type: 'flaw',
    reason,
    from,
    to,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
  if (trimmed === '') return flaw('empty', 0, text.length);
  if (trimmed.startsWith('-')) return flaw('option', start, start + trimmed.length);
  if (/^(?:\.{0,2}\/|[a-z+]+:|~\/)/i.test(trimmed)) return { type: 'outside' };

  const all = { from: start, to: start + trimmed.length };
  const found = take(name, text, start);
  if (found === '') return flaw('no name', all.from, all.to);
  let at = start + found.length;
  at += take(extras, text, at).length;
  at += take(space, text, at).length;
  if (text.startsWith('@', at)) return afterAt(text, found, at, flaw);

  const fused = at >= all.to || text[at] === ';' ? splitFusedName(found) : undefined;
  if (fused !== undefined) return flaw('no operator', all.from, all.to, `${fused.name}==${fused.version}${text.slice(at, all.to)}`);
  const read = readSpecifiers(text, at);
  if ('reason' in read) return flaw(read.reason, all.from, all.to, suggest(text.slice(all.from, all.to)));
  at = read.end;
  at += take(space, text, at).length;
  if (at < all.to && text[at] !== ';') {
    const words = /^(\S+)\s+(\d+(?:\.\d+)*)$/.exec(trimmed);
    return flaw(
      words === null ? 'unexpected' : 'no operator',
      all.from,
      all.to,
      words === null ? undefined : `${words[1] ?? ''}==${words[2] ?? ''}`,
    );
  }
  return { type: 'python', name: found, specifiers: read.specifiers, comparable: at >= all.to };
}

type Flaw = (reason: RequirementFlaw['reason'], from: number, to: number, suggestion?: string) => RequirementFlaw;

/** `name @ https://…` is right; `name@2.31.0` is how npm writes a version. */
function afterAt(text: string, found: string, at: number, flaw: Flaw): ParsedRequirement {
  const target = text.slice(at + 1).trim();
  if (/^(?:[a-z][a-z+.-]*:|\.{0,2}\/)/i.test(target)) return { type: 'outside' };
  const suggestion = /^\d+(?:\.\w+)*$/.test(target) ? `${found}==${target}` : undefined;
  return flaw(suggestion === undefined ? 'not a version' : 'no operator', 0, text.length, suggestion);
}

type Read = { readonly specifiers: readonly PythonSpecifier[]; readonly end: number } | { readonly reason: RequirementFlaw['reason'] };

/** `>=2.31, <3`, with or without parentheses around it. */
function readSpecifiers(text: string, from: number): Read {
  const specifiers: PythonSpecifier[] = [];
  const inParentheses = text[from] === '(';
  let at = inParentheses ? from + 1 : from;
  for (;;) {
    at += take(space, text, at).length;
    const sign = take(operator, text, at);
    if (sign === '') {
      break;
    }
    const known = pythonOperators.find((one) => one === sign);
    if (known === undefined) return { reason: sign === '=' ? 'single equals' : 'unexpected' };
    at += sign.length;
    at += take(space, text, at).length;
    const wanted = take(known === '===' ? /[^\s,;)]*/y : version, text, at);
    at += wanted.length;
    const specifier = { operator: known, version: wanted };
    const reason = specifierFlaw(specifier);
    if (reason !== undefined) return { reason };
    specifiers.push(specifier);
    at += take(space, text, at).length;
    if (text[at] !== ',') break;
    at += 1;
  }
  if (!inParentheses) return { specifiers, end: at };
  return text[at] === ')' ? { specifiers, end: at + 1 } : { reason: 'unexpected' };
}

/** The usual slips with operators, put right; undefined when that does not give a requirement. */
function suggest(text: string): string | undefined {
  const caret = /^([^^]+)\^(\d+)((?:\.\d+)*)$/.exec(text);
  if (caret !== null) return `${caret[1] ?? ''}>=${caret[2] ?? ''}${caret[3] ?? ''},<${Number(caret[2] ?? 0) + 1}`;
  const mended = text
    .replaceAll('=>', '>=')
    .replaceAll('=<', '<=')
    .replaceAll('=!', '!=')
    .replaceAll(/(?<![=<>~!])=(?!=)/g, '==')
    .replaceAll(/([<>]=?)(\s*\d+(?:\.\d+)*)\.\*/g, '$1$2');
  return mended !== text && parsePythonRequirement(mended).type === 'python' ? mended : undefined;
}

function take(pattern: RegExp, text: string, at: number): string {
  const sticky = new RegExp(pattern.source, pattern.flags);
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0] ?? '';
}
