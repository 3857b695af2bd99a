import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cliWorlds } from '../../testdata/cli-world.ts';
import { openCdp } from '../debugger/cdp-client.ts';

const { world } = cliWorlds();

const divider = {
  'divider/agent.yaml': 'name: divider\nversion: 1.0.0\nruntime: { type: nodejs, entrypoint: main.mjs }\n',
  'divider/main.mjs': "export function execute({ by }) {\n  if (by === 0) throw new Error('by is zero');\n  return { half: 1 / by };\n}\n",
};

test(
  'debugs a failed task with its input and an agent with a chosen one, each through a port of its own',
  { timeout: 120_000 },
  async () => {
    const it = world(divider);
    const failed = await it.run(['run', 'divider', '--input', '{"by":0}']);
    const offered = /hermes-runtime debug (?<id>\w+)/.exec(failed.stderr)?.groups?.['id'] ?? '';
    expect(failed.code).toBe(1);

    const debugged = it.start(['debug', offered, '--listen']);
    const task = await openCdp(await webSocketOf(await debugged.says('CDP  127.0.0.1:')), { exceptions: 'uncaught' });
    const raising = await task.stopped();
    expect(raising?.frames).toEqual(['execute main.mjs:2']);
    expect(raising && (await task.valueOf('by', raising))).toBe(0);
    await task.go();
    const { code, stderr } = await debugged.ended;
    expect([code, stderr]).toEqual([1, expect.stringContaining('exact replay')]);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain('receipt input equal · code equal · environment equal · 0 live effects');

    const live = it.start(['debug', 'divider', '--input', '{"by":4}', '--listen']);
    const agent = await openCdp(await webSocketOf(await live.says('CDP  127.0.0.1:')), {
      file: join(it.agents, 'divider/main.mjs'),
      lines: [3],
    });
    expect((await agent.stopped())?.frames).toEqual(['execute main.mjs:3']);
    await agent.go();
    expect(await live.ended).toMatchObject({ code: 0, stdout: '{"half":0.25}\n' });
  },
);

test('says what is missing before it makes a task', { timeout: 60_000 }, async () => {
  const it = world({
    ...divider,
    'greeter/agent.yaml': 'name: greeter\nversion: 1.0.0\nruntime: { type: python, entrypoint: main.py }\n',
    'greeter/main.py': 'def execute(input_data):\n    return {}\n',
  });
  // Where packages come from is not where this one is.
  const python = await it.run(['debug', 'greeter'], { env: { PIP_NO_INDEX: '1' } });
  expect([python.code, python.stderr]).toEqual([
    3,
    expect.stringContaining('greeter needs debugpy. Run again with --install to install it.'),
  ]);
  expect(await it.run(['debug', 'divider', '--listen', 'x'])).toMatchObject({ code: 2, stderr: expect.stringContaining('x is no port') });
  expect(await it.run(['debug', 'abcdef'])).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no agent "abcdef"') });
  expect(await it.run(['tasks', '--json'])).toMatchObject({ stdout: '[]\n' });
});

/** As an editor finds it: by the port alone. */
async function webSocketOf(said: string): Promise<string> {
  const port = /127\.0\.0\.1:(?<port>\d+)/.exec(said)?.groups?.['port'] ?? '';
  const listed: unknown = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
  const [first]: readonly unknown[] = Array.isArray(listed) ? listed : [];
  return typeof first === 'object' && first !== null && 'webSocketDebuggerUrl' in first ? String(first.webSocketDebuggerUrl) : '';
}
