import { expect, test } from 'vitest';
import { runOnce, startHarness } from './harness-process.ts';

const returns = (expression: string, before = ''): string =>
  `import math, datetime, collections, enum\n${before}\ndef execute(input_data):\n    return ${expression}\n`;

const asyncMain = `
import asyncio
async def execute(input_data):
    await asyncio.sleep(0)
    return {"sum": sum(await asyncio.gather(*[one(n) for n in input_data]))}
async def one(n):
    return n
`;

test('a result keeps every kind of JSON value, tuples and string enums included', async () => {
  const expression = '{"a": [1, 2.5, None, True, "新"], "t": (1, 2), "e": Colour.RED, "o": collections.OrderedDict(x=1)}';
  const { output } = await runOnce(returns(expression, 'class Colour(str, enum.Enum):\n    RED = "red"'), {});
  expect(output).toEqual({ a: [1, 2.5, null, true, '新'], t: [1, 2], e: 'red', o: { x: 1 } });
});

test('an async execute is awaited', async () => {
  expect((await runOnce(asyncMain, [1, 2, 3])).output).toEqual({ sum: 6 });
});

test.each([
  ['float("nan")', 'not_json', '', 'The value at the top is nan, which JSON does not have.'],
  ['{"a": [1, math.inf]}', 'not_json', '/a/1', 'The value at /a/1 is inf, which JSON does not have.'],
  ['{"a/b": {"~": b"x"}}', 'not_json', '/a~1b/~0', 'The value at /a~1b/~0 is of type bytes, which is not JSON.'],
  ['{"when": datetime.date(2026, 1, 1)}', 'not_json', '/when', 'The value at /when is of type date, which is not JSON.'],
  ['{"ids": {1, 2}}', 'not_json', '/ids', 'The value at /ids is of type set, which is not JSON.'],
  ['{"by_id": {7: "x"}}', 'not_json', '/by_id', 'The object at /by_id has the key 7 of type int; JSON keys are strings.'],
  ['{"n": 2**53}', 'not_json', '/n', 'The integer at /n has more digits than JSON keeps; return it as a string.'],
  ['{"name": "\\udce9"}', 'not_json', '/name', 'The text at /name holds half a character (\\udce9).'],
  ['(n for n in [1])', 'not_json', '', 'execute() is a generator: return the result instead of yielding it.'],
])('%s fails as %s at %s', async (expression, code, path, message) => {
  const { failure, output, end } = await runOnce(returns(expression), {});
  expect({ failure, output }).toEqual({ failure: { code, path, message }, output: undefined });
  expect(end).toMatchObject({ exit_code: 0 });
});

test('a value that contains itself fails with its path', async () => {
  const main = 'def execute(input_data):\n    a = {"list": []}\n    a["list"].append(a)\n    return {"top": a}\n';
  expect((await runOnce(main, {})).failure).toEqual({
    code: 'not_json',
    path: '/top/list/0',
    message: 'The value at /top/list/0 contains itself.',
  });
});

test('a result 100,000 levels deep fails instead of crashing', async () => {
  const main = 'def execute(input_data):\n    value = []\n    for _ in range(100000):\n        value = [value]\n    return value\n';
  expect((await runOnce(main, {})).failure).toMatchObject({
    code: 'result_too_deep',
    message: 'The result is nested more than 200 levels deep.',
  });
});

test('a result beyond its limit fails and names the largest part', async () => {
  const main = returns('{"small": 1, "big": "x" * 5000}');
  expect((await runOnce(main, {}, { max_result_bytes: 1000 })).failure).toMatchObject({
    code: 'result_too_large',
    path: '/big',
    message: 'The result has 5020 bytes; 1000 are allowed. The largest part is /big (5002 bytes). Write a file, or raise limits.output_mb.',
  });
});

test('a result of several megabytes arrives whole', async () => {
  const { output } = await runOnce(returns('["é" * 1000] * 2500'), {});
  expect(JSON.stringify(output)).toHaveLength(2500 * 1003 + 1);
});

test('an exception becomes a failure with type, message, innermost line and a traceback of the agent’s frames only', async () => {
  const main = 'def execute(input_data):\n    return price(input_data)\n\ndef price(order):\n    return order["total"]\n';
  const { failure } = await runOnce(main, {});
  expect(failure).toMatchObject({ code: 'exception', exception_type: 'KeyError', message: "'total'", at: { file: 'main.py', line: 5 } });
  expect(failure?.traceback?.split('\n').filter((line) => line.includes('File '))).toEqual([
    expect.stringMatching(/main\.py", line 2, in execute$/),
    expect.stringMatching(/main\.py", line 5, in price$/),
  ]);
});

test('a cause keeps its own traceback, and an exception that cannot be printed is still reported', async () => {
  const chained =
    'def execute(input_data):\n    try:\n        int("x")\n    except ValueError as error:\n        raise RuntimeError("bad order") from error\n';
  expect((await runOnce(chained, {})).failure?.traceback).toMatch(
    /ValueError: invalid literal.*\n\nThe above exception was the direct cause[\s\S]*RuntimeError: bad order/,
  );
  const rude =
    'class Rude(Exception):\n    def __str__(self):\n        raise TypeError("no")\ndef execute(input_data):\n    raise Rude()\n';
  expect((await runOnce(rude, {})).failure).toMatchObject({
    exception_type: 'Rude',
    message: '(its text could not be read: TypeError)',
    at: { line: 5 },
  });
});

test.each([
  ['sys.exit(3)', { code: 'exit_code', exit_code: 3, message: 'The agent called sys.exit(3) instead of returning a result.' }],
  [
    'sys.exit("no key")',
    { code: 'exit_code', exit_code: 1, message: 'The agent called sys.exit(1): no key instead of returning a result.' },
  ],
  ['sys.exit()', { code: 'no_result', exit_code: 0 }],
  ['[0] * (10 ** 15)', { code: 'memory_exceeded', exception_type: 'MemoryError' }],
  ['execute(input_data)', { code: 'exception', exception_type: 'RecursionError' }],
])('%s fails with its own code', async (expression, expected) => {
  const { failure } = await runOnce(`import sys\ndef execute(input_data):\n    return ${expression}\n`, {});
  expect(failure).toMatchObject({ ...expected, at: { file: 'main.py', line: 3 } });
});

test('a process that ends without a result says so in its end frame', async () => {
  const harness = startHarness({
    'main.py': 'import os\ndef execute(input_data):\n    os._exit(5) if input_data else os.kill(os.getpid(), 9)\n',
  });
  await harness.loaded;
  expect(await harness.run(1)).toMatchObject({ output: undefined, failure: undefined, end: { exit_code: 5 } });
  expect(await harness.run(0)).toMatchObject({ output: undefined, failure: undefined, end: { signal: 9 } });
  await harness.close();
});
