import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type Case } from '@hermes-runtime/schemas';
import { decodeCase, encodeCase } from './case-file.ts';

const value: Case = {
  schema: 'hermes-runtime-case/1',
  task_id: 'abc',
  recorded_at: 1,
  agent: { name: 'a', version: '1.0.0', digest: 'd', path: '/a' },
  files: {},
  descriptor: { name: 'a', version: '1.0.0', runtime: { type: 'python', entrypoint: 'main.py' } },
  interpreter: { language: 'python', version: '3.11' },
  input: { city: '北京' },
  status: 'failed',
  attempt: 1,
  traffic: 'kept',
  exchanges: [],
  bodies: {},
  feeds: [],
};

test('a case is read as it was written, zipped or plain', () => {
  expect(decodeCase(encodeCase(value))).toEqual({ status: 'read', value });
  expect(decodeCase(Buffer.from(JSON.stringify(value)))).toEqual({ status: 'read', value });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['no JSON', Buffer.from('{')],
  ['another JSON', Buffer.from('{"schema":"else"}')],
  ['a newer format', Buffer.from(JSON.stringify({ ...value, schema: 'hermes-runtime-case/2' }))],
  ['a cut file', encodeCase(value).subarray(0, 40)],
  ['not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ['a bomb', gzipSync(Buffer.alloc(200 * 1024 * 1024))],
])('%s is refused with the reason', (_name, bytes) => {
  expect(decodeCase(bytes)).toMatchObject({ status: 'refused', message: expect.stringMatching(/no case file/) });
});
