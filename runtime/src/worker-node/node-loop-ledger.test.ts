import { beforeAll, describe, expect, test } from 'vitest';
import type { TraceEvent } from '@hermes-runtime/schemas';
import { runInHarness } from './harness-process.ts';

type Loop = Extract<TraceEvent, { type: 'loop.ended' }>;

/** Loops over the items 1 to 4; each sees the item as `n`. */
const forms = {
  'for…of': 'for (const n of [1, 2, 3, 4])',
  'for…of over a pattern': 'for (const { n, rest = [] } of [1, 2, 3, 4].map((n) => ({ n })))',
  'for…in': 'for (const key in { 1: "", 2: "", 3: "", 4: "" })',
  'classic for': 'for (let n = 1; n <= 4; n++)',
  'for await': 'for await (const n of (async function* () { yield* [1, 2, 3, 4]; })())',
  'labeled for…of': 'here: for (const n of [1, 2, 3, 4])',
} as const;

/** What happens in turn 2 (or, of those that leave, ends the loop there), and what the ledger must say. */
const faults = {
  'ends each turn': { body: 'await work(n);', ledger: '4 = 4 done', exits: [] },
  'skips by continue': { body: 'if (n === 2) continue; await work(n);', ledger: '4 = 3 done + 1 skipped', exits: ['2 skipped'] },
  'drops by continue in a handler': {
    body: 'try { await work(n); if (n === 2) throw new RangeError("two"); } catch { continue; } await work(n);',
    ledger: '4 = 3 done + 1 dropped',
    exits: ['2 dropped RangeError'],
    caught: ['RangeError: two, unused, turn 2'],
  },
  'drops by a handler at the end': {
    body: 'try { if (n === 2) await Promise.reject(new RangeError("two")); } catch (error) {}',
    ledger: '4 = 3 done + 1 dropped',
    exits: ['2 dropped RangeError'],
    caught: ['RangeError: two, unused, turn 2'],
  },
  'handles at the end': {
    body: 'try { if (n === 2) null.x; } catch (error) { errors.push(error.message); }',
    ledger: '4 = 3 done + 1 handled',
    exits: ['2 handled TypeError'],
    caught: ["TypeError: Cannot read properties of null (reading 'x'), used, turn 2"],
  },
  'goes on after a handler': {
    body: 'let page; try { page = await work(n, n === 2); } catch { page = null; } errors.push(page);',
    ledger: '4 = 4 done',
    exits: [],
    caught: ['Error: failed, unused, turn 2'],
  },
  'is left by break': { body: 'await work(n); if (n === 2) break;', ledger: '2 = 1 done + 1 left', exits: ['2 break'] },
  'is left by return': { body: 'await work(n); if (n === 2) return n;', ledger: '2 = 1 done + 1 left', exits: ['2 return'] },
  'is left by a throw': {
    body: 'await work(n, n === 2);',
    ledger: '2 = 1 done + 1 left',
    exits: ['2 raise'],
    caught: ['Error: failed, unused, outside'],
  },
  'throws again from the handler': {
    body: 'try { await work(n, n === 2); } catch (error) { if (n === 2) throw error; }',
    ledger: '2 = 1 done + 1 left',
    exits: ['2 raise'],
    caught: ['Error: failed, unused, outside'],
  },
} as const;

describe.each(Object.entries(forms))('%s', (_form, header) => {
  const seen = new Map<string, readonly TraceEvent[]>();

  beforeAll(async () => {
    for (const [fault, events] of await eventsOfForm(header)) {
      seen.set(fault, events);
    }
  });

  test.each(Object.entries(faults))('%s', (fault, expected) => {
    const events = seen.get(fault) ?? [];
    const loops = events.filter((event): event is Loop => event.type === 'loop.ended');
    const [loop] = loops;
    expect(loops).toHaveLength(1);
    expect(loop?.at).toEqual({ file: 'main.mjs', line: lineOf(fault) });
    expect(loop === undefined ? '' : ledgerText(loop)).toBe(expected.ledger);
    expect(loop?.exits.map(({ index, how, reason }) => [index, how, reason].filter(Boolean).join(' '))).toEqual(expected.exits);
    expect(loop?.exits.every(({ at, item }) => at.line >= lineOf(fault) && at.line <= lineOf(fault) + 1 && item !== undefined)).toBe(true);
    expect(events.flatMap(caughtText)).toEqual('caught' in expected ? expected.caught : []);
    expect(loop?.header).toBe(header.slice(header.indexOf('(') + 1, -1).replace(/^(const|let) /, ''));
  });
});

test('loops whose turns can only end at their end keep no ledger, and while loops are not instrumented', async () => {
  const { events } = await runInHarness({
    files: {
      'main.mjs': `export function execute() { let sum = 0; for (const n of [1, 2]) sum += n; for (const n of [1]) { if (n) break; } while (sum < 9) { sum += 1; if (sum === 5) continue; } return { sum }; }`,
    },
  });
  expect(events).toEqual([]);
});

test('nested and parallel loops are told apart, and the caller keeps its own turn', async () => {
  const source = `const wait = () => new Promise((end) => setTimeout(end, 1));
async function inner(name) {
  for (const part of ['a', 'b']) { await wait(); console.log(name + part); }
}
export async function execute() {
  outer: for (const name of ['x', 'y']) {
    await inner(name);
    console.log(name);
    for (let i = 0; i < 2; i++) { if (i === 1) continue outer; await wait(); }
  }
  await Promise.all(['p', 'q'].map(inner));
  console.log('end');
  return {};
}`;
  const { events } = await runInHarness({ files: { 'main.mjs': source } });
  const headers = new Map(events.flatMap((event) => (event.type === 'loop.ended' ? [[event.loop, event.header.split(' ')[0]]] : [])));
  const prints = events.flatMap((event) =>
    event.type === 'log' ? [`${event.text} ${headers.get(event.iteration?.loop ?? '') ?? '-'} ${event.iteration?.index ?? '-'}`] : [],
  );
  expect(prints.toSorted()).toEqual([
    'end - -',
    'pa part 1',
    'pb part 2',
    'qa part 1',
    'qb part 2',
    'x name 1',
    'xa part 1',
    'xb part 2',
    'y name 2',
    'ya part 1',
    'yb part 2',
  ]);
  expect(
    events.flatMap((event) =>
      event.type === 'loop.ended' && event.header.startsWith('i') ? [ledgerText(event), event.iteration?.index] : [],
    ),
  ).toEqual(['2 = 1 done + 1 left', 1, '2 = 1 done + 1 left', 2]);
});

test('rejections that a .catch() takes are seen', async () => {
  const source = `export async function execute() {
  await Promise.reject(new RangeError('one')).catch(() => null);
  await Promise.reject(new RangeError('two')).then(null, (error) => error.message);
  await Promise.reject(new RangeError('three')).catch((error) => { throw error; }).catch(console.debug);
  return {};
}`;
  const { events } = await runInHarness({ files: { 'main.mjs': source } });
  expect(events.flatMap((event) => (event.type === 'exception.caught' ? [`${event.at.line} ${event.message} ${event.used}`] : []))).toEqual(
    ['2 one false', '3 two true', '4 three true'],
  );
});

async function eventsOfForm(header: string): Promise<ReadonlyMap<string, readonly TraceEvent[]>> {
  const cells = Object.entries(faults).map(
    ([, { body }], index) =>
      `async function cell${index}() {\n${header} {${header.includes('key in') ? ' const n = Number(key);' : ''} ${body} }\n}`,
  );
  const calls = cells.map((_cell, index) => `console.log(${index}); try { await cell${index}(); } catch {}`);
  const source = `const errors = []; async function work(n, fails) { await null; if (fails) throw new Error('failed'); }\n${cells.join('\n')}\nexport async function execute() { ${calls.join(' ')} return {}; }\n`;
  const { events, failure, rejected } = await runInHarness({ files: { 'main.mjs': source } });
  expect(failure ?? rejected).toBeUndefined();
  const byFault = new Map<string, TraceEvent[]>();
  for (const event of events) {
    if (event.type === 'log') {
      byFault.set(Object.keys(faults)[Number(event.text)] ?? '', []);
    } else {
      [...byFault.values()].at(-1)?.push(event);
    }
  }
  return byFault;
}

function lineOf(fault: string): number {
  return 3 + Object.keys(faults).indexOf(fault) * 3;
}

function ledgerText({ started, done, skipped, dropped, handled, left }: Loop): string {
  const parts = Object.entries({ done, skipped, dropped, handled, left }).filter(([, count]) => count > 0);
  expect(done + skipped + dropped + handled + left).toBe(started);
  return `${started} = ${parts.map(([name, count]) => `${count} ${name}`).join(' + ')}`;
}

function caughtText(event: TraceEvent): readonly string[] {
  return event.type === 'exception.caught'
    ? [
        `${event.exception_type}: ${event.message}, ${event.used ? 'used' : 'unused'}, ${event.iteration === undefined ? 'outside' : `turn ${event.iteration.index}`}`,
      ]
    : [];
}
