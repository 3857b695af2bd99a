import { describe, expect, it } from 'vitest';
import { checkJavascript, checkPython } from './check-entrypoint.ts';

const python = (parameters: string): string => checkPython(`def execute(${parameters}):\n    return {}\n`, '');

describe('parameters that do not fit the call', () => {
  it('are marked in the first line of the function', () => {
    expect(python('')).toBe(
      [
        'def execute():',
        '^^^^^^^^^^^^^ error execute-arity: The runtime calls execute() with the input, but it takes no argument. Write execute(input_data).',
      ].join('\n'),
    );
  });

  it.each([
    ['a, b', 'it needs 2'],
    ['self, input_data', 'it needs 2'],
    ['a, b, c=1', 'it needs 2'],
    ['a, b, /', 'it needs 2'],
    ['**kwargs', 'it takes no argument'],
    ['*, input_data', '"input_data" never gets a value'],
    ['input_data, *, key', '"key" never gets a value'],
  ])('are those of execute(%s)', (parameters, reason) => {
    expect(python(parameters)).toContain(reason);
  });

  it.each([
    'input_data',
    'input_data, /',
    'input_data: dict[str, tuple[int, int]]',
    'input_data={}',
    'input_data, context=None',
    'input_data, *, key=None',
    'input_data, *args, **kwargs',
    '*args',
    '*args, **kwargs',
    'input_data: "dict" = {"a": (1, 2)}, other: int = 3',
  ])('are not those of execute(%s)', (parameters) => {
    expect(python(parameters)).toBe('');
  });

  it.each([
    ['a decorator may give the others', '@with_context\ndef execute(a, b):\n    return {}\n'],
    ['another branch fits', 'if x:\n    def execute(a, b): return {}\nelse:\n    def execute(a): return {}\n'],
    ['another branch is an import', 'try:\n    from fast import execute\nexcept ImportError:\n    def execute(a, b): return {}\n'],
    ['a later definition fits', 'def execute(a, b): return {}\ndef execute(a): return {}\n'],
    ['the header is being typed', 'def execute(a, b\n'],
    ['the body is broken', 'def execute(a, b):\n    x = (\n'],
    ['the name is given to the result of a call', 'def execute(a, b): return {}\nexecute = partial(execute, 1)\n'],
  ])('are not spoken of when %s', (_, code) => {
    expect(checkPython(code, '')).toBe('');
  });

  it('are those of the last definition that always counts', () => {
    expect(checkPython('def execute(a): return {}\ndef execute(a, b): return {}\n', '')).toContain('it needs 2');
    expect(checkPython('def run(a, b): return {}\nexecute = run\n', '')).toContain('it needs 2');
    expect(checkPython('execute = lambda: {}\n', '')).toContain('it takes no argument');
  });

  it('are a warning in JavaScript, where only a second one is too much', () => {
    expect(checkJavascript('export function execute(input, context) { return {}; }', '')).toContain('warning execute-arity');
    for (const parameters of ['', 'input', '{ city }', 'input, context = {}', '...all', 'input, ...rest', 'input, _context']) {
      expect(checkJavascript(`export function execute(${parameters}) { return {}; }`, '')).toBe('');
    }
  });
});

describe('a generator', () => {
  it('is marked at its name', () => {
    expect(checkPython('def execute(input_data):\n    yield {}\n', '')).toBe(
      [
        'def execute(input_data):',
        '    ^^^^^^^ error execute-is-generator: execute() is a generator: calling it runs nothing. Return one result instead of using yield.',
      ].join('\n'),
    );
  });

  it.each([
    'def execute(input_data):\n    x = yield\n    return {}\n',
    'def execute(input_data):\n    yield from f()\n',
    'def execute(input_data):\n    yield\n',
    'async def execute(input_data):\n    for x in y:\n        yield x\n',
    'async def execute(input_data):\n    x = await f((yield 1))\n',
  ])('is one: %j', (code) => {
    expect(checkPython(code, '')).toContain('execute-is-generator');
  });

  it.each([
    'def execute(input_data):\n    def inner():\n        yield 1\n    return {"a": list(inner())}\n',
    'def execute(input_data):\n    return {"a": [x for x in y]}\n',
    'def execute(input_data):\n    f = lambda: (yield)\n    return {}\n',
    '@contextmanager\ndef execute(input_data):\n    yield {}\n',
    'def execute(input_data):\n    yields = 1\n    return {"yield": yields}\n',
  ])('is none: %j', (code) => {
    expect(checkPython(code, '')).toBe('');
  });

  it('has a star in JavaScript', () => {
    expect(checkJavascript('export function* execute(input) { yield {}; }', '')).toContain('execute-is-generator');
    expect(checkJavascript('module.exports = { async *execute(input) { yield {}; } };', '')).toContain('execute-is-generator');
    expect(checkJavascript('export function execute(input) { function* f() { yield 1; } return { a: [...f()] }; }', '')).toBe('');
  });
});
