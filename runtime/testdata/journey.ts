import { emptyTask, foldEvents, type TaskView, type TraceEvent } from '@hermes-runtime/schemas';
import { validateTraceEvent } from '@hermes-runtime/schemas/messages';

/** One event by what differs: `t` is milliseconds after the attempt began. */
export type Sketch = { readonly type: string; readonly t: number } & Readonly<Record<string, unknown>>;

const began = 1_000_000;

/** A task from sketches; each must come out as a true event. */
export function viewOf(sketches: readonly Sketch[]): TaskView {
  return foldEvents(emptyTask, sketches.map(eventOf));
}

function eventOf({ t, ...sketch }: Sketch, index: number): TraceEvent {
  const event: unknown = {
    seq: index + 1,
    time: began + t,
    task_id: '7f3a00112233445566778899aabbccdd',
    ...(!sketch.type.startsWith('task.') && { attempt: 1 }),
    ...sketch,
  };
  if (!validateTraceEvent(event)) throw new Error(`${JSON.stringify(event)}\n${JSON.stringify(validateTraceEvent.errors)}`);
  return event;
}

export const begun: readonly Sketch[] = [
  {
    type: 'task.queued',
    t: -5,
    agent: { name: 'rss-monitor', version: '2.1.0', digest: 'd', path: '/agents/rss-monitor' },
    input: { notion_token: '‹secret›', database_id: '8c1f0e' },
  },
  {
    type: 'attempt.started',
    t: 0,
    language: 'python',
    language_version: '3.12.4',
    rung: 'namespaces',
    network: 'open',
    not_enforced: [],
    trace: 'full',
    instrumented: true,
  },
];

export function exchange(start: number, ms: number, line: number, more: Readonly<Record<string, unknown>>): Sketch {
  return {
    type: 'http.exchanged',
    t: start + ms,
    exchange: start + 1,
    client: 'requests',
    method: 'GET',
    url: 'https://company.com/blog/rss.xml?page=1',
    started: began + start,
    ms,
    at: place(line),
    ...more,
  };
}

export function place(line: number): { readonly file: string; readonly line: number } {
  return { file: 'main.py', line };
}

const turn = (index: number): object => ({ iteration: { loop: 'entries', index } });
const garbled = { type: 'text.garbled', garbled: 'g1', read_as: 'ISO-8859-1', fits: 'GB18030' };

/** Five tries, three skips, one drop, and one garbled value that was written: the run that hides nothing. */
export const journey: readonly Sketch[] = [
  ...begun,
  exchange(0, 100, 27, { status: 503 }),
  exchange(1100, 100, 27, { status: 503 }),
  exchange(3200, 100, 27, { status: 429, retry_after_seconds: 4 }),
  exchange(7300, 5000, 27, { error: { type: 'ReadTimeout', message: 'read timed out' } }),
  exchange(13_300, 600, 27, { status: 200 }),
  { ...garbled, t: 14_000, stage: 'read', sample: 'ÐÂÆ·', should_be: '新品', at: place(29) },
  exchange(14_050, 50, 35, { url: 'https://company.com/a-17', status: 403, ...turn(2) }),
  exchange(14_350, 50, 35, { url: 'https://company.com/a-21', status: 403, ...turn(4) }),
  exchange(14_550, 50, 35, { url: 'https://company.com/a-22', status: 403, ...turn(5) }),
  exchange(14_800, 50, 52, { method: 'POST', url: 'https://api.notion.com/v1/pages', status: 200, ...turn(6) }),
  {
    ...garbled,
    t: 14_900,
    stage: 'written',
    sample: 'ÐÂÆ· SKU ¡°A-1032¡±',
    should_be: '新品 SKU “A-1032”',
    exchange: 14_801,
    at: place(52),
    ...turn(6),
  },
  {
    type: 'loop.ended',
    t: 17_800,
    loop: 'entries',
    header: 'entry in feed.entries[:10]',
    at: place(33),
    started: 10,
    done: 6,
    skipped: 3,
    dropped: 1,
    handled: 0,
    left: 0,
    began: began + 14_010,
    exits: [
      { index: 2, how: 'skipped', at: place(41), item: 'https://company.com/a-17' },
      { index: 4, how: 'skipped', at: place(41), item: 'https://company.com/a-21' },
      { index: 5, how: 'skipped', at: place(41), item: 'https://company.com/a-22' },
      { index: 9, how: 'dropped', at: place(37), item: 'https://company.com/a-30', reason: 'AttributeError' },
    ],
  },
  { type: 'attempt.succeeded', t: 17_900, ms: 17_900 },
  { type: 'task.succeeded', t: 17_900, output: { synced_count: 6, errors: [] }, ms: 17_905 },
];
