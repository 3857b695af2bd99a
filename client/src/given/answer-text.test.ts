import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { answerText, bodyText, readAnswer } from './answer-text.ts';

const asked = { method: 'GET', url: 'http://shop.example/stock/9' };

test('what starts the document is an answer as it stands', () => {
  const draft = { status: 200, headers: { 'content-type': 'application/json' }, body: { left: 4 } };
  expect(readAnswer(answerText(draft), asked)).toEqual({ ok: true, answer: { ...asked, ...draft } });
});

test.each([
  ['{ "status": 200, ', 'no JSON yet'],
  ['[]', '"status"'],
  ['{ "status": 99 }', '/status (minimum)'],
  ['{ "status": 200, "headers": { "x": "a\\nb" } }', '/headers/x (pattern)'],
])('%s is refused with what is wrong', (text, message) => {
  expect(readAnswer(text, asked)).toEqual({ ok: false, message: expect.stringContaining(message) });
});

test('a recorded body is read through its compression, and a picture is no text', () => {
  expect(bodyText({ base64: gzipSync('{"a":1}').toString('base64') }, 'gzip')).toBe('{"a":1}');
  expect(bodyText({ text: '北京' }, undefined)).toBe('北京');
  expect(bodyText({ base64: Buffer.from([0xff, 0xd8]).toString('base64') }, undefined)).toBeUndefined();
  expect(bodyText({ text: 'not zipped' }, 'gzip')).toBeUndefined();
});
