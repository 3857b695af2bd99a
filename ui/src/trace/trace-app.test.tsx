// @vitest-environment happy-dom
import type { FromPanel, ToPanel, TraceEvent } from '@hermes-runtime/schemas';
import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { failedEvents, rssEvents } from '../../testdata/rss-events.ts';
import { connect } from './connect.ts';
import { TraceApp } from './trace-app.tsx';
import { TraceModel } from './trace-model.ts';

type Screen = { readonly root: HTMLElement; readonly sent: FromPanel[]; readonly tell: (message: ToPanel) => void };

function open(): Screen {
  const root = document.createElement('div');
  document.body.append(root);
  const sent: FromPanel[] = [];
  const model = new TraceModel();
  let tell: (message: ToPanel) => void = () => undefined;
  const host = {
    canOpen: true,
    send: (message: FromPanel) => sent.push(message),
    onMessage: (listener: typeof tell) => {
      tell = listener;
    },
  };
  render(<TraceApp model={model} host={host} />, root);
  connect(model, host);
  return { root, sent, tell: (message) => tell(message) };
}

async function show(events: readonly TraceEvent[]): Promise<Screen> {
  const screen = open();
  screen.tell({ type: 'task', task_id: events[0] && 'task_id' in events[0] ? events[0].task_id : '', events });
  await vi.waitFor(() => expect(screen.root.querySelector('.task-header')).not.toBeNull());
  return screen;
}

const rowsOf = ({ root }: Screen): string[] =>
  [...root.querySelectorAll('[role="option"]')].map((row) =>
    [...row.children]
      .map((part) => part.textContent)
      .filter(Boolean)
      .join(' | '),
  );
const press = ({ root }: Screen, key: string): boolean | undefined =>
  root.querySelector('main')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));

afterEach(() => {
  for (const root of document.body.children) render(null, root);
  document.body.replaceChildren();
});

test('asks for the task once it is drawn, and offers to run an agent while there is none', () => {
  const { root, sent } = open();
  expect(sent).toEqual([{ type: 'ready' }]);
  root.querySelector('button')?.click();
  expect(sent.at(-1)).toEqual({ type: 'run' });
});

test('puts what the agent says beside what the runtime saw', async () => {
  const { root } = await show(rssEvents);
  expect(root.querySelector('.strip')?.textContent).toBe(
    'agent says 6 synced, 0 errors≠runtime saw 5 tries 3 skipped 1 dropped 1 garbled, written',
  );
});

test('lists each finding with its source line', async () => {
  expect(rowsOf(await show(rssEvents))).toEqual([
    '0.0 | Retried GET company.com/blog/rss.xml 5 tries · 13.9 s | main.py:27',
    '14.0 | Skipped 3 items #2 /a-17 · #4 /a-21 · #5 /a-22 403 | main.py:41',
    '14.0 | Dropped 1 item #9 /a-30 AttributeError caught, not logged | main.py:37',
    '16.1 | Garbled value written “ÐÂÆ· SKU ¡°A-1032¡±” → “新品 SKU “A-1032”” ISO-8859-1 → GB18030 | main.py:52',
  ]);
});

test('says where nobody looked', async () => {
  const not_instrumented = [{ file: 'main.py:5', reason: 'the turns of a while loop are not counted' }];
  const events = rssEvents.map((event) => (event.type === 'attempt.started' ? { ...event, not_instrumented } : event));
  const { root } = await show(events);
  expect(root.querySelector('.not-seen')?.textContent).toBe('main.py:5 is not instrumented: the turns of a while loop are not counted');
});

test('a click on a place opens that line', async () => {
  const screen = await show(rssEvents);
  screen.root.querySelector<HTMLElement>('.place')?.click();
  expect(screen.sent.at(-1)).toEqual({ type: 'open', place: { file: 'main.py', line: 27 } });
});

test('the cursor in the editor selects the row that came from its line', async () => {
  const screen = await show(rssEvents);
  screen.tell({ type: 'reveal', place: { file: 'main.py', line: 37 } });
  await vi.waitFor(() => expect(screen.root.querySelector('.selected')?.textContent).toContain('Dropped 1 item'));
});

test('keys change tab, step through findings and filter', async () => {
  const screen = await show(rssEvents);
  press(screen, '4');
  await vi.waitFor(() => expect(rowsOf(screen)[3]).toBe('7.5 | GET company.com/blog/rss.xml requests | timeout | 5.00 s | main.py:27'));
  press(screen, 'p');
  await vi.waitFor(() => expect(rowsOf(screen)).toHaveLength(7));
  press(screen, 'n');
  await vi.waitFor(() => expect(screen.root.querySelector('.selected')?.textContent).toContain('Retried'));
});

test('a failure is shown whole, before everything else', async () => {
  const { root } = await show(failedEvents);
  expect(root.querySelector('.failure')?.textContent).toContain('421 4.7.0 Too many connections from 10.2.0.14, try again later');
  expect(root.querySelector('.failure pre')?.textContent).toContain('line 61, in execute');
});

test('events that come in live are added, and one that was there is not added twice', async () => {
  const screen = await show(rssEvents.slice(0, 5));
  for (const event of rssEvents) screen.tell({ type: 'event', event });
  await vi.waitFor(() => expect(screen.root.querySelector('#tab-events .count')?.textContent).toBe(String(rssEvents.length)));
});

test('the output of an agent is text, whatever it holds', async () => {
  const screen = await show([
    ...rssEvents.slice(0, 2),
    { type: 'task.succeeded', seq: 3, time: 1, task_id: 't-7f3a', output: { html: '<img src=x onerror=alert(1)>' }, ms: 1 },
  ]);
  press(screen, '6');
  await vi.waitFor(() => expect(screen.root.querySelector('.json')?.textContent).toContain('<img src=x'));
  expect(screen.root.querySelector('.json img')).toBeNull();
});

test('offers the modes of a replay by name, and says which one was chosen', async () => {
  const { root, sent } = await show(rssEvents);
  const items = [...root.querySelectorAll<HTMLButtonElement>('.menu-items button')];
  expect(items.map(({ textContent }) => textContent)).toEqual([
    'Exact recorded traffic and code, network off',
    'With my code recorded traffic, network off',
    'Again… live: effects happen again',
    'Edited input… live: effects happen again',
  ]);
  items[1]?.click();
  expect(sent.at(-1)).toEqual({ type: 'replay', mode: 'my_code' });
});

test('a replay shows its mode from the start, and its receipt at the end', async () => {
  const [queued, ...more] = rssEvents;
  if (queued?.type !== 'task.queued') throw new Error('the example begins otherwise');
  const screen = await show([{ ...queued, replay_of: 'abcdef', replay_mode: 'my_code' }, ...more.slice(0, 1)]);
  const strip = (): string | null | undefined => screen.root.querySelector('.replay-strip')?.textContent;
  expect(strip()).toBe('replay with my code · of abcd · recorded traffic, network off');
  screen.tell({
    type: 'event',
    event: {
      type: 'replay.compared',
      seq: 1000,
      time: 1,
      task_id: queued.task_id,
      replay_of: 'abcdef',
      mode: 'my_code',
      input: 'equal',
      code: 'different',
      environment: 'equal',
      live_effects: 0,
      served: 20,
      changed: 2,
      diverged: 0,
      left: 0,
      findings_before: 4,
      findings_after: 3,
      result: 'different',
    },
  });
  await vi.waitFor(() =>
    expect(strip()).toContain(
      'input equal · code different · environment equal · 0 live effects · 20 served · 2 changed · findings 4 → 3 · result different',
    ),
  );
});

test('what a replay asked for and nobody recorded can be given by hand, and what was given is said to be', async () => {
  const [queued, ...more] = failedEvents;
  if (queued?.type !== 'task.queued') throw new Error('the example begins otherwise');
  const common = { seq: 1, time: 1, task_id: queued.task_id, attempt: 1, client: 'fetch', method: 'GET', url: 'http://x.example/stock/9' };
  const answered: TraceEvent = {
    ...common,
    type: 'http.exchanged',
    exchange: 1,
    started: 1,
    ms: 1,
    status: 200,
    replayed: true,
    given: true,
  };
  const asked: TraceEvent = { ...common, type: 'exchange.diverged', reason: 'not_recorded' };
  const events = [{ ...queued, replay_of: 'abcdef', replay_mode: 'exact' as const }, more[0], answered, asked, ...more.slice(1)];
  const { root, sent } = await show(events.flatMap((event, index) => (event ? [{ ...event, seq: index + 1 }] : [])));
  [...root.querySelectorAll('button')].find((button) => button.textContent.includes('Give a value'))?.click();
  expect(sent.at(-1)).toEqual({ type: 'give' });
  root.querySelector<HTMLElement>('#tab-http')?.click();
  await vi.waitFor(() => expect(root.querySelector('[role="option"]')?.textContent).toContain('given by hand'));
});
