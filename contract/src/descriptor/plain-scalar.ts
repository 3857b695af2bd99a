const words: ReadonlyMap<string, null | boolean> = new Map([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);

const [zero = 0, nine = 0, plus = 0, minus = 0, dot = 0] = ['0', '9', '+', '-', '.'].map((sign) => sign.charCodeAt(0));

/** The value of text without quotes, by YAML 1.2's core schema (YAML 1.2.2, section 10.3). */
export function plainScalar(text: string): unknown {
  // The longest of the words has five letters, and nearly all text is neither a word nor a number.
  const word = text.length > 5 ? undefined : words.get(text);
  if (word !== undefined) return word;
  const first = text.charCodeAt(0);
  if (!((first >= zero && first <= nine) || first === plus || first === minus || first === dot)) return text;
  if (/^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/.test(text)) return Number(text);
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(text)) return Number(text);
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text)) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return /^\.(?:nan|NaN|NAN)$/.test(text) ? Number.NaN : text;
}
