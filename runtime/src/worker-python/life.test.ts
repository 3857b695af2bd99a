import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runOnce, startHarness } from './harness-process.ts';

test('each task runs in a fresh copy of the loaded agent', async () => {
  const harness = startHarness({
    'main.py': 'import os\nCOUNT = []\ndef execute(input_data):\n    COUNT.append(1)\n    return [len(COUNT), os.getpid()]\n',
  });
  await harness.loaded;
  const runs = [await harness.run({}), await harness.run({}), await harness.run({})];
  expect(runs.map(({ output }) => Array.isArray(output) && output[0])).toEqual([1, 1, 1]);
  expect(new Set(runs.map(({ output }) => Array.isArray(output) && output[1])).size).toBe(3);
  expect(runs[0]?.end?.max_rss_kb).toBeGreaterThan(1000);
  expect(await harness.close()).toBe(0);
});

test('an agent whose import starts a thread runs in the process that loaded it, once', async () => {
  const main =
    'import os, threading, time\nthreading.Thread(target=time.sleep, args=(60,), daemon=True).start()\ndef execute(input_data):\n    return os.getpid()\n';
  const harness = startHarness({ 'main.py': main });
  const left = once(harness.child, 'exit');
  await harness.loaded;
  expect(await harness.run({})).toMatchObject({ output: harness.child.pid, end: { exit_code: 0 } });
  expect(await left).toEqual([0, null]);
  await harness.close();
});

const leavesDaemons = `
import os, subprocess, sys
def execute(input_data):
    plain = subprocess.Popen(["sleep", "300"])
    own_session = subprocess.Popen(["sh", "-c", "trap '' TERM INT; sleep 300 & wait"], start_new_session=True)
    read, write = os.pipe()
    if os.fork() == 0:
        os.setsid()
        daemon = os.fork()
        if daemon:
            os.write(write, str(daemon).encode())
            os._exit(0)
        os.execvp("sleep", ["sleep", "300"])
    daemon = int(os.read(read, 20))
    return [plain.pid, own_session.pid, daemon]
`;

test('nothing that a task leaves behind lives on, daemons and own sessions included', async () => {
  const harness = startHarness({ 'main.py': leavesDaemons });
  await harness.loaded;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const { output } = await harness.run({});
    const pids = Array.isArray(output) ? output.map(Number) : [];
    expect(pids).toHaveLength(3);
    expect(pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
  }
  await harness.close();
});

test('the harness leaves when the host closes the channel, idle or busy', async () => {
  const idle = startHarness({ 'main.py': 'def execute(input_data):\n    return 1\n' });
  await idle.loaded;
  expect(await idle.close()).toBe(0);
});

const waits = `
import time
def execute(input_data):
    time.sleep(0.1)
    try:
        print("waiting")
        time.sleep(60)
    finally:
        print("tidied up")
`;

test('an interrupt becomes KeyboardInterrupt in the running task, and the agent tidies up', async () => {
  const harness = startHarness({ 'main.py': waits });
  await harness.loaded;
  const { events, failure } = await harness.run({}, { onFrame: (frame) => frame.type === 'event' && harness.child.kill('SIGINT') });
  expect(failure).toMatchObject({ code: 'canceled', at: { file: 'main.py' } });
  expect(events).toMatchObject([{ text: 'waiting' }, { text: 'tidied up' }]);
  await harness.close();
});

test('an interrupt cancels an async agent, and does nothing to one that is idle', async () => {
  const harness = startHarness({
    'main.py':
      'import asyncio\nasync def execute(input_data):\n    await asyncio.sleep(0.1)\n    print("waiting")\n    await asyncio.sleep(input_data)\n    return "done"\n',
  });
  await harness.loaded;
  harness.child.kill('SIGINT');
  expect((await harness.run(0)).output).toBe('done');
  const { failure } = await harness.run(60, { onFrame: (frame) => frame.type === 'event' && harness.child.kill('SIGINT') });
  expect(failure).toMatchObject({ code: 'canceled' });
  await harness.close();
});

test('a child that the agent forked neither ends the task nor mixes its frames with the task’s', async () => {
  const main = `
import os
def execute(input_data):
    children = []
    for n in range(4):
        pid = os.fork()
        if pid == 0:
            for line in range(200):
                print(str(n) * 30000)
            return "child"
        children.append(pid)
    for line in range(200):
        print("p" * 30000)
    for pid in children:
        os.waitpid(pid, 0)
    return "parent"
`;
  const { output, events } = await runOnce(main, {});
  expect(output).toBe('parent');
  expect(Map.groupBy(events, (event) => (event.type === 'log' ? event.text : event.type)).size).toBe(5);
  expect(events).toHaveLength(1000);
});

test('descriptors of the host and the channel are closed to programs that the agent starts', async () => {
  const main =
    'import subprocess\ndef execute(input_data):\n    return subprocess.run(["ls", "/proc/self/fd"], capture_output=True, text=True).stdout.split()\n';
  const { output } = await runOnce(main, {});
  // The fourth is the folder that ls itself reads.
  expect(output).toEqual(['0', '1', '2', '3']);
  const target = 'import os\ndef execute(input_data):\n    return os.system("test -S /proc/self/fd/3")\n';
  expect((await runOnce(target, {})).output).not.toBe(0);
});

test('what a subprocess and native code print reaches the process’s own output, not the channel', async () => {
  const harness = startHarness({
    'main.py':
      'import os, subprocess, sys\ndef execute(input_data):\n    os.write(1, b"native\\n")\n    subprocess.run(["echo", "child"], stdout=sys.stdout)\n',
  });
  let printed = '';
  harness.child.stdout?.on('data', (bytes: Buffer) => (printed += bytes.toString()));
  await harness.loaded;
  const { events } = await harness.run({});
  expect(events.map(({ type }) => type)).toEqual(['process.exited']);
  await harness.close();
  expect(printed).toBe('native\nchild\n');
});

test('the memory of a worker is not copied into its zygote’s report', async () => {
  const harness = startHarness({ 'main.py': 'def execute(input_data):\n    return len("x" * input_data)\n' });
  const ready = await harness.loaded;
  expect(ready.type === 'ready' && readFileSync(`/proc/${ready.pid}/comm`, 'utf8').trim()).toMatch(/^python/);
  const small = await harness.run(1);
  const large = await harness.run(200_000_000);
  expect(large.end?.max_rss_kb).toBeGreaterThan((small.end?.max_rss_kb ?? 0) + 150_000);
  await harness.close();
});
