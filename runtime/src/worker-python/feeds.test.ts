import { expect, test } from 'vitest';
import { type TaskRun, runOnce, startHarness } from './harness-process.ts';

/** The agent is loaded once; `again` is the input of the replay. */
async function recordedAndReplayed(main: string, input: unknown = null, again: unknown = input): Promise<readonly [TaskRun, TaskRun]> {
  const harness = startHarness({ 'main.py': main });
  const first = await harness.run(input, { record: true });
  expect(first.failure).toBeUndefined();
  const second = await harness.run(again, { replay: { rule: 'exact', ...first.recorded } });
  await harness.close();
  return [first, second];
}

test('clock, random numbers and UUIDs of the agent come again in a replay, however it imported them', async () => {
  const main = `
import datetime, random, time, uuid
from datetime import datetime as moment, date
from random import choice, shuffle
from time import time as now

class Own(moment):
    pass

def execute(input_data):
    import time as clock
    from uuid import uuid4
    names = ["a", "b", "c", "d", "e"]
    shuffle(names)
    values = [
        time.time(), now(), clock.time_ns(), time.strftime("%H:%M:%S"), time.gmtime()[:6], time.strftime("%Y", time.gmtime(0)),
        datetime.datetime.now(), moment.now(datetime.timezone.utc), moment.utcnow(), moment.today(), date.today(),
        random.random(), random.randint(1, 10**20), random.uniform(1, 2), choice(names), random.choices(names, k=3), random.sample(names, 2),
        random.gauss(0, 1), random.getrandbits(80), uuid.uuid1(), uuid4(), str(uuid.uuid4()), names,
    ]
    assert type(moment.now()) == moment and {moment: 1}[type(moment.now())] and type(moment.now()) is type(moment(2026, 1, 2)) and isinstance(moment.now(), (moment, date)) and isinstance(Own.now(), Own)
    return [str(value) for value in values]
`;
  const [first, second] = await recordedAndReplayed(main);
  expect(second.failure).toBeUndefined();
  expect(second.output).toEqual(first.output);
  expect(first.recorded.feeds.map(({ name }) => name).slice(0, 4)).toEqual(['random.shuffle', 'time.time', 'time.time', 'time.time_ns']);
  expect(second.recorded.feeds).toEqual([]);
});

test('libraries keep the real clock, and what the agent asks for beyond the recording is real', async () => {
  const main = `
import email.utils, pickle, datetime, time
def execute(input_data):
    before = time.monotonic()
    times = [time.time() for _ in range(input_data)]
    pickle.loads(pickle.dumps(datetime.datetime.now()))
    return {"times": times, "library": email.utils.formatdate(), "took": time.monotonic() - before}
`;
  const [first, second] = await recordedAndReplayed(main, 2, 3);
  const { times } = first.output as { times: number[] };
  const again = (second.output as { times: number[] }).times;
  expect(again.slice(0, 2)).toEqual(times);
  expect(again[2]).toBeGreaterThan(times[1] ?? Infinity);
  expect(first.recorded.feeds).toHaveLength(3);
});

test('nothing is fed, and no module is replaced, where nothing is recorded', async () => {
  const main = `
import builtins, random, sys, time
def execute(input_data):
    return [time is sys.modules["time"], random is sys.modules["random"], type(builtins.__import__).__name__, random.random() < 1]
`;
  const { output, recorded } = await runOnce(main, null);
  expect(output).toEqual([true, true, 'builtin_function_or_method', true]);
  expect(recorded.feeds).toEqual([]);
});

test('an agent does not wait in a replay, and what waits less goes first', async () => {
  const main = `
import asyncio, time
from time import sleep
order = []
async def after(seconds):
    await asyncio.sleep(seconds)
    order.append(seconds)
async def execute(input_data):
    time.sleep(input_data)
    sleep(input_data)
    await asyncio.gather(after(input_data * 3), after(input_data))
    return order[0] < order[1]
`;
  // Without haste the second would run into the limit of the test.
  const [first, second] = await recordedAndReplayed(main, 0.01, 40);
  expect([first.output, second.output]).toEqual([true, true]);
});
