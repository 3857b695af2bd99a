import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generate } from '../scripts/generate.ts';

test('the committed types and validators are what the schemas generate', async () => {
  const fresh = mkdtempSync(join(tmpdir(), 'hermes-generated-'));
  try {
    await generate(fresh);
    expect(readFolder(fresh)).toEqual(readFolder(join(import.meta.dirname, '../schemas/src/generated')));
  } finally {
    rmSync(fresh, { recursive: true });
  }
});

function readFolder(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}
