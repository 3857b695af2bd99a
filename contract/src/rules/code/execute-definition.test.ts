import { describe, expect, it } from 'vitest';
import { checkJavascript, checkPython } from './check-entrypoint.ts';

describe('a file without execute', () => {
  it('is told at its first line what to add', () => {
    expect(checkPython('import json\n\nx = 1\n', '')).toBe(
      ['import json', '^^^^^^^^^^^ error missing-execute: main.py has no execute(input_data). Add it or change runtime.entrypoint.'].join(
        '\n',
      ),
    );
  });

  it('is told of a function whose name is nearly right', () => {
    expect(checkPython('def excute(input_data):\n    return {}\n', '')).toBe(
      [
        'def excute(input_data):',
        '    ^^^^^^ error missing-execute: main.py has no execute(input_data). Did you mean execute instead of excute?',
      ].join('\n'),
    );
  });

  it('is told of an execute that is not exported', () => {
    expect(checkJavascript('function execute(input) {\n  return {};\n}\n', '')).toBe(
      [
        'function execute(input) {',
        '         ^^^^^^^ error missing-execute: main.js does not export execute, so the runtime cannot call it. Export it.',
      ].join('\n'),
    );
  });

  it.each([
    ['an empty file', ''],
    ['only a function inside a function', 'def f():\n    def execute(input_data):\n        return {}\n'],
    ['only a call of it', 'execute({})\n'],
    ['only under the main test', 'if __name__ == "__main__":\n    def execute(input_data):\n        return {}\n'],
    ['only in a string', '"""\ndef execute(input_data):\n    return {}\n"""\n'],
    ['only in a comment', '# def execute(input_data):\n'],
    ['a method that is called eval', 'model.eval()\ndb.exec("x")\n'],
    ['attributes of its own objects', 'class A:\n    def f(self, **more):\n        setattr(self, "x", vars(more))\n'],
  ])('is one: %s', (_, code) => {
    expect(checkPython(code, '')).toContain('missing-execute');
  });

  it.each([
    ['a function', 'def execute(input_data):\n    return {}\n'],
    ['an async function', 'async def execute(input_data):\n    return {}\n'],
    ['a function with types', 'def execute(input_data: dict[str, int] = {}, /) -> dict[str, object]:\n    return {}\n'],
    ['a function with type parameters', 'def execute[T](input_data: T) -> dict:\n    return {}\n'],
    ['a decorated function', '@traced\ndef execute(input_data):\n    return {}\n'],
    ['a lambda', 'execute = lambda input_data: {}\n'],
    ['another name', 'def run(input_data):\n    return {}\nexecute = run\n'],
    ['the result of a call', 'execute = make(run)\n'],
    ['an annotated assignment', 'execute: Callable = run\n'],
    ['an import', 'from .impl import execute\n'],
    ['an import under this name', 'from impl import run as execute\n'],
    ['a module under this name', 'import impl as execute\n'],
    ['a star import', 'from impl import *\n'],
    ['a condition', 'if fast:\n    def execute(input_data):\n        return {}\nelse:\n    from slow import execute\n'],
    ['a try', 'try:\n    from fast import execute\nexcept ImportError:\n    def execute(input_data):\n        return {}\n'],
    ['several targets', 'setup, execute = make()\n'],
    ['a module function for names', 'def __getattr__(name):\n    return run\n'],
    ['exec', 'exec(open("code.py").read())\n'],
    ['globals', 'globals()["execute"] = run\n'],
    ['the module itself', 'setattr(sys.modules[__name__], "execute", run)\n'],
    ['a broken line above', 'x = (\n\ndef execute(input_data):\n    return {}\n'],
    ['a broken line elsewhere', 'def exec\n'],
    ['a backslash at the end of a line', 'with open(a) as f, \\\n     open(b) as g:\n    pass\ndef execute(input_data):\n    return {}\n'],
    ['a parenthesised with, which the grammar does not know', 'with f() as (a, b):\n    pass\n\ndef execute(input_data):\n    return {}\n'],
    ['carriage returns', 'import os\r\n\r\ndef execute(input_data):\r\n    return {}\r\n'],
    ['tabs', 'def execute(input_data):\n\tif x:\n\t\treturn {}\n\treturn {}\n'],
    ['statements on one line', 'x = 1; execute = run\n'],
  ])('is none: %s', (_, code) => {
    expect(checkPython(code, '')).toBe('');
  });

  it.each([
    'export function execute(input) { return {}; }',
    'export async function execute(input) { return {}; }',
    'export const execute = async (input) => ({});',
    'export default { execute(input) { return {}; } };',
    'export default { execute: async (input) => ({}) };',
    'const api = { execute(input) { return {}; } };\nexport default api;',
    'module.exports = { execute };\nfunction execute(input) { return {}; }',
    'module.exports = { async execute(input) { return {}; } };',
    'module.exports.execute = (input) => ({});',
    'exports.execute = async function (input) { return {}; };',
    'exports["execute"] = run;',
    'exports = module.exports = { execute: (input) => ({}) };',
    'function run(input) { return {}; }\nexport { run as execute };',
    'export { execute } from "./impl.js";',
    'export { default as execute } from "./impl.js";',
    'export * from "./impl.js";',
    'export * as execute from "./impl.js";',
    'import { execute } from "./impl.js";\nexport { execute };',
    'export const { execute } = make();',
    'module.exports = require("./impl");',
    'module.exports = { ...require("./impl") };',
    'Object.assign(exports, { execute });',
    'if (fast) module.exports.execute = (input) => ({});',
    'export default async function execute(input) { return {}; }',
    'export default new Agent();',
    'export function execute(',
    '#!/usr/bin/env node\nexport const execute = (input) => ({});',
  ])('is none in JavaScript: %s', (code) => {
    expect(checkJavascript(code, '')).toBe('');
  });

  it.each([
    'export const execute = (async (input) => ({})) satisfies Execute;',
    'export const execute: Execute = async ({ city }) => ({});',
    'export function execute(input: A): B;\nexport function execute(input: unknown): unknown { return {}; }',
    'const agent = { execute: (input: A) => ({}) } as const;\nexport default agent satisfies Agent;',
    'export function execute(this: void, input: A, context?: B): C { return {}; }',
  ])('is none in TypeScript: %s', (code) => {
    expect(checkJavascript(code, '', 'main.ts')).toBe('');
  });

  it('is not spoken of where the entrypoint is no code of the runtime that is named', () => {
    expect(checkJavascript('echo hello', '', 'main.sh')).toBe('');
    expect(checkJavascript('x = 1', '', 'main.py')).toBe('');
  });
});

describe('an execute that is a method', () => {
  it('is told that nobody calls it', () => {
    expect(checkPython('class Agent:\n    def execute(self, input_data):\n        return {}\n', '')).toBe(
      [
        '    def execute(self, input_data):',
        '        ^^^^^^^ error execute-in-class: The runtime calls a function execute(input_data), not a method. Add one that calls Agent().execute.',
      ].join('\n'),
    );
    expect(checkJavascript('export class Agent {\n  execute(input) {\n    return {};\n  }\n}\n', '')).toContain('execute-in-class');
  });

  it.each([
    [
      'a function calls it',
      'class Agent:\n    def execute(self, x):\n        return {}\n\ndef execute(input_data):\n    return Agent().execute(input_data)\n',
    ],
    ['its bound method is the function', 'class Agent:\n    def execute(self, x):\n        return {}\n\nexecute = Agent().execute\n'],
    ['the module is open', 'from impl import *\nclass Agent:\n    def execute(self, x):\n        return {}\n'],
    ['the file is broken', 'x = (\nclass Agent:\n    def execute(self, x):\n        return {}\n'],
  ])('is not spoken of when %s', (_, code) => {
    expect(checkPython(code, '')).toBe('');
  });

  it('is not spoken of when an instance is exported', () => {
    expect(checkJavascript('class Agent { execute(input) { return {}; } }\nmodule.exports = new Agent();', '')).toBe('');
    expect(checkJavascript('class Agent { execute(input) { return {}; } }\nexport default new Agent();', '')).toBe('');
  });
});
