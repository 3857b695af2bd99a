import { describe, expect, it } from 'vitest';
import { checkJavascript, checkPython } from './check-entrypoint.ts';

/** A body of `execute(input_data)` that reads `city`, and more. */
const python = (...lines: readonly string[]): string =>
  ['def execute(input_data):', '    city = input_data["city"]', ...lines.map((line) => `    ${line}`), '    return {}', ''].join('\n');
const javascript = (...lines: readonly string[]): string =>
  ['export function execute(input) {', '  const city = input.city;', ...lines, '  return {};', '}', ''].join('\n');

const schema = (more: string): string => `input_schema: { type: object, properties: { city: {}, unit: {} }, ${more} }`;

describe('a field of the input that the code never reads', () => {
  it('is marked in the schema', () => {
    expect(checkPython(python(), 'input_schema:\n  properties:\n    city: {}\n    unit: {}')).toBe(
      ['    unit: {}', '    ^^^^ hint unread-input: main.py never reads "unit". Read it, or remove it from input_schema.'].join('\n'),
    );
  });

  it.each([
    ['subscripts', python()],
    ['get', 'def execute(input_data):\n    return {"a": input_data.get("city")}\n'],
    ['in', 'def execute(input_data):\n    return {"a": "city" in input_data}\n'],
    ['another name', 'def execute(input_data):\n    data = input_data\n    return {"a": data["city"]}\n'],
  ])('is found beside %s', (_, code) => {
    expect(checkPython(code)).toContain('unread-input');
  });

  it.each([
    ['members', javascript()],
    ['a pattern', 'export function execute({ city }) { return {}; }'],
    ['a pattern inside', 'export function execute(input) { const { city } = input; return {}; }'],
    ['CommonJS', 'module.exports = { execute(input) { return { a: input.city }; } };'],
  ])('is found in JavaScript beside %s', (_, code) => {
    expect(checkJavascript(code)).toContain('unread-input');
  });

  it.each([
    ['it is read', python('input_data["unit"]')],
    ['it is written', python('input_data["unit"] = 1')],
    ['it is asked for', python('if "unit" not in input_data: raise ValueError()')],
    ['it is matched', python('match input_data:', '    case {"unit": u}: pass')],
    ['the input is passed on', python('run(input_data)')],
    ['the input is passed on under another name', python('data = input_data', 'run(data)')],
    ['the input is printed', python('print(input_data)')],
    ['the input is returned', 'def execute(input_data):\n    input_data["city"]\n    return input_data\n'],
    ['the input is looped over', python('for key in input_data: pass')],
    ['its items are looked at', python('for key, value in input_data.items(): pass')],
    ['the input is spread', python('run(**input_data)')],
    ['the input is copied', python('x = {**input_data}')],
    ['the input is logged', python('logger.info("%s", input_data)')],
    ['keys are computed', python('x = [input_data[key] for key in keys]')],
    ['keys are asked for by name', python('x = input_data.get(key)')],
    ['keys are taken away', python('input_data.pop("x", None)')],
    ['the input is updated', python('input_data.update(more)')],
    ['the input gets another value', python('input_data = load()')],
    ['a function inside passes it on', python('def f(): return run(input_data)')],
    ['locals are looked at', python('x = locals()["input_data"]')],
    ['its name stands in the code', `KEYS = ["unit"]\n${python()}`],
    ['its name is read of something else', python('x = args.unit')],
    ['nothing is returned yet', 'def execute(input_data):\n    city = input_data["city"]\n'],
    ['nothing is read yet', 'def execute(input_data):\n    return {}\n'],
    ['the code is decorated', `@wrap\n${python()}`],
    ['the code is broken', `${python()}x = (\n`],
    ['the module is open', `from impl import *\n${python()}`],
    ['it is another file that has the code', 'from somewhere_else import execute\n'],
    [
      'there may be another definition',
      `if x:\n    execute = make()\nelse:\n    def execute(input_data):\n        return {"a": input_data["city"]}\n`,
    ],
  ])('is not spoken of when %s', (_, code) => {
    expect(checkPython(code)).not.toContain('unread-input');
  });

  it('is not spoken of beside a key that is not declared: one mistake is one problem', () => {
    expect(checkPython(python('input_data["unti"]')).match(/un\w+-\w+/g)).toEqual(['unknown-input']);
  });

  it.each([
    ['the rest is taken', 'export function execute({ city, ...rest }) { return {}; }'],
    ['the input is passed on', javascript('run(input);')],
    ['the input is spread', javascript('const x = { ...input };')],
    ['keys are computed', javascript('const x = input[key];')],
    ['arguments are looked at', javascript('const x = arguments[0];')],
    ['a pattern is computed', 'export function execute({ city, [key]: x }) { return {}; }'],
    ['there is no input', 'export function execute() { return {}; }'],
    ['it stands in shorthand', javascript('const x = { input };')],
  ])('is not spoken of in JavaScript when %s', (_, code) => {
    expect(checkJavascript(code)).not.toContain('unread-input');
  });

  it.each([
    ['a branch says more', schema('anyOf: [{ required: [unit] }]')],
    ['all says more', schema('allOf: [{ properties: { unit: {} } }]')],
    ['a condition says more', schema('if: { required: [unit] }')],
    ['patterns say more', schema('patternProperties: { "^x": {} }')],
    ['it has one value', 'input_schema: { properties: { city: {}, kind: { const: weather } } }'],
    ['it is on its way out', 'input_schema: { properties: { city: {}, unit: { deprecated: true } } }'],
    ['it is only shown', 'input_schema: { properties: { city: {}, unit: { readOnly: true } } }'],
    ['the result is judged by it', `${schema('required: [city]')}\nfail_when: "input.unit == 'x'"`],
  ])('is not spoken of when %s', (_, descriptor) => {
    expect(checkPython(python(), descriptor)).toBe('');
  });
});
