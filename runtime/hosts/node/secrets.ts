/** What stands where a secret stood. */
export const secretPlaceholder = '‹secret›';

/** Shorter values would hit innocent text; they are hidden by their key alone, which is the host's work. */
const shortestSecret = 6;

/** Copies a value with each secret replaced, in its raw, base64 and URL-encoded form. */
export function createRedactor(secrets: readonly string[]): <T>(value: T) => T {
  const pattern = patternOf(secrets.flatMap(secretForms));
  return pattern === undefined ? (value) => value : (value) => redacted(value, pattern);
}

/** Finds any of the texts, the longest first; undefined where there is none. */
export function patternOf(texts: readonly string[]): RegExp | undefined {
  const forms = [...new Set(texts)].toSorted((left, right) => right.length - left.length);
  return forms.length === 0 ? undefined : new RegExp(forms.map((form) => form.replaceAll(/[$()*+.?[\]^{|}\\]/g, '\\$&')).join('|'), 'g');
}

/** Every spelling under which a secret may show up; none for one that is too short to look for. */
export function secretForms(secret: string): readonly string[] {
  return secret.length < shortestSecret ? [] : formsOf(secret);
}

function formsOf(secret: string): readonly string[] {
  const encoded = encodeURIComponent(secret);
  const escaped = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    escaped,
    encoded,
    encoded.replaceAll('%20', '+'),
    encoded.replaceAll(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase()),
    new URLSearchParams([['', secret]]).toString().slice(1),
    ...base64Forms(secret),
  ];
}

/** Those of the forms that are parts of a longer text in base64. */
export function base64Parts(secret: string): readonly string[] {
  return secret.length < shortestSecret ? [] : base64Forms(secret);
}

/** In base64 a text looks different by where it begins: three cores, without the characters that its neighbours touch. */
function base64Forms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  return [0, 1, 2].flatMap((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const start = [0, 2, 3][shift] ?? 0;
    const end = (shift + bytes.length) % 3 === 0 ? whole.length : whole.length - 1;
    const core = whole.slice(start, end);
    return core.length < shortestSecret ? [] : [core, core.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

function redacted<T>(value: T, pattern: RegExp): T;
function redacted(value: unknown, pattern: RegExp): unknown {
  if (typeof value === 'string') {
    return value.replaceAll(pattern, secretPlaceholder);
  }
  if (Array.isArray(value)) {
    return value.map((entry: unknown): unknown => redacted(entry, pattern));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [redacted(key, pattern), redacted(entry, pattern)]));
}
