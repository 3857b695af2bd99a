import { expect, test } from 'vitest';
import { runOnce } from './harness-process.ts';

/** `KeyError :5 from :4 used` for each exception that was caught. */
async function check(main: string, expected: readonly string[], input: unknown = {}): Promise<void> {
  const { events } = await runOnce(main, input);
  const caught = events.filter((event) => event.type === 'exception.caught');
  expect(
    caught.map(
      ({ exception_type, at, raised_at, used, iteration }) =>
        `${exception_type} :${at.line} from :${raised_at?.line}${used ? ' used' : ''}${iteration ? ` #${iteration.index}` : ''}`,
    ),
  ).toEqual(expected);
}

const handler = (clause: string, body: string): string =>
  `import logging, sys, traceback\ndef execute(_):\n    try:\n        return {}["x"]\n    ${clause}\n        ${body.replaceAll('\n', '\n        ')}\n`;

test.each([
  ['except KeyError:', 'return 1', ''],
  ['except KeyError as error:', 'return 1', ''],
  ['except:', 'pass', ''],
  ['except Exception as error:', 'return str(error)', ' used'],
  ['except Exception:', 'logging.exception("x")', ' used'],
  ['except Exception:', 'logging.error("x", exc_info=True)', ' used'],
  ['except Exception:', 'return traceback.format_exc()', ' used'],
  ['except Exception:', 'return repr(sys.exc_info()[1])', ' used'],
])('%s %s', async (clause, body, used) => {
  await check(handler(clause, body), [`KeyError :5 from :4${used}`]);
});

test.each([
  ['raised again', 'except KeyError:', 'raise'],
  ['raised as another', 'except KeyError as error:', 'raise ValueError("x") from error'],
])('an exception that is %s is not told as caught', async (_, clause, body) => {
  await check(handler(clause, body), []);
});

test('a handler that raises only sometimes tells the other times', async () => {
  const main =
    'def one(x):\n    try:\n        return [][x]\n    except IndexError:\n        if x == 1:\n            raise\n        return None\ndef execute(_):\n    one(0)\n    one(1)\n';
  await check(main, ['IndexError :4 from :3']);
});

test('the line that raised is the agent’s own innermost one, in another file too', async () => {
  const main =
    'import json\ndef parse(text):\n    return json.loads(text)\ndef execute(_):\n    try:\n        parse("{")\n    except ValueError:\n        pass\n';
  await check(main, ['JSONDecodeError :7 from :3']);
});

test('an exception inside a loop’s turn names the turn, also from a function that the loop calls', async () => {
  const main =
    'def safe(x):\n    try:\n        return 1 // x\n    except ZeroDivisionError:\n        return None\ndef execute(_):\n    for x in [1, 0]:\n        if safe(x) is None:\n            continue\n';
  await check(main, ['ZeroDivisionError :4 from :3 #2']);
});

test('optional imports at the top and the end of an iterator are silent', async () => {
  await check(
    'try:\n    import not_there\nexcept ImportError:\n    not_there = None\ndef execute(_):\n    try:\n        next(iter([]))\n    except StopIteration:\n        return 1\n',
    [],
  );
});

test('a thousand exceptions at one place are told a hundred times', async () => {
  const main =
    'def execute(_):\n    n = 0\n    while n < 1000:\n        n += 1\n        try:\n            int("x")\n        except ValueError:\n            pass\n';
  const { events } = await runOnce(main, {});
  expect(events.filter(({ type }) => type === 'exception.caught')).toHaveLength(100);
});

test('trace: calls and trace: off leave the code as it is', async () => {
  const main =
    'import subprocess\ndef execute(_):\n    print("said")\n    for x in [1, 0]:\n        try:\n            1 // x\n        except ZeroDivisionError:\n            continue\n    subprocess.run(["true"])\n';
  const types = async (trace: 'off' | 'calls' | 'full'): Promise<string[]> =>
    (await runOnce(main, {}, { trace })).events.map(({ type }) => type);
  expect(await types('full')).toEqual(['log', 'exception.caught', 'loop.ended', 'process.exited']);
  expect(await types('calls')).toEqual(['log', 'process.exited']);
  expect(await types('off')).toEqual(['log']);
});

test('async with, match, walrus, decorators, star-args and nested functions run as before', async () => {
  const main = `
import asyncio, contextlib, functools
@contextlib.asynccontextmanager
async def room():
    yield "room"
def twice(f):
    @functools.wraps(f)
    def inner(*args, **kwargs):
        return f(*args, **kwargs) * 2
    return inner
class Shop:
    __private = 3
    @twice
    def price(self, *parts, extra=0):
        total = 0
        for part in parts:
            try:
                total += part
            except TypeError:
                continue
        return total + extra + self.__private
async def execute(xs):
    async with room() as name:
        if (n := len(xs)) > 1:
            out = [lambda: name]
    total = 0
    for x in xs:
        try:
            total += {"a": 1}[x]
        except (KeyError, TypeError):
            total -= 1
        else:
            total += 10
        finally:
            total += 100
    return [total, n, out[0](), Shop().price(1, None, 2, extra=5)]
`;
  const { output } = await runOnce(main, ['a', 'b']);
  expect(output).toEqual([210, 2, 'room', 22]);
});
