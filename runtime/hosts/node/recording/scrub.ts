import { patternOf, secretForms } from '../secrets.ts';
import type { HeaderList } from '../http/exchange-tap.ts';
import { packed, unpacked } from './content-coding.ts';

/** Replaces secrets in what is recorded, by texts that may stand in a header. */
export type Scrub = {
  readonly text: (text: string) => string;
  readonly headers: (headers: HeaderList) => HeaderList;
  /** Also looks into a compressed body, which is compressed again. */
  readonly body: (bytes: Buffer, coding: string | undefined) => Buffer;
};

/** Such a header is a credential, known as a secret of the input or not. */
const credentialHeaders: ReadonlySet<string> = new Set(['authorization', 'cookie', 'proxy-authorization', 'set-cookie', 'x-api-key']);

const unknownCredential = 'hermes-redacted';
const unnamedSecret = 'hermes-secret';

/** `placeholders` is parallel to `secrets`. */
export function createScrub(secrets: readonly string[], placeholders: readonly string[]): Scrub {
  const byForm = new Map<string, string>();
  secrets.forEach((secret, index) => {
    for (const form of secretForms(secret)) {
      byForm.set(form, placeholders[index] ?? unnamedSecret);
      // The same in a text that holds one character for each byte.
      byForm.set(Buffer.from(form, 'utf8').toString('latin1'), placeholders[index] ?? unnamedSecret);
    }
  });
  const pattern = patternOf([...byForm.keys()]);
  const text = (value: string): string =>
    pattern === undefined ? value : value.replaceAll(pattern, (form) => byForm.get(form) ?? unnamedSecret);
  const raw = (bytes: Buffer): Buffer => {
    const before = bytes.toString('latin1');
    const after = text(before);
    return after === before ? bytes : Buffer.from(after, 'latin1');
  };
  return {
    text,
    headers: (headers) =>
      headers.map(([name, value]) => {
        const scrubbed = text(value);
        return [name, scrubbed === value && credentialHeaders.has(name.toLowerCase()) ? unknownCredential : scrubbed];
      }),
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
