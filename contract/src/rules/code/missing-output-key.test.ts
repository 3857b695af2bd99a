import { describe, expect, it } from 'vitest';
import { checkJavascript, checkPython } from './check-entrypoint.ts';

const needsBoth = 'output_schema: { type: object, properties: { a: {}, b: {} }, required: [a, b] }';

const body = (...lines: readonly string[]): string => ['def execute(input_data):', ...lines.map((line) => `    ${line}`), ''].join('\n');

describe('a required key that a return lacks', () => {
  it('is named at the return', () => {
    expect(checkPython(body('return {"a": 1}'), needsBoth)).toBe(
      [
        '    return {"a": 1}',
        '    ^^^^^^^^^^^^^^^ error missing-output-key: This returns no "b", which output_schema requires. Return it or make it optional.',
      ].join('\n'),
    );
  });

  it('is marked on the first line of a return that has several', () => {
    expect(checkPython(body('return {', '    "a": 1,', '}'), needsBoth)).toMatch(/^ {4}return \{\n {4}\^{8} error/);
  });

  it.each([
    ['all keys', 'return {"a": 1, "b": None}'],
    ['keys that are not known', 'return {"a": 1, **rest}'],
    ['a key that is computed', 'return {"a": 1, key: 2}'],
    ['a key that is set later', 'result = {"a": 1}\n    if x: result["b"] = 2\n    return result'],
    ['a variable with a computed key', 'result = {"a": 1}\n    result[k] = 2\n    return result'],
    ['a variable that another function fills', 'result = {"a": 1}\n    fill(result)\n    return result'],
    ['a call', 'return build()'],
    ['a raise', 'raise ValueError()'],
  ])('is not spoken of: %s', (_, lines) => {
    expect(checkPython(body(lines), needsBoth)).toBe('');
  });

  it('is found in JavaScript, and a spread silences it', () => {
    expect(checkJavascript('export const execute = (input) => ({ a: 1 });', needsBoth)).toContain('no "b"');
    expect(checkJavascript('export const execute = (input) => ({ a: 1, ...rest });', needsBoth)).toBe('');
    expect(checkJavascript('export const execute = (input) => ({ a: 1, b: undefined });', needsBoth)).toBe('');
  });
});
