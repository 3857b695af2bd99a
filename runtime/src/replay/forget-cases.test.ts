import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forgetCases } from './forget-cases.ts';

test('forgets the cases that nobody has sent for so long, and no other', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hermes-cases-'));
  try {
    for (const name of ['old', 'new']) writeFileSync(join(folder, name), name);
    utimesSync(join(folder, 'old'), 100, 100);
    expect(forgetCases(folder, 200_000)).toBe(1);
    expect(readdirSync(folder)).toEqual(['new']);
    expect(forgetCases(join(folder, 'none'), 200_000)).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
