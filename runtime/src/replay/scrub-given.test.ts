import { expect, test } from 'vitest';
import { scrubGiven } from './scrub-given.ts';

const secret = 'canary-5f1e0c';
const base = { method: 'GET', url: 'http://x/?api_key=abc&n=1', status: 200 } as const;

test('secrets that the input refers to, credentials in headers and secret values of a URL are not stored', () => {
  const [given] = scrubGiven(
    [
      {
        ...base,
        headers: { Authorization: 'Bearer abc', 'Set-Cookie': 'sid=abc; Path=/', 'x-echo': secret },
        body: { token: `<${secret}>`, n: 1 },
      },
    ],
    { token: 'secret://token' },
    (name) => (name === 'token' ? secret : undefined),
  );
  expect(given).toEqual({
    ...base,
    url: 'http://x/?api_key=hermes-redacted&n=1',
    headers: { Authorization: 'hermes-redacted', 'Set-Cookie': 'sid=hermes-redacted; Path=/', 'x-echo': 'hermes-secret' },
    body: { token: '<hermes-secret>', n: 1 },
  });
});

test('what holds no secret is stored as it was given', () => {
  const given = [{ ...base, url: 'http://x/', body: '北京' }];
  expect(scrubGiven(given, {}, () => undefined)).toEqual(given);
});
