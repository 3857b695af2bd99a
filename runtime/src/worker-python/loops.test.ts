import type { LoopEnded, TraceEvent } from '@hermes-runtime/schemas';
import { expect, test } from 'vitest';
import { runOnce } from './harness-process.ts';

/** `x in xs :3 = 5 turns: 2 done 1 skipped 1 dropped 1 handled [#2 skipped :5 b]`, without the counts that are zero. */
function picture(loop: LoopEnded): string {
  const counts = (['done', 'skipped', 'dropped', 'handled', 'left'] as const)
    .filter((key) => loop[key] !== 0)
    .map((key) => `${loop[key]} ${key}`);
  const exits = loop.exits.map(({ index, how, at, item, reason }) =>
    [`#${index}`, how, `:${at.line}`, item, reason].filter(Boolean).join(' '),
  );
  return `${loop.header} :${loop.at.line} = ${loop.started} turns: ${[...counts, ...exits.map((exit) => `[${exit}]`)].join(' ')}`;
}

const loopsOf = (events: readonly TraceEvent[]): string[] =>
  events.filter((event) => event.type === 'loop.ended').map((loop) => picture(loop));

/** The body of `execute(xs)`, from line 2. */
async function check(body: string, input: unknown, expected: readonly string[]): Promise<void> {
  const { events } = await runOnce(`def execute(xs):\n${body.replaceAll(/^(?=.)/gm, '    ')}\n`, input);
  expect(loopsOf(events)).toEqual(expected);
}

const skipEven = 'if x % 2 == 0:\n        continue\n    out.append(x)';
const dropBad = 'try:\n        out.append(10 // x)\n    except ZeroDivisionError:\n        continue';
const handleBad = 'try:\n        out.append(10 // x)\n    except ZeroDivisionError as error:\n        out.append(str(error))';
const leaveAtTwo = 'if x == 2:\n        break\n    if x == 9:\n        continue\n    out.append(x)';
const returnAtTwo = 'if x == 2:\n        return out\n    if x == 9:\n        continue\n    out.append(x)';
const raiseAtTwo = 'if x == 2:\n        raise ValueError("two")\n    if x == 9:\n        continue\n    out.append(x)';

const forms = {
  for: 'for x in xs:',
  'for … in enumerate': 'for n, x in enumerate(xs, 1):',
  'for … in zip': 'for x, y in zip(xs, range(100)):',
};
const items = {
  for: (x: number) => `${x}`,
  'for … in enumerate': (x: number) => `${x}`,
  'for … in zip': (x: number, index: number) => `${x} ${index - 1}`,
};
const headers = { for: 'x in xs', 'for … in enumerate': 'n, x in enumerate(xs, 1)', 'for … in zip': 'x, y in zip(xs, range(100))' };

for (const form of ['for', 'for … in enumerate', 'for … in zip'] as const) {
  const item = items[form];
  const loop = (body: string): string => `out = []\n${forms[form]}\n    ${body}\nreturn out`;
  const head = `${headers[form]} :3`;

  test(`${form}: a turn that ends in continue is skipped`, async () => {
    await check(
      loop(skipEven),
      [1, 2, 3, 4],
      [`${head} = 4 turns: 2 done 2 skipped [#2 skipped :5 ${item(2, 2)}] [#4 skipped :5 ${item(4, 4)}]`],
    );
  });
  test(`${form}: a turn whose exception is not used is dropped`, async () => {
    await check(loop(dropBad), [1, 0, 5], [`${head} = 3 turns: 2 done 1 dropped [#2 dropped :6 ${item(0, 2)} ZeroDivisionError]`]);
  });
  test(`${form}: a turn whose exception is used is handled`, async () => {
    await check(loop(handleBad), [0, 1], [`${head} = 2 turns: 1 done 1 handled [#1 handled :6 ${item(0, 1)} ZeroDivisionError]`]);
  });
  test(`${form}: break, return and an exception leave the loop`, async () => {
    await check(loop(leaveAtTwo), [1, 2, 3], [`${head} = 2 turns: 1 done 1 left [#2 break :5 ${item(2, 2)}]`]);
    await check(loop(returnAtTwo), [1, 2, 3], [`${head} = 2 turns: 1 done 1 left [#2 return :5 ${item(2, 2)}]`]);
    await check(loop(raiseAtTwo), [1, 2, 3], [`${head} = 2 turns: 1 done 1 left [#2 raise :5 ${item(2, 2)} ValueError]`]);
  });
  test(`${form}: a loop without turns and one that runs through balance`, async () => {
    await check(loop(skipEven), [], [`${head} = 0 turns: `]);
    await check(loop(skipEven), [1, 3], [`${head} = 2 turns: 2 done`]);
  });
}

test('async for counts like for', async () => {
  const main = `
async def source(xs):
    for x in xs:
        yield x
async def execute(xs):
    out = []
    async for x in source(xs):
        if x == 2:
            continue
        try:
            out.append(6 // x)
        except ZeroDivisionError:
            pass
    return out
`;
  const { events, output } = await runOnce(main, [1, 2, 0, 3]);
  expect(output).toEqual([6, 2]);
  expect(loopsOf(events)).toEqual([
    'x in source(xs) :7 = 4 turns: 2 done 1 skipped 1 dropped [#2 skipped :9 2] [#3 dropped :12 0 ZeroDivisionError]',
  ]);
});

test.each([
  ['async for', 'async for x in source(xs):'],
  ['for over a generator', 'for x in (x for x in xs):'],
])('%s: handled, break, return and an exception', async (_, loop) => {
  const main = (body: string): string =>
    `async def source(xs):\n    for x in xs:\n        yield x\nasync def execute(xs):\n    out = []\n    ${loop}\n        ${body.replaceAll('\n', '\n    ')}\n    return out\n`;
  const run = async (body: string, input: unknown): Promise<string> => {
    const { events } = await runOnce(main(body), input);
    return loopsOf(events)
      .join()
      .replace(/^.* :6 = /, '');
  };
  expect(await run(handleBad, [0, 1])).toBe('2 turns: 1 done 1 handled [#1 handled :9 0 ZeroDivisionError]');
  expect(await run(leaveAtTwo, [1, 2, 3])).toBe('2 turns: 1 done 1 left [#2 break :8 2]');
  expect(await run(returnAtTwo, [1, 2, 3])).toBe('2 turns: 1 done 1 left [#2 return :8 2]');
  expect(await run(raiseAtTwo, [1, 2, 3])).toBe('2 turns: 1 done 1 left [#2 raise :8 2 ValueError]');
  expect(await run(skipEven, [2, 3])).toBe('2 turns: 1 done 1 skipped [#1 skipped :8 2]');
  expect(await run(dropBad, [0, 5])).toBe('2 turns: 1 done 1 dropped [#1 dropped :9 0 ZeroDivisionError]');
});

test('nested loops keep their own ledgers, and the inner one names the outer turn', async () => {
  const body = `
out = []
for row in xs:
    for cell in row:
        if cell is None:
            continue
        out.append(cell)
    if not row:
        continue
return out`.trim();
  const { events, output } = await runOnce(`def execute(xs):\n${body.replaceAll(/^(?=.)/gm, '    ')}\n`, [[1, null], [], [2]]);
  expect(output).toEqual([1, 2]);
  expect(events.filter((event) => event.type === 'loop.ended').map((loop) => [picture(loop), loop.iteration?.index])).toEqual([
    ['cell in row :4 = 2 turns: 1 done 1 skipped [#2 skipped :6]', 1],
    ['cell in row :4 = 0 turns: ', 2],
    ['cell in row :4 = 1 turns: 1 done', 3],
    ['row in xs :3 = 3 turns: 2 done 1 skipped [#2 skipped :9]', undefined],
  ]);
});

test('else of a loop runs as before, and so does a return through two loops', async () => {
  const body =
    'for x in xs:\n    if x == 2:\n        break\n    if x == 9:\n        continue\nelse:\n    return "no two"\nfor y in xs:\n    for z in xs:\n        try:\n            if z == 2:\n                return "found"\n        except ValueError:\n            continue\n';
  const run = async (input: unknown): Promise<unknown[]> => {
    const { events, output } = await runOnce(`def execute(xs):\n${body.replaceAll(/^(?=.)/gm, '    ')}\n`, input);
    return [output, ...loopsOf(events)];
  };
  expect(await run([1, 3])).toEqual(['no two', 'x in xs :2 = 2 turns: 2 done']);
  expect(await run([1, 2])).toEqual([
    'found',
    'x in xs :2 = 2 turns: 1 done 1 left [#2 break :4 2]',
    'z in xs :10 = 2 turns: 1 done 1 left [#2 return :13 2]',
    'y in xs :9 = 1 turns: 1 left [#1 return :13 1]',
  ]);
});

test('a handler that ends the turn by falling off its end counts, one that goes on with a substitute does not', async () => {
  await check(
    'out = []\nfor x in xs:\n    if x:\n        try:\n            out.append(1 // (x - 1))\n        except ZeroDivisionError:\n            pass\nreturn out',
    [1, 0, 3],
    ['x in xs :3 = 3 turns: 2 done 1 dropped [#1 dropped :7 1 ZeroDivisionError]'],
  );
  await check(
    'out = []\nfor x in xs:\n    try:\n        y = 1 // x\n    except ZeroDivisionError:\n        y = 0\n    out.append(y)\nreturn out',
    [1, 0],
    ['x in xs :3 = 2 turns: 2 done'],
  );
});

test('continue inside a handler that may also raise counts only when it continues', async () => {
  const body =
    'for x in xs:\n    try:\n        1 // x\n    except ZeroDivisionError as error:\n        if x is None:\n            raise\n        continue';
  await check(
    body,
    [1, 0],
    ['x in xs :2 = 2 turns: 1 done 1 handled [#2 handled :5 0 ZeroDivisionError]'.replaceAll('handled', 'dropped')],
  );
});

test('what is iterated over may itself raise', async () => {
  await check(
    'def source():\n    yield 1\n    raise OSError("gone")\nfor x in source():\n    if x == 2:\n        continue',
    [],
    ['x in source() :5 = 1 turns: 1 done'],
  );
  await check('for x in None:\n    if x == 2:\n        continue', [], ['x in None :2 = 0 turns: ']);
});

test.each([
  ['while loops', 'n = 0\nwhile n < 3:\n    n += 1\n    if n == 2:\n        continue\nreturn n'],
  ['comprehensions', 'return [x for x in [1, 2] if x != 2]'],
  ['for loops in which no turn can end early', 'n = 0\nfor x in [1, 2]:\n    n += x\nreturn n'],
  ['loops in a function that reads its locals', 'for x in [1, 2]:\n    if x == 1:\n        continue\nreturn sorted(locals())'],
  ['loops in a class body', 'class A:\n    for x in [1, 2]:\n        if x == 1:\n            continue\nreturn A.x'],
  [
    'a generator that is never asked to its end',
    'def g():\n    for x in [1, 2]:\n        if x == 9:\n            continue\n        yield x\nkeep = g()\nreturn next(keep)',
  ],
])('%s are silent', async (_, body) => {
  await check(body, {}, []);
});

test('items are named by their link, title or id, without running the agent’s code', async () => {
  const main = `
import pathlib
class Order:
    def __init__(self, id):
        self.id = id
    def __str__(self):
        raise RuntimeError("not asked")
    @property
    def link(self):
        raise RuntimeError("not asked")
def execute(_):
    things = [{"title": "新品", "link": "/a-17"}, {"id": 7}, {"k": "v"}, Order("o-1"), pathlib.PurePosixPath("/x/y"), object(), "x" * 300, b"raw", ("a", 1)]
    for thing in things:
        if thing:
            continue
`;
  const { events } = await runOnce(main, {});
  const loop = events.find((event) => event.type === 'loop.ended');
  expect(loop?.exits.map(({ item }) => item)).toEqual(['/a-17', '7', 'k=v', 'o-1', '/x/y', undefined, `${'x'.repeat(119)}…`, 'raw', 'a 1']);
});

test('ten thousand turns keep a hundred exits, and a loop that runs ten thousand times is told in sum', async () => {
  const many = await runOnce('def execute(n):\n    for x in range(n):\n        if x % 2:\n            continue\n', 10_000);
  const loop = many.events.find((event) => event.type === 'loop.ended');
  expect([loop?.started, loop?.done, loop?.skipped, loop?.exits.length]).toEqual([10_000, 5000, 5000, 100]);
  const often = await runOnce(
    'def once(y):\n    for x in [1, y]:\n        if x == 2:\n            continue\ndef execute(n):\n    for i in range(n):\n        once(i % 3)\n',
    9000,
  );
  const loops = often.events.filter((event) => event.type === 'loop.ended');
  const sum = (key: 'started' | 'done' | 'skipped'): number => loops.reduce((total, one) => total + one[key], 0);
  expect([sum('started'), sum('done'), sum('skipped')]).toEqual([18_000, 15_000, 3000]);
  expect(loops.length).toBeLessThan(250);
});
