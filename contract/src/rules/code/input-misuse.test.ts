import { describe, expect, it } from 'vitest';
import { checkJavascript, checkPython } from './check-entrypoint.ts';

const python = (...lines: readonly string[]): string =>
  checkPython(['def execute(input_data):', ...lines.map((line) => `    ${line}`), '    return {}', ''].join('\n'));

describe('an input that is taken for something else than a dict', () => {
  it('is marked where an attribute is read', () => {
    expect(python('ask(input_data.city)')).toBe(
      [
        '    ask(input_data.city)',
        '        ^^^^^^^^^^^^^^^ error input-not-object: The input is a dict, and has no attribute "city". Write input_data["city"].',
      ].join('\n'),
    );
  });

  it('is marked at a method that a dict does not have', () => {
    expect(python('ask(input_data.gett("city"))')).toBe(
      [
        '    ask(input_data.gett("city"))',
        '                   ^^^^ error input-not-object: The input is a dict, and has no method gett(). Did you mean get()?',
      ].join('\n'),
    );
    expect(python('ask(input_data.has_key("city"))')).toContain('has no method has_key().');
  });

  it('is marked where it is parsed', () => {
    expect(python('ask(json.loads(input_data)["city"])')).toBe(
      [
        '    ask(json.loads(input_data)["city"])',
        '        ^^^^^^^^^^^^^^^^^^^^^^ error input-not-object: The input is an object already, and json.loads() takes text. Write input_data.',
      ].join('\n'),
    );
    expect(python('input_data = json.loads(input_data)', 'ask(input_data["city"])')).toContain('Write input_data.');
    expect(checkJavascript('export function execute(input) {\n  return { a: JSON.parse(input) };\n}\n')).toContain(
      'JSON.parse() takes text. Write input.',
    );
  });

  it.each([
    ['a method of a dict', 'input_data.get("city"); input_data.items(); input_data.copy()'],
    ['what every object has', 'input_data.__class__'],
    ['an attribute of a field', 'input_data["city"].name'],
    ['an attribute of something else', 'other.input_data.city'],
    ['a parameter that gets another value', 'input_data = Input(**input_data)\n    ask(input_data.city)'],
    ['a check of what it is', 'if hasattr(input_data, "city"): ask(input_data.city)'],
    ['a check of its type', 'ask(json.loads(input_data) if isinstance(input_data, str) else input_data)'],
    ['an error that is awaited', 'try: ask(input_data.city)\n    except AttributeError: pass'],
    ['an attempt to parse it', 'try: data = json.loads(input_data)\n    except ValueError: data = input_data'],
    ['what is parsed under a condition', 'if by_hand: input_data = json.loads(input_data)'],
    ['what is parsed of something else', 'input_data = json.loads(text)'],
    ['a part of it that is parsed', 'ask(json.loads(input_data["city"]))'],
    ['a function inside with a parameter of that name', 'ask(lambda input_data: input_data.city)'],
    ['a line that is being typed', 'ask(input_data.'],
    ['a name in a text', 'print("input_data.city")'],
  ])('is not spoken of: %s', (_, line) => {
    expect(python(line)).not.toContain('input-not-object');
  });

  it.each(['', 'input_schema: {}', 'input_schema: { type: string }', 'input_schema: { type: [object, string] }'])(
    'is not spoken of where the schema does not want an object: %s',
    (schema) => {
      expect(checkPython('def execute(text):\n    return {"a": text.upper()}\n', schema)).toBe('');
    },
  );

  it('is not spoken of where the input is another argument, or a decorator may change it', () => {
    expect(checkPython('def execute(self, input_data):\n    return {"a": self.name}\n')).not.toContain('input-not-object');
    expect(checkPython('@typed\ndef execute(input_data):\n    return {"a": input_data.city}\n')).toBe('');
  });
});
