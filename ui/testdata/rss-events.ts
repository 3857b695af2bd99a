import type { HttpExchanged, TraceEvent } from '@hermes-runtime/schemas';

type Fact = TraceEvent extends infer E ? (E extends { attempt: number } ? Omit<E, 'seq' | 'task_id' | 'attempt'> : never) : never;

const began = Date.UTC(2026, 10, 27, 14, 2, 11);
const feed = 'https://company.com/blog/rss.xml';
const notion = 'https://api.notion.com/v1/pages';
const place = (line: number): { file: string; line: number } => ({ file: 'main.py', line });
const loop = 'loop-1';

function exchange(n: number, seconds: number, ms: number, rest: Partial<HttpExchanged>): Fact {
  const started = began + seconds * 1000;
  return { type: 'http.exchanged', time: started + ms, exchange: n, client: 'requests', method: 'GET', url: feed, started, ms, at: place(27), ...rest };
}

const pages = [12, 17, 19, 21, 22, 24, 25, 27, 30, 31].flatMap((id, i): Fact[] => {
  const index = i + 1;
  const at = { iteration: { loop, index }, at: place(40), url: `https://company.com/a-${id}` };
  const isForbidden = [2, 4, 5].includes(index);
  const got = exchange(6 + i * 2, 14 + i * 0.38, 40, { ...at, status: isForbidden ? 403 : 200, response_bytes: 6100 });
  if (isForbidden || index === 9) return [got];
  return [got, exchange(7 + i * 2, 14.1 + i * 0.38, 240, { ...at, method: 'POST', url: notion, at: place(52), status: 200, request_bytes: 1400, response_bytes: 300 })];
});

const garbled = { garbled: 'g1', read_as: 'ISO-8859-1', fits: 'GB18030', sample: 'ÐÂÆ· SKU ¡°A-1032¡±', should_be: '新品 SKU “A-1032”' } as const;

const facts: readonly Fact[] = [
  exchange(1, 0, 100, { status: 503 }),
  exchange(2, 1.1, 200, { status: 503 }),
  exchange(3, 3.3, 200, { status: 429, retry_after_seconds: 4 }),
  exchange(4, 7.5, 5000, { error: { type: 'ReadTimeout', message: 'read timed out', phase: 'headers' } }),
  exchange(5, 13.5, 400, { status: 200, response_bytes: 18_200, content_type: 'text/xml' }),
  { type: 'text.garbled', time: began + 14_000, stage: 'read', ...garbled, exchange: 5, at: place(29) },
  ...pages,
  { type: 'text.garbled', time: began + 16_100, stage: 'written', ...garbled, exchange: 17, at: place(52), iteration: { loop, index: 6 } },
  {
    type: 'exception.caught', time: began + 17_100, exception_type: 'AttributeError', message: "object has no attribute 'summary'",
    at: place(37), raised_at: place(35), used: false, iteration: { loop, index: 9 },
  },
  {
    type: 'loop.ended', time: began + 17_900, loop, header: 'entry in feed.entries[:10]', at: place(33), began: began + 14_000,
    started: 10, done: 6, skipped: 3, dropped: 1, handled: 0, left: 0,
    exits: [
      { index: 2, how: 'skipped', at: place(41), item: '/a-17' },
      { index: 4, how: 'skipped', at: place(41), item: '/a-21' },
      { index: 5, how: 'skipped', at: place(41), item: '/a-22' },
      { index: 9, how: 'dropped', at: place(37), item: '/a-30', reason: 'AttributeError' },
    ],
  },
];

/** The task of the reference pictures: five tries, three skipped, one dropped, one garbled value written. */
export const rssEvents: readonly TraceEvent[] = [
  {
    type: 'task.queued', seq: 1, time: began, task_id: 't-7f3a', source: 'editor',
    agent: { name: 'rss-monitor', version: '2.0.0', digest: '9bc1', path: '/agents/rss-monitor' },
    input: { notion_token: '‹secret›', database_id: '8c1f0e', rss_url: feed },
  },
  {
    type: 'attempt.started', seq: 2, time: began, task_id: 't-7f3a', attempt: 1, language: 'python', language_version: '3.12', rung: 'namespaces',
    network: 'open', not_enforced: [], trace: 'full', instrumented: true,
  },
  ...facts.map((fact, i) => ({ ...fact, seq: i + 3, task_id: 't-7f3a', attempt: 1 }) as TraceEvent),
  { type: 'attempt.succeeded', seq: 100, time: began + 17_900, task_id: 't-7f3a', attempt: 1, ms: 17_900 },
  { type: 'task.succeeded', seq: 101, time: began + 17_900, task_id: 't-7f3a', output: { synced_count: 6, errors: [] }, ms: 17_900 },
];

export const failedEvents: readonly TraceEvent[] = [
  { type: 'task.queued', seq: 1, time: began, task_id: 't-9f2e', agent: { name: 'email-sender', version: '1.0.3', digest: 'aa', path: '/agents/email-sender' }, input: { to: 'li@example.com' } },
  { type: 'attempt.started', seq: 2, time: began, task_id: 't-9f2e', attempt: 1, language: 'python', rung: 'job-only', network: 'open', not_enforced: ['limits.processes'], trace: 'full', instrumented: true },
  {
    type: 'task.failed', seq: 3, time: began + 800, task_id: 't-9f2e', ms: 800,
    failure: {
      code: 'exception', exception_type: 'smtplib.SMTPServerDisconnected', message: '421 4.7.0 Too many connections from 10.2.0.14, try again later',
      at: place(61), traceback: 'Traceback (most recent call last):\n  File "main.py", line 61, in execute\n    server.send_message(mail)',
    },
  },
];
