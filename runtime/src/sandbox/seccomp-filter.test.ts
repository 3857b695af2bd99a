import { expect, test } from 'vitest';
import { seccompFilter } from './seccomp-filter.ts';
import { deniedCalls } from './syscall-numbers.ts';

test.each(['x64', 'arm64'])('every jump of the %s program lands inside it', (architecture) => {
  const program = seccompFilter(architecture, { unixSockets: false });
  const length = (program?.length ?? 0) / 8;
  expect(length).toBeGreaterThan(100);
  for (let index = 0; index < length; index += 1) {
    const whenTrue = program?.readUInt8(index * 8 + 2) ?? 0;
    const whenFalse = program?.readUInt8(index * 8 + 3) ?? 0;
    expect(index + 1 + Math.max(whenTrue, whenFalse)).toBeLessThanOrEqual(length);
  }
});

test('unix sockets are one family more', () => {
  const without = seccompFilter('x64', { unixSockets: false })?.length ?? 0;
  expect(seccompFilter('x64', { unixSockets: true })?.length).toBe(without + 8);
});

test('no number stands for two calls', () => {
  for (const column of [0, 1]) {
    const numbers = Object.values(deniedCalls).flatMap((pair) => pair[column] ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
  }
});

test('an architecture that nobody wrote down has no filter', () => expect(seccompFilter('riscv64', { unixSockets: true })).toBeUndefined());
