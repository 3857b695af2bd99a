import { secretPlaceholder } from './placeholder.ts';

/** Replaces secret values in any JSON value, keys included. Answers the same object where nothing was found. */
export type Redact = <T>(value: T) => T;

/** Shorter values are too likely to be part of an innocent word; they are hidden by key only. UTF-8 bytes. */
const shortest = 6;

/** By value: as it is, base64 at each of the three alignments, URL-encoded, and escaped as JSON and Python print it. */
export function redactorFor(secrets: readonly string[]): Redact {
  const long = secrets.filter((secret) => Buffer.byteLength(secret) >= shortest);
  if (long.length === 0) return (value) => value;
  // The longest first, so that a form that contains another is replaced whole.
  const forms = [...new Set(long.flatMap((secret) => formsOf(secret)))].toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(forms.map((form) => form.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)).join('|'), 'g');
  const text = (value: string): string => value.replaceAll(pattern, secretPlaceholder);
  return (value) => mapStrings(value, text);
}

function formsOf(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const encoded = encodeURIComponent(secret);
  const forms = [
    secret,
    json,
    JSON.stringify(json).slice(1, -1),
    asciiEscaped(json),
    secret.replaceAll('\\', '\\\\').replaceAll("'", "\\'"),
    encoded,
    encodeURI(secret),
    encoded.replaceAll('%20', '+'),
    formEncoded(secret),
    encoded.replaceAll(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase()),
    ...base64Forms(secret),
  ];
  return forms.filter((form) => Buffer.byteLength(form) >= shortest);
}

/** What base64 makes of the secret wherever it begins in a longer text, as in `user:secret`: the characters that it alone decides. */
function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].flatMap((lead) => {
    const whole = Buffer.concat([Buffer.alloc(lead), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const from = Math.ceil((lead * 8) / 6);
    const inner = whole.slice(from, Math.floor(((lead + bytes.length) * 8) / 6));
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** `é` as `\u00e9`: how Python's `json.dumps` writes what is not ASCII. */
function asciiEscaped(json: string): string {
  return json.replaceAll(/[\u0080-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** As HTML forms and Python's `quote_plus` do: also `!'()*~` and the space. */
function formEncoded(secret: string): string {
  return new URLSearchParams({ '': secret }).toString().slice(1);
}

/** Keeps identity where nothing changes. Depth is bounded by the callers: frames and inputs have a cap. */
function mapStrings<T>(value: T, text: (value: string) => string): T;
function mapStrings(value: unknown, text: (value: string) => string): unknown {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) {
    const before: readonly unknown[] = value;
    const items = before.map((item) => mapStrings(item, text));
    return items.some((item, index) => item !== before[index]) ? items : before;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]: [string, unknown]): [string, unknown] => [text(key), mapStrings(item, text)]);
  const before = Object.entries(value);
  return entries.some(([key, item], index) => key !== before[index]?.[0] || item !== before[index]?.[1])
    ? Object.fromEntries(entries)
    : value;
}
