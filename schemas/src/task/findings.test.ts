import { expect, test } from 'vitest';
import type { HttpExchanged, LoopEnded, TraceEvent } from '../generated/types.ts';
import { validateTraceEvent } from '../generated/message-validators.js';
import { findingsOf } from './findings.ts';
import { foldEvents } from './fold-task.ts';
import { sawText, saysText } from './says-and-saw.ts';
import { emptyTask } from './task-view.ts';

type Fact = TraceEvent extends infer E ? (E extends { attempt: number } ? Omit<E, 'seq' | 'task_id' | 'attempt'> : never) : never;

const agent = { name: 'rss-monitor', version: '2.0.0', digest: 'd', path: '/agents/rss-monitor' };
const place = (line: number): { file: string; line: number } => ({ file: 'main.py', line });

/** Data in, picture out: one line for each finding. */
function check(facts: readonly Fact[], output: unknown, expected: readonly string[]): void {
  const common = { task_id: 't', attempt: 1 };
  const events = [
    { type: 'task.queued', task_id: 't', time: 0, agent, input: {} },
    {
      ...common,
      type: 'attempt.started',
      time: 1,
      language: 'python',
      rung: 'job-only',
      network: 'open',
      not_enforced: [],
      trace: 'full',
      instrumented: true,
    },
    ...facts.map((fact) => ({ ...fact, ...common })),
    { ...common, type: 'attempt.succeeded', time: 90, ms: 89 },
    { type: 'task.succeeded', task_id: 't', time: 91, output, ms: 91 },
  ].map((event, i) => ({ ...event, seq: i + 1 })) as TraceEvent[];
  for (const event of events) expect(validateTraceEvent(event), JSON.stringify(validateTraceEvent.errors)).toBe(true);
  const view = foldEvents(emptyTask, events);
  const found = findingsOf(view);
  expect(found.map((f) => `${f.kind} ${f.count} ${f.at?.file}:${f.at?.line} ${f.reason ?? ''} ${f.items.join(' ')}`.trimEnd())).toEqual(
    expected,
  );
}

function exchange(
  n: number,
  started: number,
  end: { status?: number; error?: HttpExchanged['error']; ms?: number; url?: string; index?: number },
): Fact {
  const { status, error, ms = 1, url = 'https://company.com/rss.xml', index } = end;
  return {
    type: 'http.exchanged',
    time: started + ms,
    exchange: n,
    client: 'requests',
    method: 'GET',
    url,
    started,
    ms,
    at: place(27),
    ...(status !== undefined && { status }),
    ...(error && { error }),
    ...(index !== undefined && { iteration: { loop: 'l1', index } }),
  };
}

function loop(counts: Partial<LoopEnded>): Fact {
  return {
    type: 'loop.ended',
    time: 80,
    loop: 'l1',
    header: 'entry in feed.entries[:10]',
    at: place(33),
    started: 10,
    done: 10,
    skipped: 0,
    dropped: 0,
    handled: 0,
    left: 0,
    began: 20,
    exits: [],
    ...counts,
  };
}

test('groups failed tries of one line into one call, and ends it with the answer', () => {
  check(
    [
      exchange(1, 2, { status: 503 }),
      exchange(2, 5, { status: 429 }),
      exchange(3, 9, { error: { type: 'ReadTimeout', message: 'read timed out' } }),
      exchange(4, 15, { status: 200 }),
      exchange(5, 20, { status: 200 }),
    ],
    {},
    ['retried 4 main.py:27  503 429 timeout 200'],
  );
});

test('says nothing of requests that succeed, or of another page that fails once', () => {
  check([exchange(1, 2, { status: 200 }), exchange(2, 4, { status: 404, url: 'https://company.com/x' })], {}, []);
});

test('counts skipped and dropped turns by line, with the reason that was seen', () => {
  check(
    [
      exchange(1, 22, { status: 403, index: 2, url: 'https://company.com/a-17' }),
      loop({
        done: 6,
        skipped: 3,
        dropped: 1,
        exits: [
          { index: 2, how: 'skipped', at: place(41), item: '/a-17' },
          { index: 4, how: 'skipped', at: place(43), item: '/a-21' },
          { index: 5, how: 'skipped', at: place(43), item: '/a-22' },
          { index: 9, how: 'dropped', at: place(37), reason: 'AttributeError' },
        ],
      }),
    ],
    {},
    ['skipped 2 main.py:43  #4 /a-21 #5 /a-22', 'skipped 1 main.py:41 403 #2 /a-17', 'dropped 1 main.py:37 AttributeError #9'],
  );
});

test('a loop that does not add up is said to', () => {
  check([loop({ done: 7 })], {}, ['unbalanced 3 main.py:33']);
});

test('a turn that was a failed try belongs to the retried call, not to what was lost', () => {
  check(
    [
      exchange(1, 22, { status: 503, index: 1 }),
      exchange(2, 25, { status: 200, index: 2 }),
      loop({
        started: 2,
        done: 0,
        skipped: 1,
        left: 1,
        exits: [
          { index: 1, how: 'skipped', at: place(41) },
          { index: 2, how: 'return', at: place(42) },
        ],
      }),
    ],
    {},
    ['retried 2 main.py:27  503 200'],
  );
});

test('turns beyond the listed ones are counted', () => {
  check([loop({ started: 500, done: 0, skipped: 500, exits: [{ index: 1, how: 'skipped', at: place(41) }] })], {}, [
    'skipped 500 main.py:41  #1',
  ]);
});

test('a caught exception is a finding unless the output or the log tells of it', () => {
  const caught = (message: string, used: boolean): Fact => ({
    type: 'exception.caught',
    time: 30,
    exception_type: 'ValueError',
    message,
    at: place(50),
    used,
  });
  check([caught('bad date', false)], { errors: ['bad date'] }, ['swallowed 1 main.py:50 ValueError bad date']);
  check([caught('bad date', true)], { errors: ['row 3: bad date'] }, []);
  check([caught('bad date', true)], { errors: [] }, ['swallowed 1 main.py:50 ValueError bad date']);
  check([caught('bad date', true), { type: 'log', time: 31, level: 'warning', stream: 'logger', text: 'bad date' }], {}, []);
});

test('an exception that the ledger of its loop counts is not counted again', () => {
  check(
    [
      {
        type: 'exception.caught',
        time: 30,
        exception_type: 'KeyError',
        message: 'x',
        at: place(37),
        used: false,
        iteration: { loop: 'l1', index: 1 },
      },
      loop({ started: 1, done: 0, dropped: 1, exits: [{ index: 1, how: 'dropped', at: place(37), reason: 'KeyError' }] }),
    ],
    {},
    ['dropped 1 main.py:37 KeyError #1'],
  );
});

test('an exception that the client made of a failed try is told by the call that was tried again', () => {
  const timeout = { type: 'ReadTimeout', message: 'read timed out' };
  const caught = (line: number): Fact => ({
    type: 'exception.caught',
    time: 13,
    exception_type: 'ReadTimeout',
    message: 'read timed out',
    at: place(29),
    raised_at: place(line),
    used: false,
  });
  check([exchange(1, 2, { error: timeout, ms: 10 }), caught(27), exchange(2, 14, { status: 200 })], {}, [
    'retried 2 main.py:27  timeout 200',
  ]);
  check([exchange(1, 2, { error: timeout, ms: 10 }), caught(27)], {}, ['swallowed 1 main.py:29 ReadTimeout read timed out']);
  check([exchange(1, 2, { error: timeout, ms: 10 }), caught(28), exchange(2, 14, { status: 200 })], {}, [
    'retried 2 main.py:27  timeout 200',
    'swallowed 1 main.py:29 ReadTimeout read timed out',
  ]);
});

test('garbled text is shown where it left the agent', () => {
  const garbled = { garbled: 'g1', read_as: 'ISO-8859-1', fits: 'GB18030', sample: 'ÐÂÆ·', should_be: '新品' } as const;
  check(
    [
      { type: 'text.garbled', time: 10, stage: 'read', ...garbled, at: place(29) },
      { type: 'text.garbled', time: 40, stage: 'written', ...garbled, at: place(52), exchange: 7 },
    ],
    {},
    ['garbled 1 main.py:52 ISO-8859-1 → GB18030 新品'],
  );
});

test('says the numbers and list lengths of the result, and saw what was counted', () => {
  const view = { ...emptyTask, output: { synced_count: 6, errors: [], note: 'x' } };
  expect(saysText(view)).toBe('6 synced, 0 errors');
  expect(saysText({ ...emptyTask, output: { condition: 'Cloudy' } })).toBe('condition Cloudy');
  const finding = { time: 1, title: '', seqs: [], items: [] };
  expect(
    sawText([
      { ...finding, kind: 'retried', count: 5 },
      { ...finding, kind: 'garbled', count: 1, written: true },
    ]),
  ).toBe('5 tries · 1 garbled, written');
});
