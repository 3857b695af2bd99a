import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoSite, startDemoSite } from '../../agents-sample/demo-site/demo-site.ts';
import { Home, listen, root } from './home.ts';

const samples = join(root, 'agents-sample');
let home: Home;
let site: DemoSite;
let input: string;

beforeAll(async () => {
  home = new Home();
  site = await startDemoSite();
  input = JSON.stringify({
    rss_url: `${site.origin}/blog/rss.xml`,
    notion_url: site.origin,
    notion_token: 'canary-token-5f1d',
    database_id: '8c1f0e',
  });
});

afterAll(async () => {
  await site.close();
  await home.close();
});

test('rss-monitor waits for its dependencies until it is allowed to install them', async () => {
  const { code, stderr } = await home.hermes('run', join(samples, 'rss-monitor'), '--input', input);
  expect(code).toBe(3);
  expect(stderr).toContain('feedparser==6.0.11');
  expect(stderr).toContain('--install');
});

test('the run that hides nothing: every try, skip, drop and garbled value with its line', async () => {
  const { code, stdout, stderr } = await home.hermes('run', join(samples, 'rss-monitor'), '--input', input, '--install');
  expect(stderr).toMatch(/↻ GET 127\.0\.0\.1:\d+\/blog\/rss\.xml {2}5 tries .*main\.py:11/);
  expect(stderr).toMatch(/10 = 6 done \+ 3 skipped \+ 1 dropped ✓ +main\.py:24/);
  expect(stderr).toMatch(/⊘ #2 .*403, continue +main\.py:28/);
  expect(stderr).toMatch(/#9 .*dropped AttributeError caught, not logged +main\.py:30/);
  expect(stderr).toMatch(/新品 SKU/);
  expect(stderr).toMatch(/written POST 127\.0\.0\.1:\d+\/v1\/pages 200 +main\.py:32/);
  expect(stderr).toMatch(/agent says +6 synced, 0 errors/);
  expect(stderr).toMatch(/runtime saw +5 tries · .*3 skipped · 1 dropped/);
  expect(stderr).not.toContain('canary-token-5f1d');
  expect(JSON.parse(stdout)).toEqual({ synced_count: 6, errors: [] });
  expect(code).toBe(0);
});

test('replayed from its recording, mended, and kept as a test, with nothing there to answer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hermes-j4-'));
  cpSync(join(samples, 'rss-monitor'), folder, { recursive: true });
  const gone = await startDemoSite();
  const run = await home.hermes('run', folder, '--input', input.replaceAll(site.origin, gone.origin), '--json');
  const task = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '') as { task_id: string };
  await gone.close();

  const exact = await home.hermes('replay', task.task_id);
  const words = exact.stderr.replaceAll(/\s+/g, ' ');
  expect(words).toContain('exact replay · of');
  expect(words).toContain(
    'receipt input equal · code equal · environment equal · 0 live effects · 21 served · findings 4 → 4 · result equal',
  );
  expect(exact.stderr).toMatch(/503 .* 503 .* 429 .*timeout .* 200/);
  expect(JSON.parse(exact.stdout)).toEqual({ synced_count: 6, errors: [] });

  const code = readFileSync(join(folder, 'main.py'), 'utf8');
  const mended = code.replace('fetch(input_data["rss_url"]).text', 'fetch(input_data["rss_url"]).content.decode("gb18030")');
  expect(mended).not.toBe(code);
  writeFileSync(join(folder, 'main.py'), mended);
  const replay = await home.hermes('replay', task.task_id, '--mode', 'my-code', '--json');
  const after = JSON.parse(replay.stdout.trim().split('\n').at(-1) ?? '') as { task_id: string; replay: object };
  expect(after.replay).toMatchObject({ code: 'different', live_effects: 0, served: 21, changed: 1, findings_before: 4, findings_after: 3 });

  expect((await home.hermes('test', 'add', after.task_id, '--name', 'garbled-sku')).code).toBe(0);
  const kept = readFileSync(join(folder, 'tests/garbled-sku.case.json'), 'utf8');
  expect(kept).not.toContain('canary-token-5f1d');
  expect(await home.hermes('test', folder)).toMatchObject({ code: 0, stdout: expect.stringContaining('✓ rss-monitor › garbled-sku') });
  writeFileSync(join(folder, 'main.py'), code);
  expect(await home.hermes('test', folder)).toMatchObject({ code: 1, stdout: expect.stringContaining('1 garbled, where 0 are expected.') });
  rmSync(folder, { recursive: true });
});

test('with --strict, findings decide the exit code', async () => {
  expect((await home.hermes('run', join(samples, 'rss-monitor'), '--input', input, '--strict')).code).toBe(4);
});

test('the mended version says itself what it left out', async () => {
  const { code, stdout } = await home.hermes('run', join(samples, 'rss-monitor-2.1'), '--input', input);
  expect(code).toBe(0);
  const { synced_count, errors } = JSON.parse(stdout) as { synced_count: number; errors: string[] };
  expect([synced_count, errors.length]).toEqual([7, 3]);
  expect(errors[0]).toContain('403');
});

test('--json gives one event a line, and the task as the API gives it last; trace gives the same events', async () => {
  const { stdout } = await home.hermes('run', join(samples, 'web-scraper'), '--input', JSON.stringify({ base_url: site.origin }), '--json');
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const task = lines.at(-1) ?? {};
  expect(task).toMatchObject({
    status: 'succeeded',
    agent_name: 'web-scraper',
    runtime_saw: '5 tries · 2 skipped · 1 dropped · 1 garbled, written',
  });
  const trace = JSON.parse((await home.hermes('trace', String(task['task_id']), '--json')).stdout) as { task: unknown; events: unknown[] };
  expect(trace.task).toEqual(task);
  expect(trace.events).toEqual(lines.slice(0, -1));
});

test("the original's curl works once the token header is added", async () => {
  const dev = home.startHermes('dev', samples);
  const [, url = ''] = await listen(dev).until(/API +(http:\/\/127\.0\.0\.1:\d+)/);
  const { stdout: token } = await home.hermes('token');
  const curl = (...args: readonly string[]): string => execFileSync('curl', ['-sS', ...args], { encoding: 'utf8' });
  const body = JSON.stringify({ agent_name: 'web-scraper', input: { base_url: site.origin } });
  const post = ['-X', 'POST', `${url}/api/v1/tasks`, '-H', 'Content-Type: application/json', '-d', body];

  expect(JSON.parse(curl(`${url}/health`))).toEqual({ status: 'ok' });
  expect(curl(...post)).toContain('hermes-runtime token');
  const answer = JSON.parse(curl(...post, '-H', `Authorization: Bearer ${token.trim()}`)) as { task_id: string; status: string };
  expect(answer.status).toBe('queued');
  const taskUrl = `${url}/api/v1/tasks/${answer.task_id}`;
  const read = (): { status: string } => JSON.parse(curl(taskUrl, '-H', `Authorization: Bearer ${token.trim()}`)) as { status: string };
  await expect.poll(() => read().status, { timeout: 20_000 }).toBe('succeeded');
});
