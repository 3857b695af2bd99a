import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { pruneSnapshots, touchSnapshot } from './prune-snapshots.ts';

const day = 86_400_000;
const now = 100 * day;

function snapshots(used: Readonly<Record<string, number>>): string {
  const root = mkdtempSync(join(tmpdir(), 'hermes-prune-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, time] of Object.entries(used)) {
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, 'agent.yaml'), '', { mode: 0o444 });
    chmodSync(join(root, name), 0o555);
    touchSnapshot(join(root, name), time);
  }
  return root;
}

const [a, b, c] = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string];

test('removes what has been of no use for a week, and never what serves', () => {
  const root = snapshots({ [a]: now - 8 * day, [b]: now - 8 * day, [c]: now - 6 * day });
  expect(pruneSnapshots(root, new Set([a]), now)).toBe(1);
  expect([a, b, c].map((name) => existsSync(join(root, name)))).toEqual([true, false, true]);
});

test('removes copies that a crash left half done, but not one that is being made', () => {
  const root = snapshots({ '.new-old': now - 2 * 3_600_000, '.new-now': now - 1000 });
  expect(pruneSnapshots(root, new Set(), now)).toBe(1);
  expect(existsSync(join(root, '.new-now'))).toBe(true);
});

test('keeps a limited number, the newest', () => {
  const names = Array.from({ length: 510 }, (_, i) => String(i).padStart(64, '0'));
  const root = snapshots(Object.fromEntries(names.map((name, i) => [name, now - i * 1000])));
  expect(pruneSnapshots(root, new Set(), now)).toBe(10);
  expect([existsSync(join(root, names[0] ?? '')), existsSync(join(root, names[509] ?? ''))]).toEqual([true, false]);
});
