import type { GivenAnswer } from '@hermes-runtime/schemas';
import { secretPlaceholder } from '../secrets/placeholder.ts';
import { redactorFor } from '../secrets/redact.ts';
import { resolveReferences } from '../secrets/references.ts';

const credentialHeaders: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization', 'cookie', 'x-api-key']);
const secretKey = /(?:^|[_-])(?:token|password|passwd|secret|api[_-]?key|apikey|access[_-]?key)$/i;
const unknownCredential = 'hermes-redacted';

/**
 * What a person gives by hand is stored as recorded traffic is: without the secrets that this machine knows the input's references
 * by, and without credentials in headers. What stands for them is ASCII, for it may stand in a header.
 */
export function scrubGiven(
  given: readonly GivenAnswer[],
  input: unknown,
  valueOf: (name: string) => string | undefined,
): readonly GivenAnswer[] {
  const { values } = resolveReferences(input, valueOf);
  const redact = redactorFor([...values]);
  return given.map(({ headers, ...rest }) => {
    const answer = { ...rest, url: withoutSecretValues(rest.url) };
    const clean = redact(headers === undefined ? answer : { ...answer, headers: withoutCredentials(headers) });
    return asciiPlaceholders(clean);
  });
}

/** As the harnesses ask: values whose key says that they are secret are none that a recording knows. */
function withoutSecretValues(url: string): string {
  return url.replaceAll(/([?&])([^=&#]*)=([^&#]+)/g, (whole, mark: string, key: string, value: string) =>
    secretKey.test(key) && !value.startsWith('hermes-') ? `${mark}${key}=${unknownCredential}` : whole,
  );
}

function withoutCredentials(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const known = name.toLowerCase();
      if (known === 'set-cookie') return [name, value.replace(/^([^=;]*=)[^;]*/, `$1${unknownCredential}`)];
      return [name, credentialHeaders.has(known) ? unknownCredential : value];
    }),
  );
}

function asciiPlaceholders(answer: GivenAnswer): GivenAnswer {
  const text = JSON.stringify(answer);
  if (!text.includes(secretPlaceholder)) return answer;
  const { headers, body, ...rest } = answer;
  const ascii = (value: string): string => value.replaceAll(secretPlaceholder, 'hermes-secret');
  const inBody = (value: unknown): unknown => (typeof value === 'string' ? ascii(value) : JSON.parse(ascii(JSON.stringify(value))));
  return {
    ...rest,
    url: ascii(rest.url),
    ...(headers && { headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, ascii(value)])) }),
    ...(body !== undefined && { body: inBody(body) }),
  };
}
