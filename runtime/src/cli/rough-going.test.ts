import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cliWorlds } from '../../testdata/cli-world.ts';

const { world } = cliWorlds();

const yaml = (name: string, more = ''): string => `name: ${name}\nversion: 1.0.0\n${more}runtime: { type: python, entrypoint: main.py }\n`;

test('an agent whose folder is deleted while it runs ends on the version it began with', { timeout: 40_000 }, async () => {
  const it = world({
    'slow/agent.yaml': yaml('slow'),
    'slow/main.py': `import os, time


def execute(input_data):
    while os.path.exists(input_data["marker"]):
        time.sleep(0.02)
    time.sleep(0.2)
    import helper
    with open("data.txt") as data:
        return {"helper": helper.VALUE, "data": data.read()}
`,
    'slow/helper.py': 'VALUE = 7\n',
    'slow/data.txt': '数据',
  });
  const running = it.start(['run', './slow', '--input', JSON.stringify({ marker: '/nowhere' })]);
  await running.says('slow@1.0.0');
  rmSync(join(it.agents, 'slow'), { recursive: true });
  expect(await running.ended).toMatchObject({ code: 0, stdout: '{"helper":7,"data":"数据"}\n' });
  expect(await it.run(['run', './slow'])).toMatchObject({ code: 2, stdout: '' });
});

test('a descriptor that would overflow a parser is a problem at its line', { timeout: 40_000 }, async () => {
  const it = world({
    'bomb/agent.yaml': `${yaml('bomb')}input_schema: ${'['.repeat(200_000)}`,
    'bomb/main.py': 'def execute(input_data):\n    return {}\n',
  });
  const { code, stderr } = await it.run(['run', './bomb']);
  expect([code, stderr]).toEqual([3, expect.stringMatching(/^bomb does not load\.\n {2}agent\.yaml:4:\d+ /)]);
});

test(
  'a pattern that takes for ever elsewhere, and required names that every object inherits, are answered at once',
  { timeout: 40_000 },
  async () => {
    const main = 'def execute(input_data):\n    return {}\n';
    const it = world({
      'regex/agent.yaml': yaml('regex', 'input_schema: { type: object, properties: { text: { type: string, pattern: "^(a+)+$" } } }\n'),
      'regex/main.py': main,
      'names/agent.yaml': yaml('names', 'input_schema: { type: object, required: [toString, constructor] }\n'),
      'names/main.py': main,
    });
    const began = performance.now();
    expect((await it.run(['run', 'regex', '--input', JSON.stringify({ text: `${'a'.repeat(40)}!` })])).code).toBe(2);
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(await it.run(['run', 'names', '--input', '{}'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('toString') as string,
    });
  },
);

test('a secret is asked for outside the command line, used by name, and found in no file afterwards', { timeout: 40_000 }, async () => {
  const value = 'canary-5f1e9b77c0';
  const it = world({
    'keeper/agent.yaml': yaml('keeper', 'input_schema: { type: object, properties: { api_key: { type: string, writeOnly: true } } }\n'),
    'keeper/main.py':
      'def execute(input_data):\n    print("key is " + input_data["api_key"])\n    return {"length": len(input_data["api_key"])}\n',
  });
  expect(await it.run(['secret', 'set', 'demo'], { input: `${value}\n` })).toMatchObject({ code: 0, stdout: '' });
  const secrets = join(it.folder, 'data/hermes-runtime/secrets.json');
  expect(statSync(secrets).mode & 0o777).toBe(0o600);
  const result = await it.run(['run', 'keeper', '--input', '{"api_key":"secret://demo"}', '--json']);
  expect(result.stdout).toContain(`"length":${value.length}`);
  await it.run(['stop']);
  expect(result.stdout + result.stderr).not.toContain(value);
  const files = readdirSync(it.folder, { recursive: true, encoding: 'utf8' }).map((name) => join(it.folder, name));
  const leaks = files.filter((path) => path !== secrets && statSync(path).isFile() && readFileSync(path).includes(value));
  expect(leaks).toEqual([]);
  await it.run(['secret', 'remove', 'demo']);
  expect(readFileSync(secrets, 'utf8')).not.toContain(value);
});

test(
  'a runtime that is killed under a run is no bug of the command line, and what ran is lost, not gone',
  { timeout: 60_000 },
  async () => {
    const it = world({
      'slow/agent.yaml': yaml('slow'),
      'slow/main.py': 'import time\n\n\ndef execute(input_data):\n    time.sleep(600)\n',
    });
    const running = it.start(['run', './slow']);
    await running.says('slow@1.0.0');
    const { pid } = JSON.parse((await it.run(['start', '--json'])).stdout) as { pid: number };
    process.kill(pid, 'SIGKILL');
    const { code, stderr } = await running.ended;
    expect([code, stderr]).toEqual([1, expect.stringContaining('The runtime went away before it answered.')]);
    expect(stderr).not.toContain('made a mistake');
    const { stdout } = await it.run(['tasks', '--json']);
    expect(JSON.parse(stdout)).toMatchObject([{ status: 'failed', failure: { code: 'attempt_lost' } }]);
  },
);

test('doctor says what there is, and changes nothing', { timeout: 40_000 }, async () => {
  const it = world();
  const { code, stdout } = await it.run(['doctor', '--json']);
  const { checks } = JSON.parse(stdout) as { checks: { name: string; status: string; message: string }[] };
  expect(code).toBe(0);
  expect(checks.map(({ name }) => name)).toEqual(['node', 'python', 'sandbox', 'data', 'logs', 'store', 'runtime']);
  expect(checks.every(({ message }) => message !== '')).toBe(true);
  expect(readdirSync(it.folder).toSorted()).toEqual(['agents', 'home', 'run']);
});

const old = ['/usr/bin/node', '/usr/local/bin/node'].find((path) =>
  /^v(?:20|21|22\.(?:\d|1[0-8])\.)/.test(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? ''),
);

test.skipIf(old === undefined)('started by a Node that is too old, it runs on the newer one of this checkout', () => {
  const program = join(import.meta.dirname, '../../bin/hermes-runtime.mjs');
  const { status, stdout, stderr } = spawnSync(old ?? '', [program, '--version'], { encoding: 'utf8' });
  expect([status, stdout, stderr]).toEqual([0, '0.1.0\n', '']);
});
