import { indexLines } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { fieldsForParameters } from './constructor-fields.ts';
import { objectForEnum } from './enum-object.ts';
import { rangeIn, textIn } from './problem-data.ts';
import type { Fixer } from './quick-fix.ts';
import type { Rewritten, SyntaxPlace } from './syntax-place.ts';

/** Writes what Node does not run in the words that it does; only where the text leaves no doubt what that is. */
export const runnableSyntax: Fixer = ({ path, range, data }, { textOf }) => {
  const [text, whole, kind] = [textOf(path), rangeIn(data, 'whole'), textIn(data, 'kind')];
  const rewrite = kind !== undefined && Object.hasOwn(rewriters, kind) ? rewriters[kind] : undefined;
  if (text === undefined || whole === undefined) return [];
  const lines = indexLines(text);
  const place = { text, path, from: lines.offsetAt(whole.start), to: lines.offsetAt(whole.end), markEnd: lines.offsetAt(range.end) };
  const rewritten = rewrite?.(place);
  if (rewritten === undefined) return [];
  const edits = rewritten.edits.map(({ from, to, newText }) => ({ range: lines.rangeOf(from, to), newText }));
  return [{ title: rewritten.title, edits: [{ path, edits }] }];
};

const rewriters: Readonly<Record<string, (place: SyntaxPlace) => Rewritten | undefined>> = {
  cast: castBehind,
  enum: objectForEnum,
  import: importFrom,
  'parameter property': fieldsForParameters,
};

/** So much of what stands around is enough to see whether a value stands alone. */
const around = 80;

/** `<T>value` as `value as T`, in parentheses unless it stands alone. */
function castBehind({ text, from, to: end, markEnd }: SyntaxPlace): Rewritten {
  const to = markEnd + operandLength(text.slice(markEnd, end));
  const written = `${text.slice(markEnd, to).trim()} as ${text.slice(from + 1, markEnd - 1).trim()}`;
  const isAlone =
    /(?:[^=!<>]=|\(|,|\breturn)\s*$/.test(text.slice(Math.max(0, from - around), from)) &&
    /^[ \t]*(?:[;,)]|\r?\n|$)/.test(text.slice(to, to + around));
  return { title: l10n.t('Write "{0}"', written), edits: [{ from, to, newText: isAlone ? written : `(${written})` }] };
}

/** How much of what follows a cast is cast: of `b.c(1) + 2` all before the sign. */
function operandLength(text: string): number {
  const [start = ''] = /^\s*(?:(?:new|await|typeof|void)\s+|[-+!~]\s*|<[^<>]*>\s*)*/.exec(text) ?? [];
  let at = start.length;
  let depth = 0;
  while (at < text.length) {
    const [part = ''] =
      /^(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|[\w$]+|\?\.|\.|!(?!=)|\s+(?=\??\.))/.exec(text.slice(at)) ?? [];
    const sign = text.charAt(at);
    if ('([{'.includes(sign)) depth += 1;
    else if (')]}'.includes(sign)) depth -= 1;
    else if (part === '' && depth === 0) return at;
    at += part.length || 1;
  }
  return at;
}

/** What `require` gives is what a module of CommonJS has for its default. */
function importFrom({ text, from, to, path }: SyntaxPlace): Rewritten | undefined {
  const [, name, module = ''] = /^import\s+([\w$]+)\s*=\s*require\s*\(\s*(["'][^"']*["'])\s*\)$/.exec(text.slice(from, to)) ?? [];
  if (name === undefined) return undefined;
  const newText = path.endsWith('.cts') ? `const ${name} = require(${module})` : `import ${name} from ${module}`;
  return { title: l10n.t('Write "{0}"', newText), edits: [{ from, to, newText }] };
}
