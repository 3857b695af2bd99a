import { expect, test } from 'vitest';
import { withReferences } from './secret-references.ts';

test('secrets go as references, named as the placeholders of a recording are; what holds one is one', () => {
  const attempt = {
    input: { key: 'k-123456', list: ['k-123456', 'plain'], header: 'Bearer k-123456', pin: '42', n: 7 },
    secrets: ['k-123456', '42'],
    placeholders: ['hermes-secret-key', 'hermes-secret-pin'],
  };
  const expected = {
    input: { key: 'secret://key', list: ['secret://key', 'plain'], header: 'secret://text', pin: 'secret://pin', n: 7 },
    secrets: { key: 'k-123456', text: 'Bearer k-123456', pin: '42' },
  };
  expect(withReferences(attempt)).toEqual(expected);
  // An idempotency key stands for one input.
  expect(withReferences(structuredClone(attempt))).toEqual(expected);
});

test('two secrets never share a name', () => {
  const { input, secrets } = withReferences({
    input: { a: 'first-secret', b: 'second-secret' },
    secrets: ['first-secret', 'second-secret'],
    placeholders: ['hermes-secret', 'hermes-secret'],
  });
  expect(input).toEqual({ a: 'secret://secret-1', b: 'secret://secret-2' });
  expect(Object.keys(secrets)).toHaveLength(2);
});

test('an input without secrets goes as it is', () => {
  const input = { a: [1, null, { b: 'text' }] };
  expect(withReferences({ input, secrets: [] })).toEqual({ input, secrets: {} });
});
