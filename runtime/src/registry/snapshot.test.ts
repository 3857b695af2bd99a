import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { writeFiles } from '../../testdata/api-world.ts';
import { systemClock } from '../daemon/system-clock.ts';
import { takeSnapshot, type Snapshot } from './snapshot.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function agent(files: Readonly<Record<string, string>>): {
  readonly folder: string;
  readonly take: (always?: readonly string[]) => Promise<Snapshot>;
} {
  const root = mkdtempSync(join(tmpdir(), 'hermes-snapshot-'));
  folders.push(root);
  const folder = join(root, 'agent');
  writeFiles(folder, files);
  return { folder, take: (always = []) => takeSnapshot(folder, join(root, 'snapshots'), { clock: systemClock, always }) };
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .toSorted();
}

test('equal files have an equal digest, wherever and whenever they were written', async () => {
  const files = { 'agent.yaml': 'name: a\n', 'main.py': 'x = 1\n', 'lib/util.py': '' };
  const [one, other] = await Promise.all([agent(files).take(), agent(files).take()]);
  expect(one.digest).toBe(other.digest);
  expect(one.digest).toMatch(/^[0-9a-f]{64}$/);
});

test('content, name and the exec bit each change the digest', async () => {
  const it = agent({ 'a.sh': 'echo 1\n' });
  const digests = [(await it.take()).digest];
  chmodSync(join(it.folder, 'a.sh'), 0o755);
  digests.push((await it.take()).digest);
  writeFileSync(join(it.folder, 'a.sh'), 'echo 2\n');
  digests.push((await it.take()).digest);
  writeFileSync(join(it.folder, 'b.sh'), '');
  digests.push((await it.take()).digest);
  expect(new Set(digests).size).toBe(4);
});

test('leaves out what is no part of the agent', async () => {
  const it = agent({
    '.gitignore': '# comment\n*.log\n/data/\ncache\n!keep.log\n',
    'agent.yaml': '',
    'main.py': '',
    'a.log': '',
    'keep.log': '',
    'data/rows.csv': '',
    'src/data/rows.csv': '',
    'src/cache/x': '',
    '.git/config': '',
    '.venv/bin/python': '',
    'node_modules/x/index.js': '',
    '__pycache__/main.cpython-312.pyc': '',
    'old.pyc': '',
  });
  expect(filesIn((await it.take()).folder)).toEqual(['.gitignore', 'agent.yaml', 'keep.log', 'main.py', 'src/data/rows.csv']);
});

test('an ignored file counts when the descriptor names it', async () => {
  const it = agent({ '.gitignore': 'dist\n', 'agent.yaml': '', 'dist/main.js': 'x' });
  expect(filesIn((await it.take()).folder)).not.toContain('dist/main.js');
  expect(filesIn((await it.take(['dist/main.js'])).folder)).toContain('dist/main.js');
  expect(filesIn((await it.take(['../../etc/passwd'])).folder)).not.toContain('passwd');
});

test('a link counts as its target inside the folder, and not at all when it leads out', async () => {
  const it = agent({ 'agent.yaml': '', 'real.py': 'real' });
  symlinkSync('real.py', join(it.folder, 'main.py'));
  symlinkSync('/etc/hostname', join(it.folder, 'outside'));
  symlinkSync('loop', join(it.folder, 'loop'));
  mkdirSync(join(it.folder, 'sub'));
  symlinkSync('..', join(it.folder, 'sub/up'));
  const { folder } = await it.take();
  expect(filesIn(folder)).toEqual(['agent.yaml', 'main.py', 'real.py']);
  expect(readFileSync(join(folder, 'main.py'), 'utf8')).toBe('real');
});

test('what was taken does not change with the folder, and cannot be written', async () => {
  const it = agent({ 'agent.yaml': 'one', 'main.py': '' });
  const first = await it.take();
  writeFileSync(join(it.folder, 'agent.yaml'), 'two');
  const second = await it.take();
  expect(readFileSync(join(first.folder, 'agent.yaml'), 'utf8')).toBe('one');
  expect(readFileSync(join(second.folder, 'agent.yaml'), 'utf8')).toBe('two');
  expect(statSync(join(first.folder, 'agent.yaml')).mode & 0o222).toBe(0);
});

test('a folder with more than an agent can hold is refused with what to do', async () => {
  const it = agent({ 'agent.yaml': '' });
  mkdirSync(join(it.folder, 'many'));
  for (let i = 0; i < 5001; i += 1) writeFileSync(join(it.folder, `many/${i}`), '');
  await expect(it.take()).rejects.toThrow('.gitignore');
});

test('a Chinese folder and file name are like any other', async () => {
  const it = agent({ 'agent.yaml': '', '数据/城市.txt': '北京' });
  expect(filesIn((await it.take()).folder)).toContain('数据/城市.txt');
});
