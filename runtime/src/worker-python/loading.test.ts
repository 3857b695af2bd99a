import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rejection, runOnce, startHarness } from './harness-process.ts';

const minimal = 'def execute(input_data):\n    return input_data\n';

test('an agent with local modules, packages and relative imports loads from the snapshot', async () => {
  const harness = startHarness({
    'main.py': 'import helper\nfrom parts.words import greet\ndef execute(input_data):\n    return {"text": greet(helper.NAME)}\n',
    'helper.py': 'NAME = "Ada"\n',
    'parts/__init__.py': '',
    'parts/words.py': 'from .tone import mark\ndef greet(name):\n    return "Hello " + name + mark\n',
    'parts/tone.py': 'mark = "!"\n',
  });
  expect(await harness.loaded).toMatchObject({ type: 'ready', instrumented: true });
  expect((await harness.run({})).output).toEqual({ text: 'Hello Ada!' });
  expect(await harness.close()).toBe(0);
});

test('an entrypoint in a folder sees the modules beside it and those at the top', async () => {
  const files = {
    'src/agent.py': 'import beside, top\ndef execute(input_data):\n    return [beside.X, top.Y]\n',
    'src/beside.py': 'X = 1\n',
    'top.py': 'Y = 2\n',
  };
  const harness = startHarness(files, { entrypoint: 'src/agent.py' });
  expect((await harness.loaded).type).toBe('ready');
  expect((await harness.run({})).output).toEqual([1, 2]);
  await harness.close();
});

test('code is compiled under the author’s folder while its files are read from the snapshot', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hermes-author-中文-'));
  const main = 'import sys\ndef execute(input_data):\n    code = sys._getframe().f_code.co_filename\n    raise ValueError(code)\n';
  const { failure } = await runOnce(main, {}, { folder });
  expect(failure).toMatchObject({ message: join(folder, 'main.py'), at: { file: 'main.py', line: 4 } });
  expect(failure?.traceback).toContain(`File "${join(folder, 'main.py')}", line 4, in execute`);
  expect(failure?.traceback).toContain('raise ValueError(code)');
});

test('a syntax error is reported with its line', async () => {
  expect(await rejection({ 'main.py': 'x = 1\ndef execute(:\n' })).toMatchObject({
    code: 'import_error',
    exception_type: 'SyntaxError',
    at: { file: 'main.py', line: 2 },
  });
});

test('a missing module is reported with the line that imports it, in a local module too', async () => {
  const failure = await rejection({ 'main.py': `import part\n${minimal}`, 'part.py': '\nimport nowhere_to_be_found\n' });
  expect(failure).toMatchObject({
    code: 'import_error',
    exception_type: 'ModuleNotFoundError',
    message: "No module named 'nowhere_to_be_found'",
    at: { file: 'part.py', line: 2 },
  });
  expect(failure.traceback).not.toMatch(/hermes_host|frozen|harness\.py/);
});

test('an import that fails inside a library names the library’s line', async () => {
  const library = startHarness({
    'main.py': minimal,
    'site/feedlike/__init__.py': 'from . import encodings\n',
    'site/feedlike/encodings.py': '# no cgi any more\nimport cgi_is_gone\n',
  });
  await library.loaded;
  const failure = await rejection({ 'main.py': `import feedlike\n${minimal}` }, { packages: [join(library.folder, 'site')] });
  expect(failure).toMatchObject({
    exception_type: 'ModuleNotFoundError',
    message: "No module named 'cgi_is_gone' (feedlike/encodings.py:2)",
    at: { file: 'main.py', line: 1 },
  });
  await library.close();
});

test('code that raises, exits or has no execute while it is loaded is rejected with the reason', async () => {
  expect(await rejection({ 'main.py': 'raise RuntimeError("no config")\n' })).toMatchObject({
    message: 'no config',
    at: { file: 'main.py', line: 1 },
  });
  expect(await rejection({ 'main.py': 'import sys\nsys.exit(3)\n' })).toMatchObject({
    exception_type: 'SystemExit',
    at: { file: 'main.py', line: 2 },
  });
  expect(await rejection({ 'main.py': 'def run(x):\n    return x\n' })).toEqual({
    code: 'no_execute',
    message: 'main.py has no execute(input_data). Add it or change runtime.entrypoint.',
  });
  expect(await rejection({ 'main.py': 'execute = 3\n' })).toMatchObject({ code: 'no_execute' });
  expect(await rejection({ 'other.py': '' })).toMatchObject({ code: 'import_error', exception_type: 'FileNotFoundError' });
});

test('a file that the transform cannot carry runs untouched and is named', async () => {
  const depth = 12;
  const loops = Array.from({ length: depth }, (_, n) => `${'    '.repeat(n + 1)}for i${n} in [1]:\n`).join('');
  const main = `def execute(input_data):\n${loops}${'    '.repeat(depth + 1)}try:\n${'    '.repeat(depth + 2)}int("x")\n${'    '.repeat(depth + 1)}except ValueError:\n${'    '.repeat(depth + 2)}continue\n    return 1\n`;
  const harness = startHarness({ 'main.py': main });
  expect(await harness.loaded).toMatchObject({
    type: 'ready',
    not_instrumented: [{ file: 'main.py', reason: expect.stringContaining('too many statically nested blocks') }],
  });
  expect((await harness.run({})).output).toBe(1);
  await harness.close();
});

test('loops in which a turn could end early and nobody counts are named, those of a late import in the log', async () => {
  const uncounted = 'while xs:\n        x = xs.pop()\n        if x == 2:\n            continue\n';
  const main = `import importlib\nclass A:\n    for x in [1]:\n        if x:\n            continue\ndef execute(xs):\n    ${uncounted}    ${uncounted}    while xs:\n        xs.pop()\n    return importlib.import_module("late").count([1])\n`;
  const harness = startHarness({ 'main.py': main, 'late.py': `def count(xs):\n    ${uncounted}    return 7\n` });
  expect(await harness.loaded).toMatchObject({
    not_instrumented: [
      { file: 'main.py:3', reason: expect.stringContaining('class body') },
      { file: 'main.py:7', reason: 'the turns of a while loop are not counted (also in line 11)' },
    ],
  });
  const { output, events } = await harness.run([1, 2]);
  expect(output).toBe(7);
  expect(events.filter((event) => event.type === 'log').map(({ level, text }) => `${level} ${text}`)).toEqual([
    'warning late.py:2 is not instrumented: the turns of a while loop are not counted',
  ]);
  await harness.close();
});

test('text is UTF-8 and the clock is UTC whatever the host’s environment says', async () => {
  const main =
    'import time, sys, locale\ndef execute(input_data):\n    return [time.tzname[0], sys.flags.utf8_mode, open(input_data).read()]\n';
  const harness = startHarness({ 'main.py': main, '名前.txt': '新品' }, { env: { TZ: 'Asia/Shanghai', LC_ALL: 'C' } });
  await harness.loaded;
  expect((await harness.run(join(harness.folder, '名前.txt'))).output).toEqual(['UTC', 1, '新品']);
  await harness.close();
});

test('what is printed while loading opens the trace of each task', async () => {
  const harness = startHarness({ 'main.py': `print("loading")\n${minimal}` });
  await harness.loaded;
  for (const _ of [1, 2]) {
    const { events } = await harness.run({});
    expect(events).toMatchObject([{ type: 'log', text: 'loading', at: { file: 'main.py', line: 1 } }]);
  }
  await harness.close();
});
