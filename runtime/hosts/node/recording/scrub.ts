import { base64Parts, patternOf, secretForms } from '../secrets.ts';
import type { HeaderList } from '../http/exchange-tap.ts';
import { packed, unpacked } from './content-coding.ts';

/** Replaces secrets in what is recorded, by texts that may stand in a header. */
export type Scrub = {
  readonly text: (text: string) => string;
  /** Also a password in it, and values whose key says that they are secret. */
  readonly url: (url: string) => string;
  /** What a credential holds is learned, and is a secret from then on. */
  readonly headers: (headers: HeaderList) => HeaderList;
  /** Also looks into a compressed body, which is compressed again. */
  readonly body: (bytes: Buffer, coding: string | undefined) => Buffer;
};

/** Such a header is a credential, known as a secret of the input or not. */
const credentialHeaders: ReadonlySet<string> = new Set(['authorization', 'cookie', 'proxy-authorization', 'x-api-key']);

const unknownCredential = 'hermes-redacted';
const unnamedSecret = 'hermes-secret';
const secretKey = /(?:^|[_-])(?:token|password|passwd|secret|api[_-]?key|apikey|access[_-]?key)$/i;

/** Words are left alone: they stand in too many places. */
const looksSecret = /^(?=\S*\d)(?=\S*[A-Za-z])\S{16,}$/;

/** `placeholders` is parallel to `secrets`. */
export function createScrub(secrets: readonly string[], placeholders: readonly string[]): Scrub {
  const byForm = new Map<string, string>();
  const insideBase64 = new Set<string>();
  let pattern: RegExp | undefined;
  const add = (secret: string, placeholder: string): void => {
    for (const form of secretForms(secret)) {
      // Also as it looks where each byte is a character.
      for (const spelling of [form, Buffer.from(form, 'utf8').toString('latin1')]) {
        if (!byForm.has(spelling)) {
          byForm.set(spelling, placeholder);
        }
      }
    }
    base64Parts(secret).forEach((part) => insideBase64.add(part));
    pattern = patternOf([...byForm.keys()]);
  };
  const learn = (value: string): void => {
    if (looksSecret.test(value) && !hasPlaceholder(value) && !byForm.has(value)) {
      add(value, unknownCredential);
    }
  };
  const text = (value: string): string => {
    let scrubbed = '';
    let at = 0;
    for (const { 0: form, index } of pattern === undefined ? [] : value.matchAll(pattern)) {
      let start = index;
      let end = index + form.length;
      if (insideBase64.has(form)) {
        // The characters beside it hold bits of the secret too, and how they fall depends on its length.
        while (start > at && isBase64(value.charAt(start - 1))) start -= 1;
        while (end < value.length && isBase64(value.charAt(end))) end += 1;
      }
      if (index >= at) {
        scrubbed += value.slice(at, start) + (byForm.get(form) ?? unnamedSecret);
        at = end;
      }
    }
    return at === 0 ? value : scrubbed + value.slice(at);
  };
  const raw = (bytes: Buffer): Buffer => {
    const before = bytes.toString('latin1');
    const after = text(before);
    return after === before ? bytes : Buffer.from(after, 'latin1');
  };
  const header = (name: string, value: string): string => {
    if (name === 'set-cookie') {
      // The agent may ask for a cookie by its name, so that stays.
      const [, key = '', cookie = '', attributes = ''] = /^([^=;]*=)([^;]*)(.*)$/s.exec(value) ?? [];
      learn(cookie.trim().replaceAll('"', ''));
      return `${key}${unknownCredential}${attributes}`;
    }
    const scrubbed = text(value);
    if (!credentialHeaders.has(name) || hasPlaceholder(scrubbed)) {
      return scrubbed;
    }
    learn(value.split(' ').at(-1) ?? '');
    return unknownCredential;
  };
  secrets.forEach((secret, index) => add(secret, placeholders[index] ?? unnamedSecret));
  return {
    text,
    url: (url) =>
      text(url)
        .replace(/^(\w+:\/\/[^/?#@:]*:)[^/?#@]+(?=@)/, (whole, before: string) =>
          hasPlaceholder(whole) ? whole : before + unknownCredential,
        )
        .replaceAll(/([?&])([^=&#]*)=([^&#]+)/g, (whole, mark: string, key: string) =>
          secretKey.test(key) && !hasPlaceholder(whole) ? `${mark}${key}=${unknownCredential}` : whole,
        ),
    headers: (headers) => headers.map(([name, value]) => [name, header(name.toLowerCase(), value)]),
    body: (bytes, coding) => {
      if (pattern === undefined) {
        return bytes;
      }
      const plain = unpacked(bytes, coding);
      if (plain === undefined) {
        return raw(bytes);
      }
      const scrubbed = raw(plain);
      return scrubbed === plain ? bytes : packed(scrubbed, coding);
    },
  };
}

function isBase64(character: string): boolean {
  return /[\w+/=-]/.test(character);
}

/** Also true of what a replay was given instead of a secret. */
function hasPlaceholder(value: string): boolean {
  return value.includes(unnamedSecret) || value.includes(unknownCredential);
}
