import { expect, test } from 'vitest';
import type { GivenAnswer } from '@hermes-runtime/schemas';
import { withGiven } from '../replay/given-exchanges.ts';
import { runInHarness } from './harness-process.ts';

const site = 'http://recorded.example';
const answer = (path: string, body: unknown, more: Partial<GivenAnswer> = {}): GivenAnswer => ({
  method: 'GET',
  url: site + path,
  status: 200,
  body,
  ...more,
});

const ask = (code: string, given: readonly GivenAnswer[], rule: 'exact' | 'place' = 'exact'): ReturnType<typeof runInHarness> =>
  runInHarness({
    files: { 'main.mjs': `const site = '${site}';\nexport async function execute() {\n${code}\n}` },
    trace: 'calls',
    replay: { rule, feeds: [], ...withGiven({ exchanges: [], bodies: {} }, given) },
  });

test.each(['exact', 'place'] as const)('what a person gave answers what was not recorded, in order, and is marked (%s)', async (rule) => {
  const run = await ask(
    `const one = await (await fetch(site + '/stock/9')).json();
     const two = await fetch(site + '/stock/9', { headers: { accept: 'text/plain' } });
     const http = await import('node:http');
     const three = await new Promise((done) => http.get(site + '/none', (answer) => { answer.resume(); answer.on('end', () => done(answer.statusCode)); }));
     const sent = await fetch(site + '/orders', { method: 'POST', body: 'whatever' });
     return [one, two.status, two.headers.get('x-from'), await two.text(), three, await sent.json()];`,
    [
      answer('/stock/9', { left: 3, name: '北京' }),
      answer('/stock/9', 'later', { status: 503, headers: { 'x-from': 'me', 'Content-Length': '99999' } }),
      answer('/none', undefined, { status: 204 }),
      answer('/orders', [1], { method: 'post' }),
    ],
    rule,
  );
  expect(run.failure).toBeUndefined();
  expect(run.output).toEqual([{ left: 3, name: '北京' }, 503, 'me', 'later', 204, [1]]);
  const marks = run.events.flatMap((event) => (event.type === 'http.exchanged' ? [event.given === true && event.replayed === true] : []));
  expect(marks).toEqual([true, true, true, true]);
});

test('each answer is given once', async () => {
  const run = await ask(`await fetch(site + '/a'); await fetch(site + '/a'); return 1;`, [answer('/a', 1)]);
  expect(run.failure).toMatchObject({ code: 'divergence', at: { line: 3 } });
});
