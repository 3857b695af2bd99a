import { expect, test } from 'vitest';
import { runOnce } from './harness-process.ts';

const logs = async (body: string, input: unknown = {}): Promise<unknown[]> => {
  const { events, failure } = await runOnce(
    `import sys, logging, warnings\ndef execute(input_data):\n${body.replaceAll(/^/gm, '    ')}\n`,
    input,
  );
  expect(failure).toBeUndefined();
  return events.filter((event) => event.type === 'log').map(({ stream, level, text, at }) => [stream, level, text, at?.line]);
};

test('each printed line is one event with its line of code', async () => {
  expect(await logs('print("one")\nprint("two\\nthree")\nprint("four", end="")\nprint("!")\nprint("fin", end="")')).toEqual([
    ['stdout', 'info', 'one', 3],
    ['stdout', 'info', 'two', 4],
    ['stdout', 'info', 'three', 4],
    ['stdout', 'info', 'four!', 5],
    ['stdout', 'info', 'fin', 7],
  ]);
});

test('standard error, bytes, Chinese, emoji and text that is no text at all are kept', async () => {
  expect(
    await logs(
      'print("错误 😀", file=sys.stderr)\nsys.stdout.buffer.write(b"raw \\xff\\n")\nprint("\\udce9")\nsys.__stdout__.write("direct\\n")',
    ),
  ).toEqual([
    ['stderr', 'warning', '错误 😀', 3],
    ['stdout', 'info', 'raw �', 4],
    ['stdout', 'info', '\\udce9', 5],
    ['stdout', 'info', 'direct', 6],
  ]);
});

test('a line without an end is sent in pieces', async () => {
  const texts = await logs('sys.stdout.write("x" * 100_000)');
  expect(
    texts.map((entry) => (Array.isArray(entry) && typeof entry[2] === 'string' ? entry[2].length : 0)).reduce((a, b) => a + b, 0),
  ).toBe(100_000);
  expect(texts.length).toBeLessThan(10);
});

test('records of the logging library come once each, whatever handlers the agent has set', async () => {
  expect(await logs('logging.warning("disk %d%%", 91)\nlogging.getLogger("x").info("not asked for")')).toEqual([
    ['logger', 'warning', 'disk 91%', 3],
  ]);
  expect(await logs('logging.basicConfig(level=logging.DEBUG)\nlog = logging.getLogger("shop")\nlog.debug("a")\nlog.error("b")')).toEqual([
    ['logger', 'debug', 'a', 5],
    ['logger', 'error', 'b', 6],
  ]);
});

test('a logged exception carries its traceback', async () => {
  const [entry] = await logs('try:\n    int("x")\nexcept ValueError:\n    logging.exception("bad")');
  expect(entry).toEqual(['logger', 'error', expect.stringMatching(/^bad\nTraceback [\s\S]*ValueError: invalid literal/), 6]);
});

test('a handler that writes elsewhere still writes', async () => {
  const { output } = await runOnce(
    'import io, logging\ndef execute(input_data):\n    kept = io.StringIO()\n    logging.getLogger().addHandler(logging.StreamHandler(kept))\n    logging.warning("x")\n    return kept.getvalue()\n',
    {},
  );
  expect(output).toBe('x\n');
});
