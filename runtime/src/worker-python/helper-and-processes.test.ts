import { expect, test } from 'vitest';
import { runOnce, startHarness } from './harness-process.ts';

test('spans nest, end with their error, and work as decorators and in async code', async () => {
  const main = `
import asyncio, hermes_runtime
@hermes_runtime.span("decorated")
def inner():
    raise KeyError("x")
async def execute(_):
    async with hermes_runtime.span("outer"):
        await asyncio.sleep(0)
        try:
            inner()
        except KeyError as error:
            return str(error)
`;
  const { events } = await runOnce(main, {});
  expect(events.filter(({ type }) => type.startsWith('span.'))).toMatchObject([
    { type: 'span.started', span_id: 's1', name: 'outer', at: { line: 7 } },
    { type: 'span.started', span_id: 's2', parent_id: 's1', name: 'decorated', at: { line: 10 } },
    { type: 'span.ended', span_id: 's2', error: "KeyError: 'x'" },
    { type: 'span.ended', span_id: 's1' },
  ]);
});

test('the helper module knows the task, and its words are told at every trace level', async () => {
  const main = `
import hermes_runtime
def execute(_):
    hermes_runtime.log("read the feed", "warning")
    hermes_runtime.progress(3, 10, "third of ten")
    for item in ["/a-17"]:
        hermes_runtime.skip(item, "sold out")
        if item:
            continue
    return [hermes_runtime.task_id, hermes_runtime.idempotency_key]
`;
  const { events, output } = await runOnce(main, {}, { trace: 'off' });
  expect(output).toEqual(['t-1', 't-1/1']);
  expect(events).toMatchObject([
    { type: 'log', stream: 'agent', level: 'warning', text: 'read the feed', at: { file: 'main.py', line: 4 } },
    { type: 'progress', done: 3, total: 10, message: 'third of ten' },
    { type: 'item.skipped', item: '/a-17', reason: 'sold out', at: { line: 7 } },
  ]);
  const full = await runOnce(main, {});
  expect(full.events).toContainEqual(expect.objectContaining({ type: 'item.skipped', iteration: { loop: 'l1', index: 1 } }));
});

test('a level that does not exist is the agent’s error, at its line', async () => {
  const { failure } = await runOnce('import hermes_runtime\ndef execute(_):\n    hermes_runtime.log("x", "loud")\n', {});
  expect(failure).toMatchObject({ exception_type: 'ValueError', at: { file: 'main.py', line: 3 } });
});

const starts = `
import asyncio, os, subprocess
async def soon():
    process = await asyncio.create_subprocess_exec("sh", "-c", "exit 4")
    await process.wait()
def execute(_):
    subprocess.run(["sh", "-c", "exit 3"])
    subprocess.call("exit 2", shell=True)
    os.system("exit 5")
    process = subprocess.Popen(["sleep", "60"])
    process.kill()
    process.wait()
    asyncio.run(soon())
    try:
        subprocess.run(["not-a-program"])
    except FileNotFoundError:
        pass
    for name in ["a"]:
        subprocess.check_output(["echo", name])
        if not name:
            continue
    subprocess.Popen(["sleep", "60"])
`;

test('every program that is started is told with its exit, its signal or neither if it still runs', async () => {
  const { events } = await runOnce(starts, {});
  const exits = events.filter((event) => event.type === 'process.exited');
  expect(
    exits.map(({ command, exit_code, signal, at, iteration }) => [command.join(' '), exit_code ?? signal, at?.line, iteration?.index]),
  ).toEqual([
    ['sh -c exit 3', 3, 7, undefined],
    ['exit 2', 2, 8, undefined],
    ['sh -c exit 5', 5, 9, undefined],
    ['sleep 60', 'SIGKILL', 10, undefined],
    ['sh -c exit 4', 4, 4, undefined],
    ['echo a', 0, 19, 1],
    ['sleep 60', undefined, 22, undefined],
  ]);
});

test('an agent with hundreds of modules of its own loads them lazily and traced', async () => {
  const files: Record<string, string> = {
    'main.py': 'import importlib\ndef execute(n):\n    return sum(importlib.import_module(f"part{i}").value() for i in range(n))\n',
  };
  for (let n = 0; n < 100; n += 1)
    files[`part${n}.py`] = 'def value():\n    try:\n        return 1 // 0\n    except ZeroDivisionError:\n        return 1\n';
  const harness = startHarness(files);
  const { output, events } = await harness.run(100);
  expect(output).toBe(100);
  expect(new Set(events.map((event) => (event.type === 'exception.caught' ? event.at.file : event.type))).size).toBe(100);
  await harness.close();
});
