import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generate, generateForContract } from '../scripts/generate.ts';

test.each<[room: string, generate: (out: string) => Promise<void> | void]>([
  ['schemas', generate],
  ['contract', generateForContract],
])('the committed files of %s are what the schemas generate', async (room, generateInto) => {
  const fresh = mkdtempSync(join(tmpdir(), 'hermes-generated-'));
  try {
    await generateInto(fresh);
    expect(readFolder(fresh)).toEqual(readFolder(join(import.meta.dirname, `../${room}/src/generated`)));
  } finally {
    rmSync(fresh, { recursive: true });
  }
});

function readFolder(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}
