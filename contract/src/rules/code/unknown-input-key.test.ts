import { describe, expect, it } from 'vitest';
import { checkJavascript, checkPython } from './check-entrypoint.ts';

const input = (schema: string): string => `input_schema: ${schema}`;

/** A body of `execute(input_data)`, one statement a line. */
const body = (...lines: readonly string[]): string =>
  ['def execute(input_data):', ...lines.map((line) => `    ${line}`), '    return {}', ''].join('\n');

describe('a key that the input schema does not have', () => {
  it('is marked where it is read, with the key that was meant', () => {
    expect(checkPython(body('return get(input_data["cty"])'))).toBe(
      [
        '    return get(input_data["cty"])',
        '                          ^^^^^ warning unknown-input-key: "cty" is not in input_schema. Did you mean "city"?',
      ].join('\n'),
    );
  });

  it.each([
    ['a subscript', 'input_data["cty"]'],
    ['get', 'input_data.get("cty")'],
    ['get with a default', 'input_data.get("cty", "Beijing")'],
    ['pop', 'x = input_data.pop("cty", None)'],
    ['in', 'if "cty" in input_data: pass'],
    ['not in', 'if "cty" not in input_data: raise ValueError()'],
    ['single quotes', "input_data['cty']"],
    ['a raw string', 'input_data[r"cty"]'],
    ['an escape', 'input_data["c\\x74y"]'],
    ['a chain of calls', 'input_data["cty"].strip().lower()'],
    ['a format string', 'print(f"{input_data[\'cty\']}")'],
    ['a comprehension', 'x = [c for c in input_data["cty"]]'],
    ['a function inside', 'x = lambda: input_data["cty"]'],
    ['another name for the input', 'data = input_data\n    data["cty"]'],
    ['a match on the input', 'match input_data:\n        case {"cty": x}: pass'],
    ['a loop', 'for x in y:\n        input_data["cty"]'],
  ])('is found in %s', (_, line) => {
    expect(checkPython(body(line))).toContain('"cty"');
  });

  it('is an error only where the schema rules other keys out and the read cannot do without', () => {
    const closed = input('{ type: object, properties: { city: {} }, additionalProperties: false }');
    expect(checkPython(body('input_data["cty"]'), closed)).toContain('error unknown-input-key');
    expect(checkPython(body('input_data.get("cty")'), closed)).toContain('warning unknown-input-key');
  });

  it('says what to do when no key is near', () => {
    expect(checkPython(body('input_data["password"]'))).toContain('"password" is not in input_schema. Add it there or read another key.');
  });

  it.each([
    ['a declared key', 'input_data["city"]'],
    ['a key that was written before', 'input_data["extra"] = 1\n    input_data["extra"]'],
    ['a key that setdefault puts there', 'input_data.setdefault("extra", 1)\n    input_data["extra"]'],
    ['a key written under another name', 'data = input_data\n    data["extra"] = 1\n    input_data["extra"]'],
    ['a key that is added to', 'input_data["extra"] += 1'],
    ['a key that is taken away', 'del input_data["extra"]'],
    ['a parameter that gets another value', 'input_data = load()\n    input_data["cty"]'],
    ['a parameter with a value to fall back on', 'input_data = input_data or {}\n    input_data["cty"]'],
    ['an update that cannot be followed', 'input_data.update(more)\n    input_data["cty"]'],
    ['an update that writes the key', 'input_data.update({"cty": 1}, more=2)\n    input_data["cty"]'],
    ['a function that fills it', 'fill(input_data)\n    input_data["cty"]'],
    ['a method that fills it', 'defaults.apply(input_data, 1)\n    input_data["cty"]'],
    ['a function that is awaited and fills it', 'await fill(input_data)\n    input_data["cty"]'],
    ['a merge into the parameter', 'input_data |= more\n    input_data["cty"]'],
    ['a key that is computed', 'input_data[name] = 1\n    input_data["cty"]'],
    ['a computed read', 'for k in ks: input_data[k]\n    input_data["cty"]'],
    ['a loop over the same name', 'for input_data in rows: input_data["cty"]'],
    ['a comprehension over the same name', '[input_data["cty"] for input_data in rows]'],
    ['a with that takes the name', 'with f() as input_data: input_data["cty"]'],
    ['an except that takes the name', 'try: pass\n    except E as input_data: input_data["cty"]'],
    ['an assignment expression', 'if (input_data := f()): input_data["cty"]'],
    ['several targets', 'input_data, x = f()\n    input_data["cty"]'],
    ['a deleted name', 'del input_data\n    input_data["cty"]'],
    ['an import of the same name', 'import input_data\n    input_data["cty"]'],
    ['a nonlocal in a function inside', 'def f():\n        nonlocal input_data\n        input_data = {}\n    input_data["cty"]'],
    ['a function inside with a parameter of that name', 'def f(input_data): return input_data["cty"]'],
    ['a lambda with a parameter of that name', 'f = lambda input_data: input_data["cty"]'],
    ['a method that a dict does not have', 'input_data.load()\n    input_data["cty"]'],
    ['exec', 'exec(code)\n    input_data["cty"]'],
    ['a key of another dict', 'other["cty"]'],
    ['a key of a nested dict', 'input_data["city"]["cty"]'],
    ['a format string as key', 'input_data[f"{x}"]'],
    ['bytes as key', 'input_data[b"cty"]'],
    ['a line that is being typed', 'input_data["cty"'],
    ['a key that is being typed', 'input_data[""]'],
    ['a broken line elsewhere in the function', 'x = (\n    input_data["cty"]'],
  ])('is not spoken of: %s', (_, line) => {
    expect(checkPython(body(line))).not.toContain('unknown-input-key');
  });

  it.each([
    ['d["cty"] = 1', false],
    ['d.setdefault("cty", 1)', false],
    ['d["city"]["cty"] = 1', false],
    ['print(d["city"] == 1)', true],
    ['other["cty"] = d["city"]', true],
  ])('counts on what a function of the file does with it: %s', (line, isSaid) => {
    const code = `${body('fill(1, input_data)', 'input_data["cty"]')}\n\ndef fill(n: int, d: dict = None):\n    ${line}\n`;
    expect(checkPython(code).includes('"cty"')).toBe(isSaid);
  });

  it.each(['validate(input_data)', 'log.info("input", input_data)', 'seen.append(input_data)', 'x = load(input_data)'])(
    'is found beside what only looks at the input: %s',
    (line) => {
      expect(checkPython(body(line, 'input_data["cty"]'))).toContain('"cty"');
    },
  );

  it.each([
    ['other keys are invited', '{ type: object, properties: { city: {} }, additionalProperties: true }'],
    ['other keys have a schema', '{ type: object, properties: { city: {} }, additionalProperties: { type: string } }'],
    ['keys have patterns', '{ type: object, properties: { city: {} }, patternProperties: { "^c": {} } }'],
    ['unevaluated keys have a schema', '{ type: object, properties: { city: {} }, unevaluatedProperties: {} }'],
    ['the schema is elsewhere', '{ $ref: "https://example.com/schema.json", properties: { city: {} } }'],
    ['the reference moves', '{ $dynamicRef: "#x", properties: { city: {} } }'],
    ['a reference in the file has it', '{ $ref: "#/$defs/a", $defs: { a: { properties: { cty: {} } } }, properties: { city: {} } }'],
    ['allOf has it', '{ properties: { city: {} }, allOf: [{ properties: { cty: {} } }] }'],
    ['one alternative has it', '{ properties: { city: {} }, anyOf: [{ properties: { cty: {} } }, {}] }'],
    ['one branch has it', '{ properties: { city: {} }, if: {}, then: { properties: { cty: {} } } }'],
    ['it is required only', '{ properties: { city: {} }, required: [cty] }'],
    ['no property is declared', '{ type: object }'],
    ['anything is allowed', 'true'],
    ['the input is no object', '{ type: array, items: { properties: { city: {} } } }'],
    ['the schema turns in a circle', '{ $ref: "#", type: object }'],
  ])('is not spoken of when %s', (_, schema) => {
    expect(checkPython(body('input_data["cty"]'), input(schema))).toBe('');
  });

  it('is not spoken of without an input schema', () => {
    expect(checkPython(body('input_data["cty"]'), '')).toBe('');
  });

  it('is spoken of when no alternative has it', () => {
    const schema = input('{ properties: { city: {} }, oneOf: [{ properties: { lat: {} } }, { properties: { lon: {} } }] }');
    expect(checkPython(body('input_data["cty"]; input_data["lat"]'), schema)).toContain('"cty"');
  });
});

describe('an unknown key in JavaScript', () => {
  const run = (statement: string): string => checkJavascript(`export function execute(input) {\n  ${statement};\n  return {};\n}\n`);

  it('is marked without the dot', () => {
    expect(run('use(input.cty)')).toBe(
      ['  use(input.cty);', '            ^^^ warning unknown-input-key: "cty" is not in input_schema. Did you mean "city"?'].join('\n'),
    );
  });

  it.each([
    'const { cty } = input',
    'const { cty: c = 1, ...rest } = input',
    'use(input["cty"])',
    'use(input?.cty ?? 1)',
    'use(input?.["cty"])',
    'use("cty" in input)',
    'use(`${input.cty}`)',
    'items.map((item) => item + input.cty)',
    'const data = input; use(data.cty)',
    'await use(input.cty.trim())',
  ])('is found in %s', (statement) => {
    expect(run(statement)).toContain('"cty"');
  });

  it.each([
    ['const fill = (o) => { o.cty ??= 1; };', false],
    ['function fill(o: Input) { delete o.cty; }', false],
    ['function fill(o: unknown) { (o as Input).cty = 1; }', false],
    ['export function fill(o) { use(o.cty === 1); }', true],
    ['const fill = ({ cty = 1 }) => { use(cty); };', true],
  ])('counts on what a function of the file does with the input: %s', (line, isSaid) => {
    const code = `${line}\nexport function execute(input) {\n  fill(input);\n  return { a: input.cty };\n}\n`;
    expect(checkJavascript(code, undefined, 'main.ts').includes('"cty"')).toBe(isSaid);
  });

  it.each([
    'export default async function (input) { return { a: input.cty }; }',
    'export default function run(input) { return { a: input.cty }; }',
    'export default (input) => ({ a: input.cty });',
    'const run = async (input) => ({ a: input.cty });\nexport default run;',
    'module.exports = async (input) => ({ a: input.cty });',
    'module.exports = run;\nfunction run(input) { return { a: input.cty }; }',
  ])('is found in a function that is exported as a whole: %s', (code) => {
    expect(checkJavascript(code)).toContain('"cty"');
  });

  it.each([
    'module.exports = wrap((input) => ({ a: input.cty }));',
    'module.exports = (input) => ({ a: input.cty });\nmodule.exports.execute = (input) => ({});',
    'export default (input) => ({ a: input.cty });\nexport const execute = (input) => ({});',
    'export default (input) => ({ a: input.cty });\nexport * from "./other.js";',
    'if (fast) module.exports = (input) => ({ a: input.cty });\nelse module.exports = (input) => ({});',
  ])('is not spoken of where that function may not be the one: %s', (code) => {
    expect(checkJavascript(code)).toBe('');
  });

  it('is found in a parameter that is taken apart', () => {
    expect(checkJavascript('export const execute = async ({ cty }) => ({});')).toContain('"cty"');
  });

  it('is found through the types of TypeScript', () => {
    const code = 'export function execute(input: Input): Output {\n  return { a: (input as Other).cty, b: input!.cyt };\n}\n';
    expect(checkJavascript(code, undefined, 'main.ts').match(/unknown-input-key/g)).toHaveLength(2);
  });

  it.each([
    'use(input.city)',
    'input.cty = 1; use(input.cty)',
    'input.cty ??= 1; use(input.cty)',
    'input.cty++',
    'delete input.cty',
    'input = load(); use(input.cty)',
    'input = { ...input, ...more }; use(input.cty)',
    'Object.assign(input, more); use(input.cty)',
    'fill(input); use(input.cty)',
    'await defaults.apply(input); use(input.cty)',
    'if (Array.isArray(input)) use(input[0])',
    'for (const key of keys) input[key] = 1; use(input.cty)',
    'rows.map((input) => input.cty)',
    'for (const input of rows) use(input.cty)',
    'try { f() } catch (input) { use(input.cty) }',
    'use(input.toString(), input.hasOwnProperty("x"), input.constructor)',
    'use(arguments); use(input.cty)',
    'const { [name]: cty } = input',
    'eval(code); use(input.cty)',
    'use(other.cty)',
    'use(input.cty',
  ])('is not spoken of: %s', (statement) => {
    expect(run(statement)).not.toContain('unknown-input-key');
  });
});
