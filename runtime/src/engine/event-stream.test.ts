import type { TraceEvent } from '@hermes-runtime/schemas';
import { expect, test } from 'vitest';
import { type Script, begun, endOf, engineWorlds, forever, start, partial } from '../../testdata/engine-world.ts';

const { world } = engineWorlds();

const talking: Script = async (_spec, { onEvent }) => {
  start(onEvent);
  for (let index = 0; index < 20; index += 1) {
    onEvent(partial({ type: 'log', time: 1, level: 'info', stream: 'stdout', text: `${index}` }));
    if (index % 7 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return { status: 'succeeded', output: {}, ms: 1 };
};

test('gives history and then live events, without gap or duplicate, wherever one begins', async () => {
  const it = world({ script: talking, slots: 8 });
  await it.engine.start();
  const stop = new AbortController();
  const readers = Array.from({ length: 5 }, async (_, index): Promise<number[]> => {
    const seqs: number[] = [];
    for (let wait = 0; wait < index * 3; wait += 1) await new Promise((resolve) => setImmediate(resolve));
    for await (const event of it.engine.subscribe(0, {}, { signal: stop.signal })) seqs.push(event.seq);
    return seqs;
  });
  const tasks = await Promise.all(Array.from({ length: 20 }, () => it.engine.submit({ agent_name: 'weather' })));
  await Promise.all(tasks.map(({ task_id }) => endOf(it, task_id)));
  await it.engine.record([{ type: 'agent.removed', time: 1, path: '/last' }]);
  const last = it.engine.lastSeq();
  const expected = Array.from({ length: last }, (_, index) => index + 1);
  for await (const event of it.engine.subscribe(0)) if (event.seq === last) break;
  stop.abort();
  for (const seqs of await Promise.all(readers)) expect(seqs).toEqual(expected);
});

test('a cursor of a store that is no more does not keep its reader waiting for ever', async () => {
  const it = world();
  await it.engine.start();
  const first = it.engine.subscribe(5_000)[Symbol.asyncIterator]().next();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  expect((await first).value).toMatchObject({ type: 'task.queued', task_id });
});

test('goes on after a cursor', async () => {
  const it = world({ script: talking });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  const all = await endOf(it, task_id);
  const rest: TraceEvent[] = [];
  for await (const event of it.engine.subscribe(all[9]?.seq ?? 0, { task_id })) rest.push(event);
  expect(rest).toEqual(all.slice(10));
});

test('ends at once for a task that has ended before the cursor, and for none', async () => {
  const it = world({ script: talking });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  const all = await endOf(it, task_id);
  for await (const event of it.engine.subscribe(all.at(-1)?.seq ?? 0, { task_id })) throw new Error(`unexpected ${event.type}`);
  for await (const event of it.engine.subscribe(0, { task_id: 'nobody' })) throw new Error(`unexpected ${event.type}`);
});

test('gives only the types that were asked for', async () => {
  const it = world({ script: talking });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  const types: string[] = [];
  for await (const event of it.engine.subscribe(0, { task_id, types: ['task.queued', 'task.succeeded'] })) types.push(event.type);
  expect(types).toEqual(['task.queued', 'task.succeeded']);
});

test('ends when the reader aborts while it waits', async () => {
  const it = world({ script: forever });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  await begun(it, task_id);
  const stop = new AbortController();
  const reading = (async () => {
    for await (const event of it.engine.subscribe(0, { task_id }, { signal: stop.signal }))
      if (event.type === 'attempt.started') setImmediate(() => stop.abort());
  })();
  await reading;
  for await (const event of it.engine.subscribe(0, {}, { signal: AbortSignal.abort() })) throw new Error(`unexpected ${event.type}`);
});

test('ends with the engine, after everything was given', async () => {
  const it = world({ script: forever });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  await begun(it, task_id);
  const reading = endOf(it, task_id);
  await it.engine.close();
  expect((await reading).map(({ type }) => type)).toEqual(['task.queued', 'attempt.started', 'attempt.lost', 'task.failed']);
});

test('keeps the place of a reader that is slow', async () => {
  const it = world({ script: talking, slots: 8 });
  await it.engine.start();
  const first = await it.engine.submit({ agent_name: 'weather' });
  const slow = it.engine.subscribe(0)[Symbol.asyncIterator]();
  expect((await slow.next()).value).toMatchObject({ seq: 1 });
  const tasks = await Promise.all(Array.from({ length: 10 }, () => it.engine.submit({ agent_name: 'weather' })));
  await Promise.all([first, ...tasks].map(({ task_id }) => endOf(it, task_id)));
  expect((await slow.next()).value).toMatchObject({ seq: 2 });
});
