/** A value of TOML as far as lists of dependencies need it; words, numbers and dates are the text that is written. */
export type TomlValue = string | TomlWord | readonly TomlValue[] | TomlTable;
export type TomlWord = { readonly type: 'word'; readonly text: string };
export type TomlTable = { readonly type: 'table'; readonly entries: ReadonlyMap<string, TomlValue> };

/** What was read, and where the text goes on. */
export type TomlRead<Value> = { readonly value: Value; readonly end: number };

/** Nobody writes a list of dependencies deeper. */
const maxDepth = 8;

/**
 * Reads the value that begins at an offset; undefined where none does, where it is not closed, and for what no list needs:
 * strings with escapes or of several lines.
 */
export function readTomlValue(text: string, at: number, depth = 0): TomlRead<TomlValue> | undefined {
  if (depth > maxDepth) return undefined;
  switch (text[at]) {
    case '"':
    case "'":
      return readTomlString(text, at);
    case '[':
      return readArray(text, at, depth);
    case '{':
      return readTable(text, at, depth);
    default: {
      const word = take(/[\w.:+-]+/y, text, at);
      return word === '' ? undefined : { value: { type: 'word', text: word }, end: at + word.length };
    }
  }
}

/** A key, quoted or not; of `a.b` only the first part. */
export function readTomlKey(text: string, at: number): TomlRead<string> | undefined {
  if (text[at] === '"' || text[at] === "'") return readTomlString(text, at);
  const key = take(/[\w-]+/y, text, at);
  return key === '' ? undefined : { value: key, end: at + key.length };
}

/** Where the text goes on after spaces. */
export function afterSpaces(text: string, at: number): number {
  return at + take(/[ \t]*/y, text, at).length;
}

/** Where the text goes on after spaces, ends of lines and comments. */
export function afterBlank(text: string, at: number): number {
  return at + take(/(?:[ \t\r\n]|#[^\n]*)*/y, text, at).length;
}

function readTomlString(text: string, at: number): TomlRead<string> | undefined {
  const string = take(/"[^"\\\r\n]*"|'[^'\r\n]*'/y, text, at);
  const isOfSeveralLines = string.length === 2 && text[at + 2] === text[at];
  return string === '' || isOfSeveralLines ? undefined : { value: string.slice(1, -1), end: at + string.length };
}

function readArray(text: string, from: number, depth: number): TomlRead<readonly TomlValue[]> | undefined {
  const items: TomlValue[] = [];
  let at = afterBlank(text, from + 1);
  while (text[at] !== ']') {
    const item = readTomlValue(text, at, depth + 1);
    if (item === undefined) return undefined;
    items.push(item.value);
    at = afterBlank(text, item.end);
    if (text[at] === ',') at = afterBlank(text, at + 1);
    else if (text[at] !== ']') return undefined;
  }
  return { value: items, end: at + 1 };
}

function readTable(text: string, from: number, depth: number): TomlRead<TomlTable> | undefined {
  const entries = new Map<string, TomlValue>();
  let at = afterBlank(text, from + 1);
  while (text[at] !== '}') {
    const entry = readTomlEntry(text, at, depth + 1);
    if (entry === undefined) return undefined;
    entries.set(entry.value.key, entry.value.value);
    at = afterBlank(text, entry.end);
    if (text[at] === ',') at = afterBlank(text, at + 1);
    else if (text[at] !== '}') return undefined;
  }
  return { value: { type: 'table', entries }, end: at + 1 };
}

/** `key = value`; undefined where it is being typed, and where the key has several parts. */
export function readTomlEntry(
  text: string,
  at: number,
  depth = 0,
): TomlRead<{ readonly key: string; readonly value: TomlValue }> | undefined {
  const key = readTomlKey(text, at);
  if (key === undefined) return undefined;
  const sign = afterSpaces(text, key.end);
  if (text[sign] !== '=') return undefined;
  const value = readTomlValue(text, afterSpaces(text, sign + 1), depth);
  return value === undefined ? undefined : { value: { key: key.value, value: value.value }, end: value.end };
}

/** The pattern is the caller's own, made for this one call. */
function take(sticky: RegExp, text: string, at: number): string {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0] ?? '';
}
