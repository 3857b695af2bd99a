import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cliWorlds } from '../../testdata/cli-world.ts';
import { openCdp } from '../debugger/cdp-client.ts';

const { world } = cliWorlds();

const shop = {
  'shop/agent.yaml': 'name: shop\nversion: 1.0.0\nruntime: { type: nodejs, entrypoint: main.mjs }\n',
  'shop/main.mjs': `export async function execute({ url, factor }) {
  const stock = await (await fetch(url)).json();
  const weight = stock.weight * factor;
  if (Number.isNaN(weight)) throw new Error('no weight');
  return { weight };
}
`,
};

test(
  'debugs a failed task with its input and traffic, and an agent with a chosen input, each through a port of its own',
  { timeout: 120_000 },
  async () => {
    const it = world(shop);
    let requests = 0;
    const server = createServer((_request, response) => {
      requests += 1;
      response.end('{"weight":21}');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/stock`;
    const failed = await it.run(['run', 'shop', '--input', JSON.stringify({ url, factor: 'x' })]);
    const offered = /hermes-runtime debug (?<id>\w+)/.exec(failed.stderr)?.groups?.['id'] ?? '';
    expect([failed.code, requests]).toEqual([1, 1]);

    const debugged = it.start(['debug', offered, '--listen']);
    const task = await openCdp(await webSocketOf(await debugged.says('CDP  127.0.0.1:')), { exceptions: 'uncaught' });
    const raising = await task.stopped();
    expect(raising?.frames[0]).toBe('execute main.mjs:4');
    expect(raising && (await task.valueOf('stock.weight', raising))).toBe(21);
    await task.go();
    const { code, stderr } = await debugged.ended;
    expect([code, stderr]).toEqual([1, expect.stringContaining('exact replay')]);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain('receipt input equal · code equal · environment equal · 0 live effects · 1 served');
    expect(requests).toBe(1);

    const live = it.start(['debug', 'shop', '--input', JSON.stringify({ url, factor: 2 }), '--listen']);
    const agent = await openCdp(await webSocketOf(await live.says('CDP  127.0.0.1:')), {
      file: join(it.agents, 'shop/main.mjs'),
      lines: [5],
    });
    expect((await agent.stopped())?.frames[0]).toBe('execute main.mjs:5');
    await agent.go();
    expect(await live.ended).toMatchObject({ code: 0, stdout: '{"weight":42}\n' });
    expect(requests).toBe(2);
    server.close();
  },
);

test('goes on, under the debugger, with what was given by hand to a replay that asked for more', { timeout: 120_000 }, async () => {
  const it = world(shop);
  const main = join(it.agents, 'shop/main.mjs');
  writeFileSync(main, "export const execute = () => { throw new Error('as it was'); };\n");
  const failed = await it.run(['run', 'shop', '--input', '{}']);
  const task = /hermes-runtime debug (?<id>\w+)/.exec(failed.stderr)?.groups?.['id'] ?? '';
  writeFileSync(main, "export const execute = async () => (await fetch('http://shop.example/stock/9')).json();\n");
  const diverged = await it.run(['replay', task, '--mode', 'my-code']);
  const id = /hermes-runtime replay (?<id>\w+) --give FILE/.exec(diverged.stderr)?.groups?.['id'] ?? '';
  writeFileSync(join(it.agents, 'answer.json'), '{ "status": 200, "body": { "left": 4 } }');
  const debugged = it.start(['debug', id, '--give', 'answer.json', '--listen']);
  const session = await openCdp(await webSocketOf(await debugged.says('CDP  127.0.0.1:')), { exceptions: 'uncaught' });
  await session.go();
  const { code, stdout, stderr } = await debugged.ended;
  expect([code, stdout, stderr]).toEqual([0, '{"left":4}\n', expect.stringContaining('1 given by hand')]);
  const agent = await it.run(['debug', 'shop', '--give', 'answer.json']);
  expect([agent.code, agent.stderr]).toEqual([2, expect.stringContaining('Answers are given to a replay.')]);
});

test('says what is missing before it makes a task', { timeout: 60_000 }, async () => {
  const it = world({
    ...shop,
    'greeter/agent.yaml': 'name: greeter\nversion: 1.0.0\nruntime: { type: python, entrypoint: main.py }\n',
    'greeter/main.py': 'def execute(input_data):\n    return {}\n',
  });
  // Where packages come from is not where this one is.
  const python = await it.run(['debug', 'greeter'], { env: { PIP_NO_INDEX: '1' } });
  expect([python.code, python.stderr]).toEqual([
    3,
    expect.stringContaining('greeter needs debugpy. Run again with --install to install it.'),
  ]);
  expect(await it.run(['debug', 'shop', '--listen', 'x'])).toMatchObject({ code: 2, stderr: expect.stringContaining('x is no port') });
  expect(await it.run(['debug', 'abcdef'])).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no agent "abcdef"') });
  expect(await it.run(['tasks', '--json'])).toMatchObject({ stdout: '[]\n' });
});

/** As an editor finds it: by the port alone. */
async function webSocketOf(said: string): Promise<string> {
  const port = /CDP  127\.0\.0\.1:(?<port>\d+)/.exec(said)?.groups?.['port'] ?? '';
  const listed: unknown = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
  const [first]: readonly unknown[] = Array.isArray(listed) ? listed : [];
  return typeof first === 'object' && first !== null && 'webSocketDebuggerUrl' in first ? String(first.webSocketDebuggerUrl) : '';
}
