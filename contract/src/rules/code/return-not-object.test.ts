import { describe, expect, it } from 'vitest';
import { checkJavascript, checkPython } from './check-entrypoint.ts';

const object = 'output_schema: { type: object }';

const body = (...lines: readonly string[]): string => ['def execute(input_data):', ...lines.map((line) => `    ${line}`), ''].join('\n');

describe('a return that gives no object', () => {
  it.each([
    ['return', 'None'],
    ['return None', 'None'],
    ['return [1]', 'list'],
    ['return 1, 2', 'tuple'],
    ['return "text"', 'str'],
    ['return f"{x}"', 'str'],
    ['return {1, 2}', 'set'],
    ['return {} if x else None', 'None'],
    ['return json.dumps({"a": 1})', 'str'],
    ['return str(x)', 'str'],
    ['return sorted(x)', 'list'],
  ])('is marked: %s', (statement, what) => {
    expect(checkPython(body('if x: return {}', statement), object)).toContain(
      `error return-not-object: This returns ${what}, but output_schema says object. Return keys and values, or change output_schema.`,
    );
  });

  it('is marked at the name when there is no return at all', () => {
    expect(checkPython(body('print(input_data)'), object)).toBe(
      [
        'def execute(input_data):',
        '    ^^^^^^^ warning return-not-object: execute() returns nothing, but output_schema says object. Add a return.',
      ].join('\n'),
    );
  });

  it.each([
    ['a dict', 'return {}'],
    ['a call', 'return f()'],
    ['a call of what this file defines', 'return list(x)\n\ndef list(event):\n    return {}'],
    ['a call of what it imports', 'return str(x)\n\nfrom .texts import str'],
    ['a call of a name of the function', 'json = load()\n    return json.dumps(x)'],
    ['a call of a method', 'return texts.str(x)'],
    ['a name', 'return result'],
    ['a sum', 'return a | b'],
    ['an await', 'return await f()'],
    ['only a raise', 'raise NotImplementedError()'],
    ['a return in a function inside', 'def f(): return 1\n    return f()'],
    ['a dict comprehension', 'return {k: v for k, v in x}'],
  ])('is not spoken of: %s', (_, lines) => {
    expect(checkPython(body(lines), object)).toBe('');
  });

  it.each(['', 'output_schema: { type: array }', 'output_schema: { type: [object, "null"] }', 'output_schema: true', 'output_schema: {}'])(
    'is not spoken of with %s',
    (schema) => {
      expect(checkPython(body('return None'), schema)).toBe('');
    },
  );

  it('may be said by the type alone', () => {
    const typed = (type: string, value: string): string =>
      checkPython(`def execute(input_data) -> ${type}:\n    return ${value}\n`, object);
    expect(typed('list[dict]', 'run()')).toBe(
      [
        'def execute(input_data) -> list[dict]:',
        '                           ^^^^^^^^^^ warning return-not-object: execute() says that it returns list[dict], but output_schema says object. Change one of the two.',
      ].join('\n'),
    );
    expect(typed('str', 'run()')).toContain('returns str');
    expect(typed('"list"', 'run()')).toContain('returns "list"');
    for (const type of [
      'dict',
      'dict[str, list]',
      'Dict[str, Any]',
      'Result',
      '"Result"',
      'list | dict',
      'Optional[dict]',
      'Mapping',
      'Any',
    ])
      expect(typed(type, 'run()')).toBe('');
    expect(typed('str', '{"a": 1}')).toBe('');
  });

  it('may be said by the type alone in TypeScript', () => {
    const typed = (type: string): string =>
      checkJavascript(`export async function execute(input: Input): ${type} {\n  return run(input);\n}\n`, object, 'main.ts');
    expect(typed('Promise<string[]>')).toBe(
      [
        'export async function execute(input: Input): Promise<string[]> {',
        '                                             ^^^^^^^^^^^^^^^^^ warning return-not-object: execute() says that it returns string[], but output_schema says object. Change one of the two.',
      ].join('\n'),
    );
    expect(typed('string | undefined')).toContain('returns string | undefined');
    for (const type of [
      'Promise<Output>',
      'Output',
      'Promise<Record<string, string>>',
      'Promise<Output | string>',
      'unknown',
      'void',
      'Promise<Map<string, A>>',
    ])
      expect(typed(type)).toBe('');
    expect(checkJavascript('export const execute = (input: A): number => run(input);', object, 'main.ts')).toContain('returns number');
    expect(checkJavascript('export const execute = (input: A): number => ({ t: 1 });', object, 'main.ts')).toBe('');
  });

  it('is found in JavaScript', () => {
    expect(checkJavascript('export const execute = (input) => [1];', object)).toContain('returns array');
    expect(checkJavascript('export const execute = (input) => JSON.stringify(input);', object)).toContain('returns string');
    expect(checkJavascript('const String = (x) => ({ x });\nexport const execute = (input) => String(input);', object)).toBe('');
    expect(checkJavascript('export function execute(input) { return; }', object)).toContain('returns undefined');
    expect(checkJavascript('export function execute(input) { use(input); }', object)).toContain('returns nothing');
    expect(checkJavascript('export function execute(input) { return new Map(); }', object)).toBe('');
    expect(checkJavascript('export function execute(input) { throw new Error(); }', object)).toBe('');
    expect(checkJavascript('export const execute = (input) => run(input);', object)).toBe('');
  });
});
