import { expect, test } from 'vitest';
import { dapReader } from './dap-reader.ts';

function check(chunks: readonly string[], expected: readonly (string | undefined)[]): void {
  const taken: (string | undefined)[] = [];
  const read = dapReader(100, (body) => taken.push(body?.toString('utf8')));
  for (const chunk of chunks) read(Buffer.from(chunk));
  expect(taken).toEqual(expected);
}

const two = 'Content-Length: 2\r\n\r\n{}Content-Length: 7\r\n\r\n{"a":1}';

test('takes messages however their bytes are cut', () => {
  check([two], ['{}', '{"a":1}']);
  check([...two], ['{}', '{"a":1}']);
  check([two.slice(0, 30), two.slice(30, 31), two.slice(31)], ['{}', '{"a":1}']);
});

test('ends with what is no message, or one that is too long', () => {
  check([`GET / HTTP/1.1\r\nHost: x${' '.repeat(60)}`, two], [undefined]);
  check(['Content-Length: 101\r\n\r\n', two], [undefined]);
});
