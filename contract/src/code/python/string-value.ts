const plain = /^([rRuU]?)("""|'''|"|')([\s\S]*)\2$/;
const escape = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|(\r\n|[\s\S]))/g;
const single: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
  '\r\n': '',
};

/** The value of a string literal of Python; undefined for bytes, for format strings, and for names of characters (`\N{…}`). */
export function pythonString(literal: string): string | undefined {
  const match = plain.exec(literal);
  if (match === null) return undefined;
  const [, prefix = '', , body = ''] = match;
  if (/r/i.test(prefix) || !body.includes('\\')) return body;
  if (body.includes('\\N{')) return undefined;
  return body.replace(escape, (whole, x?: string, u?: string, long?: string, octal?: string, other?: string) => {
    const hex = x ?? u ?? long;
    if (hex !== undefined) return character(Number.parseInt(hex, 16), whole);
    if (octal !== undefined) return character(Number.parseInt(octal, 8), whole);
    return single[other ?? ''] ?? whole;
  });
}

function character(code: number, otherwise: string): string {
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : otherwise;
}
