import { expect, test } from 'vitest';
import { createOutputLines } from './output-lines.ts';

function check(pieces: readonly (string | Buffer)[], expected: readonly string[]): void {
  const lines: string[] = [];
  const output = createOutputLines((stream, text) => lines.push(`${stream}: ${text}`));
  for (const piece of pieces) output.write('stdout', Buffer.from(piece));
  output.flush();
  expect(lines).toEqual(expected);
}

test('bytes become lines', () => check(['one\ntwo\r\n', 'thr', 'ee'], ['stdout: one', 'stdout: two', 'stdout: three']));

test('a character that is cut in two stays one', () => {
  const bytes = Buffer.from('北京\n');
  check([bytes.subarray(0, 2), bytes.subarray(2, 4), bytes.subarray(4)], ['stdout: 北京']);
});

test('bytes that are not UTF-8 become replacement characters', () => check([Buffer.from([0x61, 0xff, 0x0a])], ['stdout: a\uFFFD']));

test('a line without an end is cut into pieces', () => {
  check(['x'.repeat(16_384 * 2 + 5)], [`stdout: ${'x'.repeat(16_384)}`, `stdout: ${'x'.repeat(16_384)}`, 'stdout: xxxxx']);
});

test('an empty line is a line', () => check(['\n\n'], ['stdout: ', 'stdout: ']));
