/** A key of a JSON text: the way to it, and its offsets without quotes. */
export type JsonKey = { readonly path: readonly (string | number)[]; readonly from: number; readonly to: number };

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Every key of a JSON text, however large; what is no JSON gives what can be told. */
export function jsonKeys(text: string, wanted: (top: string) => boolean): JsonKey[] {
  const keys: JsonKey[] = [];
  const open: { isMap: boolean; at: string | number; isKey: boolean }[] = [];
  for (const { 0: word, index } of text.matchAll(token)) {
    const inner = open.at(-1);
    if (word === '{' || word === '[') open.push({ isMap: word === '{', at: word === '{' ? '' : 0, isKey: word === '{' });
    else if (word === '}' || word === ']') open.pop();
    else if (inner === undefined) continue;
    else if (word === ',') {
      inner.isKey = inner.isMap;
      if (typeof inner.at === 'number') inner.at += 1;
    } else if (word === ':') inner.isKey = false;
    else if (inner.isKey && word.startsWith('"')) {
      inner.at = textOf(word);
      if (wanted(String(open[0]?.at))) keys.push({ path: open.map(({ at }) => at), from: index + 1, to: index + word.length - 1 });
    }
  }
  return keys;
}

function textOf(literal: string): string {
  if (!literal.includes('\\')) return literal.slice(1, -1);
  try {
    return String(JSON.parse(literal));
  } catch {
    // An escape that JSON does not know stands for itself.
    return literal.slice(1, -1);
  }
}
