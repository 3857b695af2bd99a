import { describe, expect, it } from 'vitest';
import { checkJavascript, checkPython } from './check-entrypoint.ts';

const closed = 'output_schema: { type: object, properties: { temperature: {}, condition: {} }, additionalProperties: false }';
const open = 'output_schema: { type: object, properties: { temperature: {}, condition: {} } }';

const body = (...lines: readonly string[]): string => ['def execute(input_data):', ...lines.map((line) => `    ${line}`), ''].join('\n');

describe('a returned key that the output schema rules out', () => {
  it('is marked in the literal, with the key that was meant', () => {
    expect(checkPython(body('return {"temperature": 1, "condtion": "fine"}'), closed)).toBe(
      [
        '    return {"temperature": 1, "condtion": "fine"}',
        '                              ^^^^^^^^^^ error forbidden-output-key: "condtion" is not in output_schema, which allows no other keys. Did you mean "condition"?',
      ].join('\n'),
    );
  });

  it.each([
    ['beside keys that are not known', 'return {**base, "other": 1}'],
    ['in a call of dict', 'return dict(temperature=1, other=2)'],
    ['in a branch of a conditional expression', 'return {"temperature": 1} if x else {"other": 1}'],
    ['in a variable that is returned', 'result = {"other": 1}\n    return result'],
    ['set on a variable that is returned', 'result = {}\n    result["other"] = 1\n    return result'],
    ['given to update', 'result = {}\n    result.update(other=1)\n    return result'],
    ['beside a key that is computed', 'return {key: 1, "other": 2}'],
  ])('is found %s', (_, lines) => {
    expect(checkPython(body(lines), closed)).toContain('"other" is not in output_schema');
  });

  it.each([
    ['only declared keys', 'return {"temperature": 1}'],
    ['a nested object', 'return {"temperature": {"other": 1}}'],
    ['a call', 'return build({"other": 1})'],
    ['an awaited value', 'return await f()'],
    ['a key that is computed', 'return {key: 1}'],
    ['a comprehension', 'return {"other": v for v in x}'],
    ['a variable of elsewhere', 'return result'],
    ['a variable with two values', 'result = {"other": 1}\n    result = {"temperature": 1}\n    return result'],
    ['a variable that is handed on', 'result = {"other": 1}\n    clean(result)\n    return result'],
    ['a variable that a function inside holds', 'result = {"other": 1}\n    def f(): result.clear()\n    return result'],
    ['a variable under two names', 'result = {"other": 1}\n    other = result\n    return result'],
    ['a variable whose keys go again', 'result = {"other": 1}\n    del result["other"]\n    return result'],
    ['a variable whose keys are popped', 'result = {"other": 1}\n    result.pop("other")\n    return result'],
    ['a variable that is augmented', 'result = {"other": 1}\n    result |= more\n    return result'],
    ['a global variable', 'global result\n    result = {"other": 1}\n    return result'],
    ['a return of a function inside', 'def f(): return {"other": 1}\n    return f()'],
    ['a line that is being typed', 'return {"other": 1'],
  ])('is not spoken of: %s', (_, lines) => {
    expect(checkPython(body(lines), closed)).toBe('');
  });

  it('is not spoken of when other keys are allowed', () => {
    expect(checkPython(body('return {"other": 1}'), open)).toBe('');
  });

  it('is not spoken of behind a decorator, which may change the result', () => {
    expect(checkPython(`@wrapped\n${body('return {"other": 1}')}`, closed)).toBe('');
  });

  it.each([
    'return { temperature: 1, other }',
    'return { "other": 1 }',
    'return { get other() { return 1; } }',
    'return ({ other: 1 })',
    'const result = { temperature: 1 }; result.other = 2; return result',
  ])('is found in JavaScript: %s', (statement) => {
    expect(checkJavascript(`export function execute(input) { ${statement}; }`, closed)).toContain('"other"');
  });

  it('is found in the expression that is an arrow function', () => {
    expect(checkJavascript('export const execute = (input) => ({ other: 1 });', closed)).toContain('"other"');
  });

  it.each([
    'return { temperature: 1, other: undefined }',
    'return { other: input.x ? 1 : undefined }',
    'return { other: input?.x }',
    'return { other: input.x && 1 }',
    'return { other() {} }',
    'return { other: () => 1 }',
    'return { [other]: 1 }',
    'return { ...other }',
    'return build({ other: 1 })',
    'const result = { other: 1 }; delete result.other; return result',
    'const result = { other: 1 }; clean(result); return result',
    'let result = { other: 1 }; result = {}; return result',
    'return rows.map(() => { return { other: 1 }; })[0]',
  ])('is not spoken of where JSON may leave it out or it cannot be followed: %s', (statement) => {
    expect(checkJavascript(`export function execute(input) { ${statement}; }`, closed)).toBe('');
  });
});
