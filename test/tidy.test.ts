import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
/** Which rooms a room may import; DESIGN and docs/architecture.md draw the same arrows. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  schemas: [],
  contract: ['schemas'],
  server: ['contract', 'schemas'],
  runtime: ['contract', 'schemas'],
  orchestrator: ['runtime', 'contract', 'schemas'],
  ui: ['schemas'],
  client: ['schemas'],
};
const rooms = Object.keys(arrows);
const pureRooms = ['schemas', 'contract'];

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.(ts|tsx|mjs|cjs|py)$/.test(file) && !/(^|\/)(generated|testdata|broken)\//.test(file) && !file.endsWith('.d.ts'));

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const sourcesOf = (room: string): readonly string[] => files.filter((file) => file.startsWith(`${room}/`));
const lengthOf = (file: string): number => read(file).split('\n').length - 1;

function importsOf(file: string): readonly string[] {
  return [...read(file).matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, target = '']) => target);
}

/** The room that an import goes to, or undefined for packages and for the own room. */
function roomOf(file: string, target: string): string | undefined {
  if (target.startsWith('@hermes-runtime/')) return target.split('/')[1];
  if (!target.startsWith('.')) return undefined;
  const [room] = join(file, '..', target).split('/');
  return room !== undefined && rooms.includes(room) && room !== file.split('/')[0] ? room : undefined;
}

test.each(rooms)('%s imports only the rooms that it may', (room) => {
  const wrong = sourcesOf(room).flatMap((file) =>
    importsOf(file)
      .filter((target) => {
        const to = roomOf(file, target);
        return to !== undefined && !(arrows[room] ?? []).includes(to);
      })
      .map((target) => `${file} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

/** What the room's own package.json opens to others: its index, and few more. */
const doors = new Set(
  rooms.flatMap((room) => {
    const { exports } = JSON.parse(read(`${room}/package.json`)) as { readonly exports?: Readonly<Record<string, string>> };
    return Object.keys(exports ?? {}).map((door) => `@hermes-runtime/${room}${door.slice(1)}`);
  }),
);

test.each(rooms)('%s enters other rooms by the doors that these have', (room) => {
  const wrong = sourcesOf(room).flatMap((file) =>
    importsOf(file)
      .filter((target) => roomOf(file, target) !== undefined && !doors.has(target))
      .map((target) => `${file} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test.each(pureRooms)('%s does no IO', (room) => {
  const wrong = sourcesOf(room)
    .filter((file) => !file.includes('.test.'))
    .filter((file) => importsOf(file).some((target) => target.startsWith('node:') || target === 'vscode'));
  expect(wrong).toEqual([]);
});

test('no file is longer than 400 lines', () => {
  expect(files.filter((file) => lengthOf(file) > 400).map((file) => `${file} ${lengthOf(file)}`)).toEqual([]);
});

test.each(rooms)('nine of ten files of %s have at most 200 lines', (room) => {
  const lengths = sourcesOf(room)
    .filter((file) => !file.includes('.test.'))
    .map((file) => lengthOf(file))
    .toSorted((a, b) => a - b);
  expect(lengths[Math.floor(0.9 * (lengths.length - 1))] ?? 0).toBeLessThanOrEqual(200);
});

test('no file has a name that says nothing', () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|manager|shared)(\/|\.)/.test(file))).toEqual([]);
});

test('an index stands only at the border of a room', () => {
  expect(files.filter((file) => /\/index\.tsx?$/.test(file) && !/^\w+\/src\/index\.ts$/.test(file))).toEqual([]);
});
