import { describe, expect, it } from 'vitest';
import { checkJavascript, checkPython } from './check-entrypoint.ts';

const schema =
  'output_schema: { type: object, properties: { text: { type: string }, count: { type: integer }, ratio: { type: number }, ok: { type: boolean }, list: { type: array }, more: { type: object }, note: { type: [string, "null"] }, any: {} } }';
const python = (value: string): string => checkPython(`def execute(input_data):\n    return ${value}\n`, schema);
const javascript = (value: string): string => checkJavascript(`export const execute = (input) => (${value});\n`, schema);

describe('a literal of another type than the output schema says', () => {
  it('is marked where it stands', () => {
    expect(python('{"ok": True, "text": None}')).toBe(
      [
        '    return {"ok": True, "text": None}',
        '                                ^^^^ error wrong-output-type: "text" must be text, as output_schema says, and not nothing.',
      ].join('\n'),
    );
    expect(javascript('{ count: "3" }')).toBe(
      [
        'export const execute = (input) => ({ count: "3" });',
        '                                            ^^^ error wrong-output-type: "count" must be a whole number, as output_schema says, and not text.',
      ].join('\n'),
    );
  });

  it.each([
    '{"text": 1}',
    '{"text": ["a"]}',
    '{"count": 1.5}',
    '{"count": "1"}',
    '{"count": f"{x}"}',
    '{"ok": "yes"}',
    '{"ok": 0}',
    '{"list": {}}',
    '{"more": [x for x in y]}',
    '{"note": 1}',
    '{} if x else {"text": 1}',
  ])('is found in %s', (value) => {
    expect(python(value)).toContain('wrong-output-type');
  });

  it.each(['{ text: 1 }', '{ text: null }', '{ count: `1` }', '{ "list": {} }', '{ more: [] }', '{ ok: "true" as string }'])(
    'is found in JavaScript: %s',
    (value) => {
      expect(checkJavascript(`export const execute = (input) => (${value});\n`, schema, 'main.ts')).toContain('wrong-output-type');
    },
  );

  it('is said once for a key', () => {
    const code = 'def execute(input_data):\n    if x: return {"text": 1, "count": "1"}\n    return {"text": 2}\n';
    expect(checkPython(code, schema).match(/"\w+" must be/g)).toEqual(['"text" must be', '"count" must be']);
  });

  it('is found in a variable that nobody changes', () => {
    const code = 'def execute(input_data):\n    out = {"text": 1}\n    out["count"] = 2\n    return out\n';
    expect(checkPython(code, schema)).toContain('"text" must be text');
  });

  it.each([
    '{"text": "a", "count": 3, "ratio": 1, "ok": False, "list": [], "more": {}, "note": None, "any": 1}',
    '{"count": 3.0, "ratio": 1e-3, "list": (1, 2)}',
    '{"text": x, "count": len(x), "ok": not x, "ratio": 1 / 3}',
    '{"text": None or x}',
    '{"text": "a" if x else None}',
    '{"text": b"a"}',
    '{"text": 1, "text": "a"}',
    '{"text": None, **more}',
    '{"text": None, **{"text": "a"}}',
    '{"other": 1}',
    '{x: 1}',
    'dict(text=1)',
  ])('is not %s', (value) => {
    expect(python(value)).toBe('');
  });

  it.each([
    '{ text: null, ...more }',
    '{ text: undefined }',
    '{ count: 3, ratio: 0.5, list: [], ok: !x }',
    '{ text: null ?? x }',
    '{ text }',
  ])('is not in JavaScript: %s', (value) => {
    expect(javascript(value)).toBe('');
  });

  it.each([
    ['is set again', 'out = {"text": None}', 'out["text"] = "a"'],
    ['is set again under a condition', 'out = {"text": None}', 'if x: out["text"] = "a"'],
    ['may be set by an update', 'out = {"text": None}', 'out.update(more)'],
    ['may be set under a name that is computed', 'out = {"text": None}', 'out[key] = "a"'],
    ['may be set by a function', 'out = {"text": None}', 'fill(out)'],
    ['may be set by a function inside', 'out = {"text": None}', 'def f(): out["text"] = "a"'],
    ['is merged', 'out = {"text": None}', 'out |= more'],
  ])('is not spoken of where the key %s', (_, ...lines) => {
    expect(checkPython(['def execute(input_data):', ...lines.map((line) => `    ${line}`), '    return out', ''].join('\n'), schema)).toBe(
      '',
    );
  });

  it.each([
    'output_schema: { type: object }',
    'output_schema: { properties: { text: { enum: [a] } } }',
    'output_schema: { properties: { text: { type: strng } } }',
  ])('is not spoken of with %s', (other) => {
    expect(checkPython('def execute(input_data):\n    return {"text": 1}\n', other)).toBe('');
  });
});
