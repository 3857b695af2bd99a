import { expect, test } from 'vitest';
import { runInHarness, type HarnessOutcome } from './harness-process.ts';

async function runSource(
  source: string,
  options: { readonly name?: string; readonly max_result_bytes?: number } = {},
): Promise<HarnessOutcome> {
  const { name = 'main.mjs', ...rest } = options;
  return runInHarness({ files: { [name]: source, 'lib/part.mjs': 'export const part = 1;\n' }, ...rest });
}

test.each([
  ['NaN', '({ list: [1, { share: 0 / 0 }] })', 'not_json', '/list/1/share'],
  ['Infinity', '({ "a/b": Infinity })', 'not_json', '/a~1b'],
  ['undefined', '({ title: undefined })', 'not_json', '/title'],
  ['a BigInt', '({ id: 10n })', 'not_json', '/id'],
  ['a function', '({ call: () => 1 })', 'not_json', '/call'],
  ['a symbol', '({ mark: Symbol("x") })', 'not_json', '/mark'],
  ['a Map', '({ seen: new Map() })', 'not_json', '/seen'],
  ['bytes', '({ data: Buffer.from("x") })', 'not_json', '/data'],
  ['an unawaited promise', '({ page: Promise.resolve(1) })', 'not_json', '/page'],
  ['an Error', '({ error: new Error("x") })', 'not_json', '/error'],
  ['a cycle', '(() => { const a = { b: {} }; a.b.c = a; return a; })()', 'not_json', '/b/c'],
  ['too deep a value', '(() => { let a = 1; for (let i = 0; i < 5000; i++) a = [a]; return { a }; })()', 'result_too_deep', /^\/a(\/0)+$/],
  ['too large a value', '({ small: 1, large: "x".repeat(2000) })', 'result_too_large', '/large'],
  ['nothing', 'undefined', 'no_result', undefined],
])('a result with %s is a failure that names the key', async (_what, expression, code, path) => {
  const { failure, output, order } = await runSource(`export function execute() { return ${expression}; }`, { max_result_bytes: 1000 });
  expect(output).toBeUndefined();
  expect(failure?.code).toBe(code);
  expect(path instanceof RegExp ? path.test(failure?.path ?? '') : failure?.path === path).toBe(true);
  expect(order.slice(-2)).toEqual(['failed', 'end']);
});

test('dates and toJSON are what JSON makes of them', async () => {
  const { output } = await runSource(`export const execute = () => ({ at: new Date(0), own: { toJSON: () => [1] }, none: null });`);
  expect(output).toEqual({ at: '1970-01-01T00:00:00.000Z', own: [1], none: null });
});

test('a thrown error has its type, its text, its line and no frame of the harness', async () => {
  const { failure } = await runSource(
    `class QuotaError extends Error {}\nfunction inner() {\n  throw new QuotaError('none left', { cause: new RangeError('0') });\n}\nexport async function execute() {\n  inner();\n}`,
  );
  expect(failure).toMatchObject({
    code: 'exception',
    exception_type: 'QuotaError',
    message: 'none left ← RangeError: 0',
    at: { file: 'main.mjs', line: 3 },
  });
  expect(failure?.traceback).toContain('main.mjs:6');
  expect(failure?.traceback).not.toContain('hosts/node');
});

test.each([
  ['a text', `throw 'just text'`, { exception_type: 'string', message: 'a value that is no Error was thrown: just text' }],
  ['an object', `throw { status: 4 }`, { exception_type: 'object', message: 'a value that is no Error was thrown: {"status":4}' }],
  ['nothing', `throw undefined`, { exception_type: 'undefined' }],
  [
    'a rejection that nobody handles',
    `Promise.reject(new TypeError('lost')); return {}`,
    { exception_type: 'TypeError', message: 'lost', at: { file: 'main.mjs', line: 2 } },
  ],
  [
    'a throw in a timer',
    `setTimeout(() => { throw new TypeError('later'); }, 1); await new Promise(() => undefined)`,
    { exception_type: 'TypeError', at: { file: 'main.mjs', line: 2 } },
  ],
  ['a request that fails where no line is on the stack', `await fetch('http://127.0.0.1:1/')`, { at: { file: 'main.mjs', line: 2 } }],
])('%s is an exception', async (_what, statement, expected) => {
  const { failure } = await runSource(`export async function execute() {\n${statement};\n}`);
  expect(failure).toMatchObject({ code: 'exception', ...expected });
});

test.each([
  ['process.exit(3)', { code: 'exit_code', exit_code: 3 }, 3],
  ['process.exit()', { code: 'no_result', exit_code: 0 }, 1],
  ['await new Promise(() => undefined)', { code: 'no_result' }, 1],
])('%s is a failure of its own', async (statement, expected, code) => {
  const { failure, exitCode, order } = await runSource(`export async function execute() {\n${statement};\n}`);
  expect(failure).toMatchObject(expected);
  expect(exitCode).toBe(code);
  expect(order).toEqual(['ready', 'failed', 'end']);
});

test.each([
  ['main.mjs', `const a = 1;\nexport function execute( { return a ]\n`, 'SyntaxError', 2],
  ['main.cjs', `const a = 1;\nmodule.exports.execute = ( => a;\n`, 'SyntaxError', 2],
  ['main.ts', `const a: number = 1;\nexport function execute(b: string:) {}\n`, 'SyntaxError', 2],
  ['main.ts', `const a = 1;\nenum Kind { One }\nexport const execute = () => Kind.One;\n`, 'SyntaxError', 2],
  ['main.mjs', `const a = 1;\nimport { nothing } from './lib/part.mjs';\n`, 'SyntaxError', 2],
  ['main.mjs', `const a = 1;\nimport cheerio from 'cheerio';\n`, 'Error', 2],
  ['main.cjs', `const a = 1;\nconst cheerio = require('cheerio');\n`, 'Error', 2],
  ['main.mjs', `const a = 1;\nnull.property;\n`, 'TypeError', 2],
])('%s that cannot be loaded is rejected with its line: %s', async (name, source, type, line) => {
  const { rejected, order } = await runSource(source, { name });
  expect(rejected).toMatchObject({ code: 'import_error', exception_type: type, at: { file: name, line } });
  expect(rejected?.message).not.toMatch(/hermes-node-agent-/);
  expect(order).toEqual(['rejected']);
});

test.each([
  ['an exit', `process.exit(2);`, { message: 'the agent called process.exit(2) while it was loaded' }],
  [
    'a rejection',
    `const a = 1;\nPromise.reject(new RangeError('early'));\nawait new Promise((end) => setTimeout(end, 60_000));`,
    { exception_type: 'RangeError', at: { file: 'main.mjs', line: 2 } },
  ],
])('%s while the agent is loaded rejects it', async (_what, source, expected) => {
  const { rejected, order } = await runSource(source);
  expect(rejected).toMatchObject({ code: 'import_error', ...expected });
  expect(order).toEqual(['rejected']);
});

test('an entrypoint without execute is rejected', async () => {
  const { rejected } = await runSource(`export const run = () => ({});`);
  expect(rejected).toMatchObject({ code: 'no_execute', at: { file: 'main.mjs', line: 1 } });
});

test('an interrupt ends the task as canceled, and an agent may tidy up first', async () => {
  const interrupted = await runInHarness({
    files: { 'main.mjs': `export async function execute() { console.log('on'); await new Promise((end) => setTimeout(end, 60_000)); }` },
    onEvent: (_event, harness) => harness.kill('SIGINT'),
  });
  expect(interrupted.failure?.code).toBe('canceled');
  expect(interrupted.exitCode).toBe(130);
  const tidied = await runInHarness({
    files: {
      'main.mjs': `export function execute() {\n  return new Promise((end) => {\n    process.on('SIGINT', () => end({ tidied: true }));\n    setTimeout(() => undefined, 60_000);\n    console.log('on');\n  });\n}`,
    },
    onEvent: (_event, harness) => harness.kill('SIGINT'),
  });
  expect(tidied.output).toEqual({ tidied: true });
});
