import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { type AccessWorld, accessWorlds } from '../../testdata/access-world.ts';

const { world } = accessWorlds();
const cli = join(import.meta.dirname, '../../../runtime/src/cli/main.ts');

type Run = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

async function hermes(it: AccessWorld, args: readonly string[], token: string): Promise<Run> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: it.folder, LANG: 'en_US.UTF-8', HERMES_TARGET_TOKEN: token };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cli, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

function writeAgent(it: AccessWorld, version: string, { errors = 'string', code = 1 } = {}): string {
  const folder = join(it.folder, 'work/pushed');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'agent.yaml'),
    `name: pushed
version: ${version}
output_schema: { type: object, properties: { n: { type: integer }, errors: { type: array, items: { type: ${errors} } } } }
runtime: { type: nodejs, entrypoint: main.mjs }
`,
  );
  writeFileSync(join(folder, 'main.mjs'), `export function execute() {\n  return { n: ${code}, errors: [] };\n}\n`);
  return folder;
}

async function result(it: AccessWorld, headers: Readonly<Record<string, string>>): Promise<unknown> {
  const posted = await it.knock('POST', '/api/v1/tasks', headers, '{"agent_name":"pushed"}');
  const { task_id } = posted.body as { task_id?: string };
  if (task_id === undefined) return posted.message;
  await expect
    .poll(async () => ((await it.knock('GET', `/api/v1/tasks/${task_id}`, headers)).body as { status: string }).status, { timeout: 20_000 })
    .toBe('succeeded');
  return ((await it.knock('GET', `/api/v1/tasks/${task_id}`, headers)).body as { output: unknown }).output;
}

test('an agent is pushed, runs there, breaks its contract with a word, and is rolled back', { timeout: 90_000 }, async () => {
  const it = await world();
  const [push, read] = [it.token('push'), it.bearer('read', 'run')];
  const folder = writeAgent(it, '2.0.0');
  const first = await hermes(it, ['push', folder, '--target', it.url, '--yes'], push);
  expect([first.code, first.stdout]).toEqual([0, expect.stringMatching(/^Pushed sha256:[0-9a-f]{12}\n$/)]);
  expect(first.stderr).toMatch(/pushed 2\.0\.0 · 2 files[\s\S]*is not deployed/);
  expect(await result(it, read)).toEqual({ n: 1, errors: [] });

  writeAgent(it, '2.1.0', { errors: 'object', code: 2 });
  const plan = await hermes(it, ['push', folder, '--target', it.url, '--dry-run', '--json'], push);
  expect(JSON.parse(plan.stdout)).toMatchObject({
    pushed: false,
    deployed: { version: '2.0.0' },
    diff: { breaking: true, suggested: '3.0.0' },
  });
  const asked = await hermes(it, ['push', folder, '--target', it.url], push);
  expect([asked.code, asked.stderr]).toEqual([2, expect.stringContaining('Callers would break: push it as 3.0.0.')]);
  expect(asked.stderr).toContain('Nothing was pushed.');
  expect(await result(it, read)).toEqual({ n: 1, errors: [] });

  writeAgent(it, '3.0.0', { errors: 'object', code: 3 });
  expect((await hermes(it, ['push', folder, '--target', it.url, '--yes'], push)).code).toBe(0);
  expect(await result(it, read)).toEqual({ n: 3, errors: [] });
  const again = await hermes(it, ['push', folder, '--target', it.url, '--yes'], push);
  expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('It was there already')]);
  writeAgent(it, '3.0.0', { errors: 'object', code: 4 });
  const changed = await hermes(it, ['push', folder, '--target', it.url, '--yes'], push);
  expect([changed.code, changed.stderr]).toEqual([3, expect.stringContaining('Versions never change')]);

  const back = await hermes(it, ['rollback', 'pushed', '--to', '2.0.0', '--target', it.url], push);
  expect([back.code, back.stdout]).toEqual([0, 'pushed runs 2.0.0 now.\n']);
  expect(await result(it, read)).toEqual({ n: 1, errors: [] });
  const versions = (await it.knock('GET', '/api/v1/agents/pushed/versions', read)).body as {
    version: string;
    active: boolean;
    digest: string;
  }[];
  expect(Object.fromEntries(versions.map(({ version, active }) => [version, active]))).toEqual({ '2.0.0': true, '3.0.0': false });
  const out = join(it.folder, 'exact');
  const fetched = await hermes(
    it,
    ['fetch', versions.find(({ active }) => active)?.digest ?? '', '--target', it.url, '--output', out],
    it.token('read'),
  );
  expect([fetched.code, readFileSync(join(out, 'main.mjs'), 'utf8')]).toEqual([0, expect.stringContaining('n: 1')]);

  const audit = (await it.knock('GET', '/api/v1/audit', it.bearer('admin'))).body as { action: string; by: string; status: number }[];
  expect(audit.filter(({ action }) => action.startsWith('PUT')).length).toBeGreaterThan(3);
});

test('who may not push does not, and nobody pushes what is no agent', { timeout: 60_000 }, async () => {
  const it = await world();
  const folder = writeAgent(it, '1.0.0');
  const refused = await hermes(it, ['push', folder, '--target', it.url, '--yes'], it.token('read', 'run'));
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('push')]);
  expect((await hermes(it, ['push', folder, '--target', it.url, '--yes'], 'wrong')).code).toBe(2);
  const gone = await hermes(it, ['push', folder, '--target', 'http://127.0.0.1:9', '--yes'], 'x');
  expect([gone.code, gone.stderr]).toEqual([3, expect.stringContaining('http://127.0.0.1:9 refused the connection. Nothing was pushed.')]);
  writeFileSync(join(folder, 'main.mjs'), 'export const nothing = 1;\n');
  const broken = await hermes(it, ['push', folder, '--target', it.url, '--yes'], it.token('push'));
  expect([broken.code, broken.stderr]).toEqual([2, expect.stringMatching(/has errors\. Nothing was pushed\.[\s\S]*missing-execute/)]);

  const headers = { ...it.bearer('push'), 'content-type': 'application/gzip' };
  for (const body of ['', 'no archive', gzipSync('no tar').toString('latin1')]) {
    const answer = await it.knock('PUT', '/api/v1/agents/pushed/versions/1.0.0', headers, body);
    expect([answer.status, answer.code]).toEqual([400, 'invalid_request']);
  }
  expect(readdirSync(join(it.folder, 'data/hermes-orchestrator/bundles/served'))).toEqual([]);
});
