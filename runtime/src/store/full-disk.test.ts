import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HandClock } from '../../testdata/hand-clock.ts';
import { attemptStarted, logged, queued, succeeded } from '../../testdata/sample-events.ts';
import { reasonWithout, smallDisk } from '../../testdata/small-disk.ts';
import { StoreError } from './store-error.ts';
import { type Store, openStore } from './store.ts';

const disk = smallDisk();
const reason = reasonWithout(disk);

function open(name: string, clock = new HandClock()): Store {
  return openStore({ folder: join(disk?.folder ?? '', name), clock });
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
    const giveBack = disk?.take(1_000_000);
    const { acknowledged, error } = await fillByAppending(store);
    expect(error).toMatchObject({ code: 'store_full' });
    expect(acknowledged.length).toBeGreaterThan(20);
    expect(store.problem()?.code).toBe('store_full');
    expect(store.list({ limit: 10_000 }).tasks.map(({ task_id }) => task_id)).toEqual(acknowledged.toReversed());
    giveBack?.();
    expect(store.problem()).toBeUndefined();
    await store.append([queued('after')]);
    store.close();
    const again = open('refuse');
    expect(again.list({ limit: 10_000 }).tasks.map(({ task_id }) => task_id)).toEqual(['after', ...acknowledged.toReversed()]);
    again.close();
    rmSync(join(disk?.folder ?? '', 'refuse'), { recursive: true });
  },
);

test.skipIf(disk === undefined)(`${reason}holds the end of an accepted task until there is space`, async () => {
  const clock = new HandClock();
  const store = open('hold', clock);
  await store.append([queued('a'), attemptStarted('a')]);
  const giveBack = disk?.fill();
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
  giveBack?.();
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
  rmSync(join(disk?.folder ?? '', 'hold'), { recursive: true });
});

test.skipIf(disk === undefined)(`${reason}refuses a payload that does not fit and leaves no half of it`, async () => {
  const store = open('payload');
  await expect(store.append([queued('big', { input: 'x'.repeat(4_000_000) })])).rejects.toMatchObject({ code: 'store_full' });
  await store.append([queued('small')]);
  expect(store.list({ limit: 9 }).tasks.map(({ task_id }) => task_id)).toEqual(['small']);
  store.close();
  rmSync(join(disk?.folder ?? '', 'payload'), { recursive: true });
});

test.skipIf(disk === undefined)(`${reason}says store_full where a store cannot even be opened`, () => {
  const giveBack = disk?.fill();
  expect(() => open('none')).toThrow(StoreError);
  expect(() => open('none')).toThrow(expect.objectContaining({ code: 'store_full' }));
  giveBack?.();
});
