import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Script, type World, begun, endOf, engineWorlds, start } from '../../testdata/engine-world.ts';
import { reasonWithout, smallDisk } from '../../testdata/small-disk.ts';

const { world } = engineWorlds();
const disk = smallDisk();
const reason = reasonWithout(disk);

/** Submits until there is no space for one more. */
async function submitUntilFull({ engine }: World): Promise<{ accepted: string[]; error: unknown }> {
  const accepted: string[] = [];
  for (;;) {
    try {
      accepted.push((await engine.submit({ agent_name: 'weather', input: { text: 'x'.repeat(5_000) } })).task_id);
    } catch (error) {
      return { accepted, error };
    }
  }
}

test.skipIf(disk === undefined)(
  `${reason}refuses tasks on a full disk, loses none, and ends those that run once there is space`,
  async () => {
    let finish: (() => void) | undefined;
    const script: Script = async (_spec, { onEvent }) => {
      start(onEvent);
      await new Promise<void>((resolve) => {
        finish ??= resolve;
        if (finish !== resolve) resolve();
      });
      return { status: 'succeeded', output: { text: 'y'.repeat(5_000) }, ms: 1 };
    };
    const folder = join(disk?.folder ?? '', 'engine');
    const it = world({ folder, script, slots: 1 });
    await it.engine.start();
    const running = await it.engine.submit({ agent_name: 'weather' });
    await begun(it, running.task_id);
    const giveBack = disk?.take(1_500_000);
    const { accepted, error } = await submitUntilFull(it);
    expect(error).toMatchObject({ code: 'store_full' });
    expect(accepted.length).toBeGreaterThan(10);
    expect(it.engine.readiness()).toMatchObject({ ready: false, code: 'store_full' });
    finish?.();
    await new Promise((resolve) => setImmediate(resolve));
    it.clock.advance(1_000);
    expect(it.engine.get(running.task_id)?.status).toBe('running');
    expect(it.engine.list({ limit: 1_000 }).tasks).toHaveLength(accepted.length + 1);
    giveBack?.();
    expect(it.engine.readiness()).toEqual({ ready: true });
    it.clock.advance(1_000);
    expect((await endOf(it, running.task_id)).at(-1)?.type).toBe('task.succeeded');
    await it.engine.submit({ agent_name: 'weather' });
    await it.engine.close();
    it.store.close();
    rmSync(folder, { recursive: true });
  },
);
