const escape = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|(\r\n|[\s\S]))/g;
const single: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
  '\n': '',
  '\r': '',
  '\r\n': '',
};

/** The value of a string literal of JavaScript, in single or double quotes. */
export function javascriptString(literal: string): string | undefined {
  const match = /^(["'])([\s\S]*)\1$/.exec(literal);
  if (match === null) return undefined;
  return (match[2] ?? '').replace(escape, (_whole, x?: string, u?: string, long?: string, other?: string) => {
    const hex = x ?? u ?? long;
    if (hex === undefined) return single[other ?? ''] ?? other ?? '';
    return String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10_ff_ff));
  });
}
