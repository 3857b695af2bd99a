import type { ValuePath } from '../descriptor/yaml-source.ts';
import { isMap, own } from '../value.ts';

/** A field of an input whose value is kept out of every trace, log and answer. */
export type SecretField = {
  /** From the input's root: `['notion', 'token']`. */
  readonly path: readonly string[];
  /** Whether the schema says `writeOnly: true`; else only the field's name says so. */
  readonly marked: boolean;
};

/** The secret fields of an input schema, through nested objects; a schema that is no map has none. */
export function secretFieldsOf(schema: unknown): SecretField[] {
  const found: SecretField[] = [];
  const walk = (part: unknown, path: readonly string[]): void => {
    const properties = own(part, 'properties');
    if (!isMap(properties) || path.length > 16) return;
    for (const [key, property] of Object.entries(properties)) {
      const marked = own(property, 'writeOnly') === true;
      if (marked || (mayBeText(property) && soundsSecret(key))) found.push({ path: [...path, key], marked });
      else walk(property, [...path, key]);
    }
  };
  walk(schema, []);
  return found;
}

/** Where a secret field is declared, below the schema's own path. */
export function pathOfField(field: SecretField): ValuePath {
  return field.path.flatMap((key) => ['properties', key]);
}

const secretWords = new Set(['token', 'password', 'passwd', 'passphrase', 'secret', 'apikey', 'credential', 'credentials']);
/** Before `token`: one that marks a place in a list or a text, or is a coin. */
const harmlessTokens = new Set(
  'continuation cursor next page paging pagination previous prev resume start stop end eof bos eos pad unk cls sep mask file keyword special input output prompt fee gas native'.split(
    ' ',
  ),
);
/** In front of all: the name says whether something is there, or what is to be done. */
const questions = new Set([
  'has',
  'have',
  'is',
  'use',
  'uses',
  'with',
  'without',
  'needs',
  'requires',
  'show',
  'hide',
  'include',
  'get',
  'generate',
]);
const keyWords = new Set(['api', 'access', 'private', 'secret', 'auth', 'signing', 'encryption']);

const maySoundSecret = /(?:token|password|passwd|passphrase|secret|key|credentials?)$/i;

/** Whether a field's name says that its value is a secret: `notion_token`, `apiKey`; not `max_tokens`, `primary_key`, `next_page_token`, `has_password`. */
export function soundsSecret(name: string): boolean {
  // Asked of every field at every keystroke, and nearly none of them is one.
  if (!maySoundSecret.test(name)) return false;
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  const last = words.at(-1) ?? '';
  if (words.length > 1 && questions.has(words[0] ?? '')) return false;
  if (last === 'token' && harmlessTokens.has(words.at(-2) ?? '')) return false;
  return secretWords.has(last) || (last === 'key' && keyWords.has(words.at(-2) ?? ''));
}

function mayBeText(property: unknown): boolean {
  const type = own(property, 'type');
  return type === undefined || type === 'string' || (Array.isArray(type) && type.includes('string'));
}
