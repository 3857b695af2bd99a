import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cliWorlds, type CliWorld } from '../../testdata/cli-world.ts';

const { world } = cliWorlds();

const greeter = {
  'greeter/agent.yaml': `name: greeter
version: 1.2.0
input_schema:
  type: object
  required: [name]
  properties:
    name: { type: string }
    greeting: { type: string, default: Hello }
output_schema:
  type: object
  properties: { text: { type: string } }
runtime: { type: python, entrypoint: main.py }
`,
  'greeter/main.py': `def execute(input_data):
    print("about to greet")
    for name in ["x", input_data["name"]]:
        try:
            if name == "x":
                raise ValueError("nobody")
        except ValueError:
            continue
    return {"text": input_data["greeting"] + " " + input_data["name"]}
`,
};

function lastLine(text: string): unknown {
  return JSON.parse(text.trim().split('\n').at(-1) ?? '');
}

test('runs an agent by name: the output on standard output, the trace on standard error', { timeout: 40_000 }, async () => {
  const it = world(greeter);
  const { code, stdout, stderr } = await it.run(['run', 'greeter', '--input', '{"name":"北京"}']);
  expect([code, stdout]).toEqual([0, '{"text":"Hello 北京"}\n']);
  expect(stderr).toContain('greeter@1.2.0');
  expect(stderr).toMatch(/│ about to greet +main\.py:2/);
  expect(stderr).toMatch(/2 = 1 done \+ 1 dropped ✓ +main\.py:3/);
  expect(stderr).toMatch(/dropped ValueError caught, not logged +main\.py:7/);
  expect(stderr).toMatch(/⚠ succeeded · 1 finding · /);
  expect(stderr).toMatch(/runtime saw +1 dropped/);
});

test('with --json prints one event a line, and last the task as the API gives it', { timeout: 40_000 }, async () => {
  const it = world(greeter);
  const { code, stdout, stderr } = await it.run(['run', './greeter', '--input', '@name.json', '--json'], inputFile(it));
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect([code, stderr]).toEqual([0, '']);
  expect(lines[0]).toMatchObject({ type: 'task.queued', source: 'cli' });
  expect(lines.at(-2)).toMatchObject({ type: 'task.succeeded' });
  expect(lines.at(-1)).toMatchObject({ status: 'succeeded', output: { text: 'Hello from a file' }, agent_name: 'greeter' });
  const { task_id } = lines.at(-1) as { task_id: string };
  const traced = await it.run(['trace', task_id.slice(0, 6), '--json']);
  expect(lastLine(traced.stdout)).toEqual({ task: lines.at(-1), events: lines.slice(0, -1) });
  expect((await it.run(['trace', task_id])).stdout).toContain('about to greet');
  expect((await it.run(['tasks'])).stdout).toMatch(/^⚠ \w{4} {2}greeter@1\.2\.0 .*1 dropped$/m);
});

function inputFile(it: CliWorld): object {
  writeFileSync(join(it.agents, 'name.json'), '{"name":"from a file"}');
  return {};
}

test('reads the input from standard input', { timeout: 40_000 }, async () => {
  const it = world(greeter);
  expect(await it.run(['run', 'greeter', '--input', '-', '--strict'], { input: '{"name":"pipe"}' })).toMatchObject({
    code: 4,
    stdout: '{"text":"Hello pipe"}\n',
  });
});

test('exits with 2 for what the caller got wrong, saying what', { timeout: 40_000 }, async () => {
  const it = world(greeter);
  const wrong = [
    [['run', 'greeter', '--input', '{'], '--input is not JSON'],
    [['run', 'greeter', '--input', '@none.json'], 'none.json'],
    [['run', 'greeter', '--input', '{"name":1}'], '/name'],
    [['run', 'greeter', '--input', `${'['.repeat(50_000)}${']'.repeat(50_000)}`], 'nested deeper than 200 levels'],
    [['run', 'nobody'], 'There is no agent "nobody"'],
    [['run', './nowhere'], 'There is no folder'],
    [['run'], "missing required argument 'agent'"],
    [['runn', 'greeter'], 'Did you mean run?'],
    [['trace', 'ffff'], 'There is no task'],
  ] as const;
  for (const [args, message] of wrong) {
    const { code, stdout, stderr } = await it.run(args);
    expect([args, code, stdout]).toEqual([args, 2, '']);
    expect(stderr).toContain(message);
  }
});

test('exits with 1 for a task that failed, with the place', { timeout: 40_000 }, async () => {
  const it = world({ ...greeter, 'greeter/main.py': 'def execute(input_data):\n    return {"text": 1 / 0}\n' });
  const { code, stdout, stderr } = await it.run(['run', 'greeter', '--input', '{"name":"x"}']);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/✗ ZeroDivisionError: division by zero {2}exception +main\.py:2/);
});

test('exits with 3 for an agent that cannot start, with its own error', { timeout: 40_000 }, async () => {
  const it = world({ ...greeter, 'greeter/main.py': `import no_such_module\n${greeter['greeter/main.py']}` });
  const { code, stderr } = await it.run(['run', 'greeter', '--input', '{"name":"x"}']);
  expect(code).toBe(3);
  expect(stderr).toContain("ModuleNotFoundError: No module named 'no_such_module' (main.py:1)");
});

test('says which dependency is missing, and installs nothing unasked', { timeout: 40_000 }, async () => {
  const it = world({
    ...greeter,
    'greeter/agent.yaml': greeter['greeter/agent.yaml'].replace(
      'entrypoint: main.py',
      'entrypoint: main.py, dependencies: [no-such-package==1.0.0]',
    ),
  });
  const { code, stderr } = await it.run(['run', 'greeter', '--input', '{"name":"x"}']);
  expect([code, stderr]).toEqual([3, 'greeter needs no-such-package==1.0.0. Run again with --install to install it.\n']);
});

test('Ctrl+C cancels the task and exits with 130', { timeout: 40_000 }, async () => {
  const it = world({
    ...greeter,
    'greeter/main.py':
      'import time\n\n\ndef execute(input_data):\n    print(input_data["name"], flush=True)\n    time.sleep(600)\n    return {}\n',
  });
  const running = it.start(['run', 'greeter', '--input', '{"name":"x"}']);
  await running.says('greeter@1.2.0');
  running.child.kill('SIGINT');
  expect(await running.ended).toMatchObject({ code: 130, stdout: '' });
  expect((await it.run(['tasks', '--json'])).stdout).toContain('"status": "canceled"');
});

test('speaks Chinese by --lang and by the locale', { timeout: 40_000 }, async () => {
  const it = world(greeter);
  expect((await it.run(['run', 'nobody', '--lang', 'zh-cn'])).stderr).toContain('没有');
  expect((await it.run(['run', 'nobody'], { env: { LANG: 'zh_CN.UTF-8' } })).stderr).toContain('没有');
});

test('the version comes quickly and needs no runtime', () => {
  const { stdout } = spawnSync(process.execPath, [join(import.meta.dirname, '../../bin/hermes-runtime.mjs'), '--version'], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('0.1.0\n');
});
