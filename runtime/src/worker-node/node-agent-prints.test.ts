import { expect, test } from 'vitest';
import { runInHarness } from './harness-process.ts';

test('prints are events in their order, each with level, stream and line', async () => {
  const source = `console.log('at load');
export function execute() {
  console.log('%s degrees', 21, { city: '北京' });
  console.warn('warned');
  console.error('wrong');
  console.debug('detail');
  process.stdout.write('part ');
  process.stdout.write('whole\\nnext');
  process.stderr.write('err\\n');
  console.log('two\\nlines');
  return {};
}`;
  const { events, native } = await runInHarness({ files: { 'main.mjs': source } });
  const shown = events.map((event) =>
    event.type === 'log' ? `${event.at?.line} ${event.level} ${event.stream}: ${event.text}` : event.type,
  );
  expect(shown).toEqual([
    '1 info stdout: at load',
    "3 info stdout: 21 degrees { city: '北京' }",
    '4 warning stderr: warned',
    '5 error stderr: wrong',
    '6 debug stdout: detail',
    '8 info stdout: part whole',
    '9 error stderr: err',
    '10 info stdout: next',
    '10 info stdout: two\nlines',
  ]);
  expect(native).toBe('');
});

test('hermes_runtime can be imported and required without being installed', async () => {
  const source = `import { span, log, progress, skip, taskId, task_id, idempotencyKey } from 'hermes_runtime';
import { createRequire } from 'node:module';
const required = createRequire(import.meta.url)('hermes_runtime');
export async function execute() {
  log('hello', 'warning');
  const value = await span('outer', async () => span('inner', () => 7));
  try { await span('bad', async () => { throw new Error('no'); }); } catch (error) { log(error.message); }
  skip('/a-17', '403');
  progress(1, 4, 'a quarter');
  return { value, ids: [taskId, task_id, idempotencyKey, required.taskId] };
}`;
  const { events, output, failure } = await runInHarness({ files: { 'main.mjs': source } });
  expect(failure).toBeUndefined();
  expect(output).toEqual({ value: 7, ids: ['t-1', 't-1', 'key-1', 't-1'] });
  expect(events).toMatchObject([
    { type: 'log', level: 'warning', stream: 'agent', text: 'hello', at: { file: 'main.mjs', line: 5 } },
    { type: 'span.started', span_id: 's1', name: 'outer', at: { line: 6 } },
    { type: 'span.started', span_id: 's2', parent_id: 's1', name: 'inner' },
    { type: 'span.ended', span_id: 's2' },
    { type: 'span.ended', span_id: 's1' },
    { type: 'span.started', span_id: 's3', name: 'bad' },
    { type: 'span.ended', span_id: 's3', error: 'no' },
    { type: 'exception.caught', used: true },
    { type: 'log', text: 'no' },
    { type: 'item.skipped', item: '/a-17', reason: '403', at: { file: 'main.mjs', line: 8 } },
    { type: 'progress', done: 1, total: 4, message: 'a quarter' },
  ]);
});

test('a secret is in no frame, raw or encoded', async () => {
  const secret = 'pä$$ word/+?';
  const source = `export async function execute({ token }) {
  console.log(token, encodeURIComponent(token), new URLSearchParams({ token }).toString());
  console.log(Buffer.from(token).toString('base64'), Buffer.from('user:' + token).toString('base64'), Buffer.from('me:' + token).toString('base64url'));
  try { throw new Error('bad token ' + token); } catch (error) { void error.name; }
  await fetch('http://127.0.0.1:1/?key=' + encodeURIComponent(token)).catch(() => null);
  for (const item of [token]) { if (item) continue; }
  return { echoed: { [token]: [token] } };
}`;
  const outcome = await runInHarness({ files: { 'main.mjs': source }, input: { token: secret }, secrets: [secret] });
  const text = JSON.stringify(outcome);
  const plain = Buffer.from(secret);
  const forms = [
    secret,
    encodeURIComponent(secret),
    plain.toString('base64'),
    plain.subarray(2).toString('base64').slice(0, 10),
    plain.subarray(1).toString('base64').slice(0, 10),
  ];
  expect(forms.filter((form) => text.includes(form))).toEqual([]);
  expect(outcome.output).toEqual({ echoed: { '‹secret›': ['‹secret›'] } });
});

test('a harness whose host has gone ends by itself', async () => {
  const source = `export function execute() { console.log('on'); return new Promise((end) => setTimeout(end, 60_000)); }`;
  const outcome = await runInHarness({ files: { 'main.mjs': source }, onEvent: (_event, harness) => harness.stdio[3]?.destroy() });
  expect(outcome.exitCode).toBe(0);
  expect(outcome.failure).toBeUndefined();
});
