import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { queued } from '../../testdata/sample-events.ts';
import { storeFolders } from '../../testdata/store-folder.ts';

const { fresh, open } = storeFolders();

const holdStore = join(import.meta.dirname, '../../testdata/hold-store.ts');

/** A process that opens the store and holds it; answers what it said first: `open`, or why it could not. */
async function hold(folder: string): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [holdStore, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const [chunk] = await once(child.stdout, 'data');
  return { child, said: String(chunk).trim() };
}

test('refuses a second store on the same folder, naming the process that holds it', () => {
  const folder = fresh();
  open(folder);
  expect(() => open(folder)).toThrow(
    expect.objectContaining({ code: 'store_locked', pid: process.pid, message: expect.stringContaining(String(process.pid)) }),
  );
});

test('refuses another process, and lets it in once the first is gone', async () => {
  const folder = fresh();
  const store = open(folder);
  expect((await hold(folder)).said).toBe(`store_locked ${process.pid}`);
  store.close();
  expect((await hold(folder)).said).toBe('open');
});

test('takes over from a process that was killed, with what it had acknowledged', async () => {
  const folder = fresh();
  const { child, said } = await hold(folder);
  expect(said).toBe('open');
  expect(() => open(folder)).toThrow(expect.objectContaining({ pid: child.pid }));
  child.kill('SIGKILL');
  await once(child, 'exit');
  const store = open(folder);
  expect(store.statusOf('held')).toBe('queued');
  await store.append([queued('mine')]);
});

test('lets exactly one of several processes in that start at once', async () => {
  const folder = fresh();
  const all = await Promise.all(Array.from({ length: 5 }, () => hold(folder)));
  expect(all.filter(({ said }) => said === 'open')).toHaveLength(1);
  expect(all.filter(({ said }) => said.startsWith('store_locked'))).toHaveLength(4);
});
