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

/** Anything that may stand between the script and its standard input, or give the variable another value. */
const other = /\b(?:while|for|until|select|function|exec|source|eval)\b|\(\) *\{|(?:^|[^<])<<-?(?!<)|\bHERMES_INPUT=|\bunset\b/m;

/** The keys that a shell script certainly reads from its input. None where the script has parts that cannot be followed line by line. */
export function shellReads(text: string): readonly ShellRead[] {
  if (text.length > maxLength || other.test(text)) return [];
  return [...text.matchAll(fromFile), ...text.matchAll(fromStandardInput)].flatMap((match) => {
    const [whole, options = '', filter = ''] = match;
    if (isInComment(text, match.index)) return [];
    const from = match.index + whole.indexOf(options, whole.indexOf('jq') + 2) + options.length;
    const start = text.indexOf(filter, from);
    const read = firstKey(filter);
    return read === undefined ? [] : [{ key: read.key, at: { from: start + read.from, to: start + read.to }, optional: read.optional }];
  });
}

/** `.key`, with whatever is done with its value after it; a filter that begins in another way is not followed. */
function firstKey(
  filter: string,
): { readonly key: string; readonly from: number; readonly to: number; readonly optional: boolean } | undefined {
  const match = /^(['"]?\s*\.)([A-Za-z_]\w*)(\??)\s*(.*?)['"]?$/.exec(filter);
  const [, lead = '', key = '', question = '', rest = ''] = match ?? [];
  if (match === null || !/^(?:$|[.|[]|\/\/)/.test(rest)) return undefined;
  return { key, from: lead.length, to: lead.length + key.length, optional: question !== '' || rest.startsWith('//') };
}

function isInComment(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /(?:^|\s)#/.test(line);
}
