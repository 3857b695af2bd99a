import { once } from 'node:events';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { cliWorlds, type CliWorld } from '../../testdata/cli-world.ts';

const { world } = cliWorlds();

const agents = {
  'echo/agent.yaml': 'name: echo\nversion: 1.0.0\nruntime: { type: python, entrypoint: main.py }\n',
  'echo/main.py': 'def execute(input_data):\n    return input_data\n',
  'cleanup/agent.yaml': 'name: cleanup\nversion: 1.0.0\nruntime: { type: shell, entrypoint: main.sh }\n',
  'cleanup/main.sh': 'echo {}\n',
};

/** Every key that the original's two files have, in one. */
function config(it: CliWorld, port: number): string {
  const file = join(it.folder, 'runtime-config.yaml');
  writeFileSync(
    file,
    `server:
  host: 127.0.0.1
  port: ${port}
  cors_allowed_origins: ["*"]
agent:
  search_path: ./agents
  hot_reload: true
  sandbox:
    enabled: true
    timeout_seconds: 30
    allowed_runtimes: [python, nodejs]
    forbidden_paths:
      - /etc
      - /home/*/.ssh
debug: true
logging:
  level: INFO
  file: logs/runtime.log
metrics:
  endpoint: http://127.0.0.1:9091/metrics
`,
  );
  return file;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('serves what the configuration says, says the token where to find, and stops on SIGTERM', { timeout: 60_000 }, async () => {
  const it = world(agents);
  const port = await freePort();
  const server = it.start(['serve', '--config', config(it, port)]);
  const said = await server.says('Log: ');
  expect(said).toContain('"*" is not honoured');
  expect(said).toContain(`Serving on http://127.0.0.1:${port}`);
  const token = (await it.run(['token'])).stdout.trim();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const url = `http://127.0.0.1:${port}`;
  expect((await fetch(`${url}/api/v1/agents`)).status).toBe(401);
  const submitted = await fetch(`${url}/api/v1/tasks`, {
    method: 'POST',
    headers: { ...headers, accept: 'text/event-stream' },
    body: '{"agent_name":"echo","input":{"a":1}}',
  });
  expect(await submitted.text()).toContain('event: task.succeeded\n');
  const refused = await fetch(`${url}/api/v1/tasks`, { method: 'POST', headers, body: '{"agent_name":"cleanup"}' });
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('forbidden runtime shell')]);
  const log = join(it.folder, 'logs/runtime.log');
  expect(readFileSync(log, 'utf8')).toContain('Agent cleanup uses forbidden runtime shell');
  expect(readFileSync(log, 'utf8')).not.toContain(token);

  renameSync(log, `${log}.moved`);
  server.child.kill('SIGHUP');
  // What is refused is logged at debug level, which `debug: true` asks for: the file is there again with the first line after SIGHUP.
  while ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) === 0) await fetch(`${url}/api/v1/nothing`, { headers });
  expect(readFileSync(log, 'utf8')).toContain('"event":"http.refused"');

  server.child.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
  await expect(fetch(`${url}/health`)).rejects.toThrow('fetch failed');
});

test('a folder instead of a configuration is said, and nothing is started', { timeout: 60_000 }, async () => {
  const it = world(agents);
  const { code, stderr } = await it.run(['serve', '--config', it.agents]);
  expect([code, stderr]).toEqual([2, expect.stringMatching(/agents cannot be read: EISDIR[^\n]*\n$/)]);
});

test('a taken port ends it with 3 and the name of its holder', { timeout: 60_000 }, async () => {
  const it = world(agents);
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void holder.close());
  const { port } = holder.address() as AddressInfo;
  const { code, stderr } = await it.run(['serve', '--config', config(it, port)]);
  expect(code).toBe(3);
  expect(stderr).toMatch(new RegExp(`Port ${port} is used by node.* \\(pid ${process.pid}\\)`));
});

test('two on one store: the second is refused with the pid of the first', { timeout: 60_000 }, async () => {
  const it = world(agents);
  const first = it.start(['serve', '--config', config(it, await freePort())]);
  await first.says('Log: ');
  const { code, stderr } = await it.run(['serve', '--config', config(it, await freePort())]);
  expect([code, stderr]).toEqual([3, expect.stringContaining(`process ${first.child.pid}`)]);
  mkdirSync(join(it.folder, 'run2'), { mode: 0o700 });
  const other = await it.run(['serve', '--config', config(it, await freePort())], { env: { XDG_RUNTIME_DIR: join(it.folder, 'run2') } });
  expect([other.code, other.stderr]).toEqual([3, expect.stringContaining(`process id ${first.child.pid}`)]);
  first.child.kill('SIGTERM');
  await first.ended;
});

test('a configuration with an error starts nothing, and says where it is', { timeout: 60_000 }, async () => {
  const it = world({ 'bad.yaml': 'server:\n  port: eighty\n' });
  expect(await it.run(['serve', '--config', 'bad.yaml'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('bad.yaml:2:9: error:') as string,
  });
  expect(await it.run(['serve', '--config', 'none.yaml'])).toMatchObject({ code: 2 });
  expect(await it.run(['serve'])).toMatchObject({ code: 2 });
});

test(
  'dev needs no configuration: twelve lines at most, the next free port, a console address that works once',
  { timeout: 60_000 },
  async () => {
    const it = world(agents);
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void holder.close());
    const { port } = holder.address() as AddressInfo;
    const dev = it.start(['dev', '.', '--port', String(port)]);
    const said = await dev.says('Ctrl+C');
    expect(said.trim().split('\n').length).toBeLessThanOrEqual(12);
    expect(said).toMatch(new RegExp(`Port ${port} is used by node.* Using ${port + 1}\\.`));
    expect(said).toContain('✓ echo@1.0.0');
    const address = /http:\S+\?token=\S+/.exec(said)?.[0] ?? '';
    const opened = await fetch(address, { redirect: 'manual' });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/console/']);
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(401);

    writeFileSync(join(it.agents, 'echo/main.py'), 'import gone\n\n\ndef execute(input_data):\n    return input_data\n');
    await dev.says("echo main.py:1 ModuleNotFoundError: No module named 'gone' (still serving ");
    writeFileSync(join(it.agents, 'echo/main.py'), 'def execute(input_data):\n    return input_data\n');
    await dev.says('echo@1.0.0 reloaded');
    expect((await it.run(['run', 'echo', '--input', '{"x":1}'])).stdout).toBe('{"x":1}\n');

    dev.child.kill('SIGINT');
    const { code, stderr } = await dev.ended;
    expect([code, stderr.trim().split('\n').at(-1)]).toEqual([0, 'Stopped. 1 task kept.']);
  },
);

test('dev beside a running runtime uses that one, and leaves it running', { timeout: 60_000 }, async () => {
  const it = world(agents);
  const { pid } = JSON.parse((await it.run(['start', '--json'])).stdout) as { pid: number };
  const dev = it.start(['dev', '--port', '0', '--json']);
  const [line] = (await once(dev.child.stdout ?? dev.child, 'data')) as [Buffer];
  expect(JSON.parse(line.toString())).toMatchObject({ agents: [{ name: 'cleanup' }, { name: 'echo' }] });
  dev.child.kill('SIGINT');
  await dev.ended;
  expect(JSON.parse((await it.run(['start', '--json'])).stdout)).toMatchObject({ pid, started: false });
});
