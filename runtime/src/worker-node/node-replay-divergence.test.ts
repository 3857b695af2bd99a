import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { RecordedBody, RecordedExchange } from '@hermes-runtime/schemas';
import { runInHarness } from './harness-process.ts';

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
const site = 'http://recorded.example';
const bodies: Readonly<Record<string, RecordedBody>> = Object.fromEntries(
  ['old', 'new', 'one', 'two'].map((text) => [sha(text), { text }]),
);

/** A recorded exchange, as line `line` of the agent made it. */
function exchange(n: number, method: string, path: string, line: number, sent: string, received: string): RecordedExchange {
  return {
    n,
    client: 'fetch',
    method,
    url: site + path,
    at: { file: 'main.mjs', line },
    try: 1,
    started: 0,
    ms: 1,
    request: { headers: [], digest: sha(sent), ...(sent !== '' && { body: sha(sent) }) },
    response: { status: 200, headers: [['Transfer-Encoding', 'chunked']], body: sha(received), encoding: 'wire' },
  };
}

const ask = (line: string, exchanges: readonly RecordedExchange[], rule: 'exact' | 'place' = 'exact'): ReturnType<typeof runInHarness> =>
  runInHarness({
    files: {
      'main.mjs': `const site = '${site}'; const post = (body) => ({ method: 'POST', body });\nexport async function execute() {\n${line}\n}`,
    },
    trace: 'calls',
    replay: { rule, exchanges, bodies, feeds: [] },
  });

test.each([
  ['an unknown request', `await fetch(site + '/b');`, { method: 'GET', reason: 'not_recorded', url: `${site}/b` }],
  ['another body', `await fetch(site + '/a', post('new'));`, { method: 'POST', reason: 'body_differs', asked: 'new', recorded: 'old' }],
  ['one more time', `for (let i = 0; i < 2; i++) await (await fetch(site + '/a', post('old'))).text();`, { reason: 'used_up' }],
  [
    'a connection of another kind',
    `(await import('node:net')).connect(5432, 'db').on('error', () => 0); await new Promise((r) => setTimeout(r, 10));`,
    { client: 'net', url: 'tcp://db:5432' },
  ],
  ['a subprocess', `(await import('node:child_process')).spawn('ls');`, { reason: 'subprocess', url: 'ls' }],
  ['a subprocess that is waited for', `(await import('node:child_process')).execSync('ls -l');`, { reason: 'subprocess', url: 'ls -l' }],
])('%s is a divergence at its line, whatever the agent makes of the error', async (_name, line, expected) => {
  const run = await ask(`try { ${line} } catch { /* The agent goes on. */ } return 'fine';`, [exchange(1, 'POST', '/a', 3, 'old', 'one')]);
  const at = { file: 'main.mjs', line: 3 };
  expect(run.failure).toMatchObject({ code: 'divergence', at });
  expect(run.failure?.message).toMatch(/^\w+ \S+( -l)? \(main.mjs:3\) has no answer in the recording: /);
  expect(run.events.filter(({ type }) => type === 'exchange.diverged')).toMatchObject([{ ...expected, at }]);
  expect(run.events.filter((event) => event.type === 'http.exchanged' && event.replayed !== true)).toEqual([]);
});

test('an agent that tries for ever is ended', async () => {
  const run = await ask(`for (;;) try { await fetch(site + '/a'); } catch { await new Promise((r) => setTimeout(r, 5)); }`, []);
  expect(run.failure).toMatchObject({ code: 'divergence', at: { file: 'main.mjs', line: 3 } });
});

test('by place, a changed request gets the answer of its own line, and is marked', async () => {
  const exchanges = [
    exchange(1, 'POST', '/a', 4, 'old', 'two'),
    exchange(2, 'POST', '/a', 3, 'old', 'one'),
    exchange(3, 'GET', '/b?n=1', 9, '', 'two'),
  ];
  const run = await ask(
    `return [await (await fetch(site + '/a', post('new'))).text(), await (await fetch(site + '/b?n=2')).text(), await (await fetch(site + '/a', post('old'))).text()];`,
    exchanges,
    'place',
  );
  expect(run.output).toEqual(['one', 'two', 'two']);
  expect(run.events).toMatchObject([{ replayed: true, changed: true }, { replayed: true, changed: true }, { replayed: true }]);
  expect(run.events[2]).not.toHaveProperty('changed');
});

test('an answer of the same line is given first, an older one of another line after it', async () => {
  const exchanges = [exchange(1, 'GET', '/a', 9, '', 'two'), exchange(2, 'GET', '/a', 3, '', 'one')];
  const run = await ask(
    `const texts = []; for (let i = 0; i < 2; i++) texts.push(await (await fetch(site + '/a')).text()); return texts;`,
    exchanges,
  );
  expect(run.output).toEqual(['one', 'two']);
});

test('a timeout of a connection is not waited for again', async () => {
  const { response: _response, ...asked } = exchange(1, 'GET', '/a', 3, '', '');
  const error = { phase: 'headers', type: 'ABORTED', message: 'too slow', client_type: 'Error' } as const;
  const run = await ask(
    `const { get } = await import('node:http'); return new Promise((resolve) => { const request = get(site + '/a', { timeout: 3_600_000 }); request.on('timeout', () => request.destroy(new Error('too slow'))).on('error', (e) => resolve(e.message)); });`,
    [{ ...asked, ms: 3_600_001, error }],
  );
  expect(run.output).toBe('too slow');
});

test('a short answer is over before the next request, also where its body is not read', async () => {
  const exchanges = [1, 2, 3].map((n) => exchange(n, 'GET', '/a', 3, '', 'one'));
  const run = await ask(`for (let i = 0; i < 3; i++) await fetch(site + '/a'); return null;`, exchanges);
  const times = run.events.flatMap((event) => (event.type === 'http.exchanged' ? [event.started, event.time] : []));
  expect(times).toHaveLength(6);
  expect(times).toEqual(times.toSorted((left, right) => left - right));
});

test('requests that wait together are answered in the order of the recording', async () => {
  const exchanges = ['/a', '/b', '/c'].map((path, index) => ({ ...exchange(index + 1, 'GET', path, 3, '', 'one'), ms: 30 - index }));
  const run = await ask(
    `const done = []; await Promise.all(['/a', '/b', '/c'].map(async (path) => { await (await fetch(site + path)).text(); done.push(path); })); return done;`,
    exchanges,
  );
  expect(run.output).toEqual(['/c', '/b', '/a']);
});

test('a request that waits to be told to go on is told so', async () => {
  const run = await ask(
    `const { request } = await import('node:http'); return new Promise((resolve) => { const asked = request(site + '/a', { method: 'POST', headers: { expect: '100-continue' } }, (response) => resolve(response.statusCode)); asked.on('continue', () => asked.end('old')); });`,
    [exchange(1, 'POST', '/a', 3, 'old', 'one')],
  );
  expect(run.output).toBe(200);
});
