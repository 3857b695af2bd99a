import { existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLogFile } from './log-file.ts';
import { createLog } from './log.ts';

function lines(level: Parameters<typeof createLog>[1], write: (log: ReturnType<typeof createLog>) => void): readonly string[] {
  const out: string[] = [];
  write(createLog({ write: (line) => out.push(line) }, level, () => 0));
  return out;
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'hermes-log-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

test('writes one line of JSON for one fact', () => {
  expect(lines('info', (log) => log.info('agent.loaded', { agent: 'a', error: new TypeError('no') }))).toEqual([
    '{"time":"1970-01-01T00:00:00.000Z","level":"info","event":"agent.loaded","agent":"a","error":"TypeError: no"}\n',
  ]);
});

test('leaves out what is below the level', () => {
  const all = (log: ReturnType<typeof createLog>): void => {
    for (const level of ['debug', 'info', 'warning', 'error'] as const) log[level](level);
  };
  expect(lines('debug', all)).toHaveLength(4);
  expect(lines('warning', all)).toHaveLength(2);
});

test('whatever a value holds, a record stays one line and drives no terminal', () => {
  const [line = ''] = lines('info', (log) => log.info('x', { text: 'a\nb\r\u001B]52;c;\u0007\u0085\u2028\u009B2J{"level":"error"}' }));
  expect(line.trimEnd()).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
  expect(JSON.parse(line)).toMatchObject({ level: 'info' });
});

test('rotates by size and keeps the newest', () => {
  const path = join(folder(), 'deep/runtime.log');
  const file = openLogFile(path, { maxBytes: 100, keep: 2 });
  for (let i = 0; i < 40; i += 1) file.write(`line ${String(i).padStart(2, '0')} of ten\n`);
  file.close();
  expect(readdirSync(join(path, '..')).toSorted()).toEqual(['runtime.log', 'runtime.log.1', 'runtime.log.2']);
  const kept = ['.2', '.1', ''].map((end) => readFileSync(path + end, 'utf8')).join('');
  expect(kept.trim().split('\n').at(-1)).toBe('line 39 of ten');
  expect(kept.trim().split('\n').length).toBeGreaterThan(14);
});

test('opens the path again after the file was moved away', () => {
  const path = join(folder(), 'runtime.log');
  const file = openLogFile(path, { maxBytes: 1000, keep: 1 });
  file.write('before\n');
  renameSync(path, `${path}.moved`);
  file.write('still before\n');
  file.reopen();
  file.write('after\n');
  file.close();
  expect([readFileSync(`${path}.moved`, 'utf8'), readFileSync(path, 'utf8')]).toEqual(['before\nstill before\n', 'after\n']);
});

test('keeps nothing when told so, and goes on after it was closed', () => {
  const path = join(folder(), 'runtime.log');
  const file = openLogFile(path, { maxBytes: 10, keep: 0 });
  for (let i = 0; i < 5; i += 1) file.write('123456789\n');
  file.close();
  file.write('late\n');
  expect(existsSync(`${path}.1`)).toBe(false);
  expect(readFileSync(path, 'utf8')).toBe('123456789\n');
});
