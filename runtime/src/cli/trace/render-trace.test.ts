import * as l10n from '@vscode/l10n';
import { findingsOf } from '@hermes-runtime/schemas';
import { textsFor } from '@hermes-runtime/schemas/texts';
import { afterEach, expect, test } from 'vitest';
import { begun, exchange, journey, place, viewOf, type Sketch } from '../../../testdata/journey.ts';
import { cellsOf } from './cells.ts';
import type { Look } from './look.ts';
import { renderTrace } from './render-trace.ts';

afterEach(() => l10n.config({ contents: {} }));

const wide: Look = { width: 92, unicode: true, colour: false, links: false };
const now = 1_002_000;

function picture(events: readonly Sketch[], look: Partial<Look> = {}): string {
  return `\n${renderTrace(viewOf(events), { ...wide, ...look }, { now, next: ['hermes-runtime trace 7f3a --json'] }).join('\n')}\n`;
}

test('shows the run that hides nothing, 92 columns wide', () => {
  expect(picture(journey)).toMatchInlineSnapshot(`
    "
    rss-monitor@2.1.0  7f3a  local · python 3.12 · namespaces · UTC
    input  notion_token=‹secret›  database_id=8c1f0e

      0.0 ↻ GET company.com/blog/rss.xml  5 tries · 13.9 s                            main.py:27
            503 ─1s─ 503 ─2s─ 429 ─4s Retry-After─ timeout 5s ─1s─ 200
     14.0 ⚠ no charset: read as ISO-8859-1, bytes fit GB18030                         main.py:29
     14.0 ∑ for entry in feed.entries[:10]  10 = 6 done + 3 skipped + 1 dropped ✓     main.py:33
     14.1   ⊘ #2 /a-17  403, continue                                                 main.py:41
     14.4   ⊘ #4 /a-21  403, continue                                                 main.py:41
     14.6   ⊘ #5 /a-22  403, continue                                                 main.py:41
     14.9   ⚠ #6 “ÐÂÆ· SKU ¡°A-1032¡±” = 新品 SKU “A-1032”
              written POST api.notion.com/v1/pages 200                                main.py:52
            ⊗ #9 /a-30  dropped AttributeError caught, not logged                     main.py:37
     17.9 ✓ {"synced_count":6,"errors":[]}  fits output_schema

    ⚠ succeeded · 4 findings · 17.9 s
      agent says   6 synced, 0 errors
      runtime saw  5 tries · 3 skipped · 1 dropped · 1 garbled, written
      next         hermes-runtime trace 7f3a --json
    "
  `);
});

test('at 56 columns places shorten, equal skips fold, and nothing is wider', () => {
  const text = picture(journey, { width: 56 });
  expect(text).toMatchInlineSnapshot(`
    "
    rss-monitor@2.1.0  7f3a  local
    input  notion_token=‹secret›  database_id=8c1f0e

      0.0 ↻ GET compa…/rss.xml  5 tries · 13.9 s  main.py:27
            503 ─1s─ 503 ─2s─ 429 ─4s Retry-After─
            timeout 5s ─1s─ 200
     14.0 ⚠ no charset: read as ISO-8859-1, bytes fit    :29
            GB18030
     14.0 ∑ 10 = 6 done + 3 skipped + 1 dropped ✓        :33
     14.1   ⊘ #2 #4 #5  403, continue                    :41
     14.9   ⚠ #6 “ÐÂÆ· SKU ¡°A-1032¡±” = 新品 SKU “A-1032”
              written POST api.notion.com/v1/pages 200   :52
            ⊗ #9  dropped AttributeError caught, not     :37
              logged
     17.9 ✓ {"synced_count":6,"errors":[]}

    ⚠ succeeded · 4 findings · 17.9 s
      says  6 synced, 0 errors
      saw   5 tries · 3 skipped · 1 dropped · 1 garbled,
            written
      next  hermes-runtime trace 7f3a --json
    "
  `);
  for (const line of text.split('\n')) expect(cellsOf(line), line).toBeLessThanOrEqual(56);
});

test('without colour and UTF-8 the words carry everything', () => {
  const text = picture(journey, { width: 72, unicode: false });
  expect(text).toMatchInlineSnapshot(`
    "
    rss-monitor@2.1.0  7f3a  local, python 3.12, namespaces, UTC
    input  notion_token=<secret>  database_id=8c1f0e

      0.0 ~ GET company.com/blog/rss.xml  5 tries, 13.9 s         main.py:27
            503 -1s- 503 -2s- 429 -4s Retry-After- timeout 5s -1s- 200
     14.0 ! no charset: read as ISO-8859-1, bytes fit GB18030     main.py:29
     14.0 + for entry...  10 = 6 done + 3 skipped + 1 dropped     main.py:33
            , ok
     14.1   - #2 /a-17  403, continue                             main.py:41
     14.4   - #4 /a-21  403, continue                             main.py:41
     14.6   - #5 /a-22  403, continue                             main.py:41
     14.9   ! #6 "ÐÂÆ· SKU ¡°A-1032¡±" = 新品 SKU "A-1032"
              written POST api.notion.com/v1/pages 200            main.py:52
            x #9 /a-30  dropped AttributeError caught, not        main.py:37
              logged
     17.9 ok {"synced_count":6,"errors":[]}  fits output_schema

    ! succeeded, 4 findings, 17.9 s
      agent says   6 synced, 0 errors
      runtime saw  5 tries, 3 skipped, 1 dropped, 1 garbled, written
      next         hermes-runtime trace 7f3a --json
    "
  `);
});

test('in Chinese the right column still lines up', async () => {
  l10n.config({ contents: { ...(await textsFor('zh-cn')) } });
  const text = picture(journey);
  expect(text).toMatchInlineSnapshot(`
    "
    rss-monitor@2.1.0  7f3a  本机 · python 3.12 · namespaces · UTC
    输入   notion_token=‹secret›  database_id=8c1f0e

      0.0 ↻ GET company.com/blog/rss.xml  尝试 5 次 · 13.9 s                          main.py:27
            503 ─1s─ 503 ─2s─ 429 ─4s Retry-After─ 超时 5s ─1s─ 200
     14.0 ⚠ 未声明 charset：按 ISO-8859-1 读取，字节符合 GB18030                      main.py:29
     14.0 ∑ for entry in feed.entries[:10]  10 = 完成 6 + 跳过 3 项 + 丢弃 1 项 ✓     main.py:33
     14.1   ⊘ #2 /a-17  403 后 continue                                               main.py:41
     14.4   ⊘ #4 /a-21  403 后 continue                                               main.py:41
     14.6   ⊘ #5 /a-22  403 后 continue                                               main.py:41
     14.9   ⚠ #6 “ÐÂÆ· SKU ¡°A-1032¡±” = 新品 SKU “A-1032”
              写出 POST api.notion.com/v1/pages 200                                   main.py:52
            ⊗ #9 /a-30  丢弃 AttributeError 被捕获，未记录                            main.py:37
     17.9 ✓ {"synced_count":6,"errors":[]}  符合 output_schema

    ⚠ 成功 · 4 个发现 · 17.9 s
      agent 说    6 synced, 0 errors
      运行时看到  尝试 5 次 · 跳过 3 项 · 丢弃 1 项 · 1 处乱码已写出
      接下来      hermes-runtime trace 7f3a --json
    "
  `);
  const places = text.split('\n').filter((line) => line.endsWith('main.py:27') || /main\.py:\d\d$/.test(line));
  expect(places.length).toBeGreaterThan(6);
  for (const line of places) expect(cellsOf(line)).toBe(92);
});

test('every finding has its row with file and line, at any width', () => {
  const view = viewOf(journey);
  expect(findingsOf(view)).toHaveLength(4);
  for (const width of [40, 56, 72, 92, 110]) {
    const text = renderTrace(view, { ...wide, width }, { now }).join('\n');
    for (const line of [27, 41, 37, 52]) expect(text, `${width} columns, line ${line}`).toMatch(new RegExp(`:${line}$`, 'm'));
  }
});

test('a failure shows type, message, place, what does not fit, and its traceback, whole', () => {
  const failure = {
    code: 'output_mismatch',
    message: `${'a long message that goes on and on '.repeat(6)}to the end`,
    exception_type: 'ValueError',
    at: place(61),
    problems: [{ path: '/temperature', message: 'must be a number' }],
    traceback: 'Traceback (most recent call last):\n  File "main.py", line 61, in execute\nValueError: x',
  };
  const text = picture([...begun, { type: 'attempt.failed', t: 90, failure, ms: 90 }, { type: 'task.failed', t: 90, failure, ms: 95 }]);
  for (const part of [
    '✗ ValueError: a long message',
    'to the end',
    'main.py:61',
    '/temperature  must be a number',
    'line 61, in execute',
    '✗ failed · 95 ms',
  ])
    expect(text).toContain(part);
});

test('what runs, and what waits, says so', () => {
  expect(picture(begun)).toContain('? running · 2.0 s');
  const waiting = [
    ...begun,
    { type: 'attempt.failed', t: 5, failure: { code: 'exception', message: 'boom' }, ms: 5 },
    { type: 'task.waiting', t: 6, reason: 'retry', until: 1_060_000 },
  ];
  expect(picture(waiting)).toContain('? waits for the next attempt, at 00:17:40');
});

test('prints, programs, a balanced loop and a plain request have their rows', () => {
  const loop = {
    type: 'loop.ended',
    t: 40,
    loop: 'l',
    header: 'x in y',
    at: place(3),
    started: 2,
    done: 2,
    skipped: 0,
    dropped: 0,
    handled: 0,
    left: 0,
    began: 1_000_030,
    exits: [],
  };
  const text = picture([
    ...begun,
    { type: 'log', t: 1, level: 'info', stream: 'stdout', text: 'hello\n', at: place(1) },
    { type: 'process.exited', t: 20, command: ['git', 'status'], exit_code: 128, ms: 10, at: place(2) },
    loop,
    exchange(50, 12, 4, { status: 200 }),
    exchange(70, 9, 5, { method: 'POST', url: 'https://x.test/y', error: { type: 'ConnectionError', message: 'refused' } }),
  ]);
  expect(text).toMatch(/0\.0 │ hello +main\.py:1\n/);
  expect(text).toMatch(/0\.0 \$ git status {2}exit code 128 +main\.py:2\n/);
  expect(text).toMatch(/0\.0 ∑ for x in y {2}2 = 2 done ✓ +main\.py:3\n/);
  expect(text).toMatch(/0\.1 → GET company\.com\/blog\/rss\.xml {2}200 · 12 ms +main\.py:4\n/);
  expect(text).toMatch(/0\.1 → POST x\.test\/y {2}ConnectionError · 9 ms {2}refused +main\.py:5\n/);
});

test('a swallowed exception outside a loop, and an item that the agent reports, have their rows', () => {
  const text = picture([
    ...begun,
    { type: 'exception.caught', t: 3, exception_type: 'KeyError', message: "'city'", at: place(9), used: false },
    { type: 'item.skipped', t: 4, item: 'row 7', reason: 'no price', at: place(11) },
  ]);
  expect(text).toMatch(/⊗ Swallowed an exception {2}'city' {2}KeyError +main\.py:9\n/);
  expect(text).toMatch(/⊘ Skipped 1 item {2}row 7 {2}no price +main\.py:11\n/);
});

test('spans and progress that the agent reports have their rows', () => {
  const events = [
    ...begun,
    { type: 'span.started', t: 10, span_id: 's1', name: 'fetch', at: place(2) },
    { type: 'span.ended', t: 130, span_id: 's1', ms: 120 },
    { type: 'span.started', t: 140, span_id: 's2', name: 'write', at: place(3) },
    { type: 'progress', t: 150, done: 3, total: 10, message: 'rows' },
  ];
  const text = picture(events);
  expect(text).toMatch(/0\.0 ▸ fetch {2}120 ms +main\.py:2\n/);
  expect(text).toMatch(/0\.1 ▸ write {2}not ended +main\.py:3\n/);
  expect(text).toMatch(/0\.1 ▸ 3 of 10 {2}rows\n/);
  expect(picture([...events, { type: 'task.succeeded', t: 200, output: {}, ms: 205 }])).not.toContain('3 of 10');
});

test('nothing that an agent prints can drive the terminal', () => {
  const evil = 'a\u001B]52;c;aGk=\u0007b\u001B[2Jc\rd\u202Ee\u009Bf';
  const text = renderTrace(
    viewOf([
      ...begun,
      { type: 'log', t: 1, level: 'info', stream: 'stdout', text: evil },
      { type: 'task.succeeded', t: 2, output: { [evil]: evil }, ms: 7 },
    ]),
    { ...wide, colour: true, links: true },
    { now },
  ).join('\n');
  // Colours and links of our own are all the escape sequences there are.
  const ours = new RegExp(String.raw`\x1B\[\d+m|\x1B\]8;;[^\x1B\x07]*\x1B\\`, 'g');
  expect(text.replaceAll(ours, '').replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u);
});

test('a place is a link to its file where the terminal can follow one', () => {
  expect(picture(journey, { links: true })).toContain(
    '\u001B]8;;file:///agents/rss-monitor/main.py#27\u001B\\main.py:27\u001B]8;;\u001B\\',
  );
});

test('many exits, requests and lines are counted, not listed', () => {
  const exits = Array.from({ length: 100 }, (_, i) => ({ index: i + 1, how: 'skipped', at: place(4) }));
  const text = picture([
    ...begun,
    ...Array.from({ length: 60 }, (_, i): Sketch => ({ type: 'log', t: i, level: 'info', stream: 'stdout', text: `line ${i}` })),
    {
      type: 'loop.ended',
      t: 99,
      loop: 'l',
      header: 'x in y',
      at: place(3),
      started: 5000,
      done: 0,
      skipped: 5000,
      dropped: 0,
      handled: 0,
      left: 0,
      began: 1_000_090,
      exits,
    },
    ...Array.from({ length: 70 }, (_, i) => exchange(100 + i, 1, 5, { url: `https://x.test/${i}`, status: 200 })),
  ]);
  expect(text).toContain('30 more lines');
  expect(text).toContain('4980 more turns');
  expect(text).toContain('30 more requests');
  expect(text.split('\n').length).toBeLessThan(110);
});
