import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { HandClock } from '../../testdata/hand-clock.ts';
import { attemptStarted, logged, queued, succeeded } from '../../testdata/sample-events.ts';
import { StoreError } from './store-error.ts';
import { type Store, openStore } from './store.ts';

const disk = mountSmallDisk();
const reason = disk === undefined ? 'not run: a tmpfs cannot be mounted here: ' : '';

afterAll(() => {
  if (disk === undefined) return;
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

/** A disk of 3 MiB of its own; undefined where mounting is not allowed. */
function mountSmallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'hermes-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
}

function open(name: string, clock = new HandClock()): Store {
  return openStore({ folder: join(disk ?? '', name), clock });
}

/** Takes all space that is left. */
function fill(): string {
  const ballast = join(disk ?? '', 'ballast');
  const { bavail, bsize } = statfsSync(disk ?? '');
  writeFileSync(ballast, Buffer.alloc(bavail * bsize));
  return ballast;
}

async function fillByAppending(store: Store): Promise<{ acknowledged: string[]; error: unknown }> {
  const acknowledged: string[] = [];
  for (let index = 0; index < 10_000; index += 1) {
    try {
      await store.append([queued(`t${index}`, { input: 'x'.repeat(5_000) })]);
      acknowledged.push(`t${index}`);
    } catch (error) {
      return { acknowledged, error };
    }
  }
  throw new Error('the disk never became full');
}

test.skipIf(disk === undefined)(
  `${reason}refuses with store_full, keeps what it acknowledged, and works again once there is space`,
  async () => {
    const store = open('refuse');
    const ballast = join(disk ?? '', 'ballast');
    writeFileSync(ballast, Buffer.alloc(1_000_000));
    const { acknowledged, error } = await fillByAppending(store);
    expect(error).toMatchObject({ code: 'store_full' });
    expect(acknowledged.length).toBeGreaterThan(20);
    expect(store.problem()?.code).toBe('store_full');
    expect(store.list({ limit: 10_000 }).tasks.map(({ task_id }) => task_id)).toEqual(acknowledged.toReversed());
    rmSync(ballast);
    expect(store.problem()).toBeUndefined();
    await store.append([queued('after')]);
    store.close();
    const again = open('refuse');
    expect(again.list({ limit: 10_000 }).tasks.map(({ task_id }) => task_id)).toEqual(['after', ...acknowledged.toReversed()]);
    again.close();
    rmSync(join(disk ?? '', 'refuse'), { recursive: true });
  },
);

test.skipIf(disk === undefined)(`${reason}holds the end of an accepted task until there is space`, async () => {
  const clock = new HandClock();
  const store = open('hold', clock);
  await store.append([queued('a'), attemptStarted('a')]);
  const ballast = fill();
  await fillByAppending(store).catch(() => undefined);
  store.appendSoon(logged('a', 'y'.repeat(20_000)));
  let isStored = false;
  const ended = store.append(succeeded('a', 'z'.repeat(60_000)), { whenFull: 'hold' }).then(() => {
    isStored = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  clock.advance(1_000);
  expect(isStored).toBe(false);
  expect(store.statusOf('a')).toBe('running');
  rmSync(ballast);
  clock.advance(250);
  await ended;
  expect(store.eventsOf('a')?.map(({ type }) => type)).toEqual([
    'task.queued',
    'attempt.started',
    'log',
    'attempt.succeeded',
    'task.succeeded',
  ]);
  store.close();
  rmSync(join(disk ?? '', 'hold'), { recursive: true });
});

test.skipIf(disk === undefined)(`${reason}refuses a payload that does not fit and leaves no half of it`, async () => {
  const store = open('payload');
  await expect(store.append([queued('big', { input: 'x'.repeat(4_000_000) })])).rejects.toMatchObject({ code: 'store_full' });
  await store.append([queued('small')]);
  expect(store.list({ limit: 9 }).tasks.map(({ task_id }) => task_id)).toEqual(['small']);
  store.close();
  rmSync(join(disk ?? '', 'payload'), { recursive: true });
});

test.skipIf(disk === undefined)(`${reason}says store_full where a store cannot even be opened`, () => {
  const ballast = fill();
  expect(() => open('none')).toThrow(StoreError);
  expect(() => open('none')).toThrow(expect.objectContaining({ code: 'store_full' }));
  rmSync(ballast);
});
