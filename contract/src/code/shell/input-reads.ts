import type { Span } from '../source.ts';

/** A key of the input that a script asks `jq` for. */
export type ShellRead = {
  readonly key: string;
  readonly at: Span;
  /** Whether another value is given where it is absent. */ readonly optional: boolean;
};

/** Longer scripts, in UTF-16 units, are not read. */
const maxLength = 64 * 1024;

/** `jq` with options that only say how a value is printed, and a filter that begins with one key; `"$HERMES_INPUT"` follows. */
const fromFile =
  /(?<![\w/-])jq((?: +-[rejcM]+| +--(?:raw-output|exit-status|compact-output|join-output))*) +('[^'\n]*'|"[^"$`\\\n]*"|\.[\w.]+)(?= +(?:< *)?(?:"\$\{?HERMES_INPUT\}?"|\$HERMES_INPUT(?!\w)))/g;
/** The same where the script's own standard input is what `jq` reads. */
const fromStandardInput =
  /\$\( *jq((?: +-[rejcM]+| +--(?:raw-output|exit-status|compact-output|join-output))*) +('[^'\n]*'|"[^"$`\\\n]*"|\.[\w.]+) *\)/g;

/** The same where a variable is given to `jq`, as text that is printed or behind `<<<`. */
const fromPrinted =
  /\b(?:echo|printf +(?:'%s(?:\\n)?'|"%s(?:\\n)?"|%s)) +"\$\{?(\w+)\}?" *\| *jq((?: +-[rejcM]+| +--(?:raw-output|exit-status|compact-output|join-output))*) +('[^'\n]*'|"[^"$`\\\n]*"|\.[\w.]+)(?=[ \t]*(?:[\n|)&;]|2>|$))/g;
const fromHereString =
  /(?<![\w/-])jq((?: +-[rejcM]+| +--(?:raw-output|exit-status|compact-output|join-output))*) +('[^'\n]*'|"[^"$`\\\n]*"|\.[\w.]+) *<<< *"\$\{?(\w+)\}?"/g;

/** Anything that may stand between the script and its standard input, or give the variable another value. */
const other = /\b(?:while|for|until|select|function|exec|source|eval)\b|\(\) *\{|(?:^|[^<])<<-?(?!<)|\bHERMES_INPUT=|\bunset\b/m;

/** The keys that a shell script certainly reads from its input. None where the script has parts that cannot be followed line by line. */
export function shellReads(text: string): readonly ShellRead[] {
  if (text.length > maxLength || other.test(text)) return [];
  const isInput = inputVariables(text);
  const found = [
    ...[...text.matchAll(fromFile), ...text.matchAll(fromStandardInput)].map((match) => ({ match, options: match[1], filter: match[2] })),
    ...[...text.matchAll(fromPrinted)].flatMap((match) => (isInput(match[1]) ? [{ match, options: match[2], filter: match[3] }] : [])),
    ...[...text.matchAll(fromHereString)].flatMap((match) => (isInput(match[3]) ? [{ match, options: match[1], filter: match[2] }] : [])),
  ];
  return found.flatMap(({ match, options = '', filter = '' }) => {
    const [whole] = match;
    if (isInComment(text, match.index)) return [];
    const from = match.index + whole.indexOf(options, whole.indexOf('jq') + 2) + options.length;
    const start = text.indexOf(filter, from);
    const read = firstKey(filter);
    return read === undefined ? [] : [{ key: read.key, at: { from: start + read.from, to: start + read.to }, optional: read.optional }];
  });
}

/** Says of a variable whether it holds the whole input and nothing else: it is set once, by `name=$(cat)`. */
function inputVariables(text: string): (name: string | undefined) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    if (name === undefined) return false;
    const answer = known.get(name) ?? holdsInput(text, name);
    known.set(name, answer);
    return answer;
  };
}

function holdsInput(text: string, name: string): boolean {
  const [only, ...more] = text.matchAll(new RegExp(`\\b${name}(?:\\+?=|\\[)|\\bread\\b[^\\n]*\\b${name}\\b`, 'g'));
  if (only === undefined || more.length > 0 || /\bread\b/.test(text.slice(0, only.index))) return false;
  const value = text.slice(only.index + name.length);
  return /^=(?:\$\((?:cat(?: +-)?|<\/dev\/stdin)\)|"\$\((?:cat(?: +-)?|<\/dev\/stdin)\)")[ \t]*(?:[;\n]|$)/.test(value);
}

/** `.key`, with whatever is done with its value after it; a filter that begins in another way is not followed. */
function firstKey(
  filter: string,
): { readonly key: string; readonly from: number; readonly to: number; readonly optional: boolean } | undefined {
  const match = /^(['"]?\s*\.)([A-Za-z_]\w*)(\??)\s*(.*?)['"]?$/.exec(filter);
  const [, lead = '', key = '', question = '', rest = ''] = match ?? [];
  if (match === null || !/^(?:$|[.|[]|\/\/)/.test(rest)) return undefined;
  return { key, from: lead.length, to: lead.length + key.length, optional: question !== '' || rest.includes('//') };
}

function isInComment(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /(?:^|\s)#/.test(line);
}
