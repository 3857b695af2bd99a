import { describe, expect, it } from 'vitest';
import { checkJavascript, checkPython } from './check-entrypoint.ts';

const python = (type: string): string => checkPython(`def execute(input_data: ${type}):\n    return {}\n`);
const typescript = (type: string): string =>
  checkJavascript(`export function execute(input: ${type}) { return {}; }\n`, undefined, 'main.ts');

describe('a type of the input that is no object', () => {
  it('is marked where it is written', () => {
    expect(python('list[dict]')).toBe(
      [
        'def execute(input_data: list[dict]):',
        '                        ^^^^^^^^^^ warning input-not-object: The input is an object, as input_schema says, and never list[dict]. Write dict.',
      ].join('\n'),
    );
  });

  it.each([
    'int',
    'str',
    'List[Any]',
    'typing.List[dict]',
    'tuple',
    'set[str]',
    '"list[dict]"',
    'str | None',
    'Optional[str]',
    'Union[int, list[dict]]',
  ])('is found in Python: %s', (type) => {
    expect(python(type)).toContain('input-not-object');
  });

  it.each(['string', 'number', 'string[]', 'Array<Input>', 'readonly Input[]', 'string | null', '[string, number]', '"a" | "b"'])(
    'is found in TypeScript: %s',
    (type) => {
      expect(typescript(type)).toContain('Write Record<string, unknown>.');
    },
  );

  it.each([
    'dict',
    'dict[str, list]',
    'Mapping[str, Any]',
    'Any',
    'object',
    'Input',
    '"Input"',
    'dict | list',
    'Optional[dict]',
    'Union[dict, str]',
    'None',
    'Dict[str, int] | None',
  ])('is not %s in Python', (type) => {
    expect(python(type)).toBe('');
  });

  it.each([
    'Input',
    'unknown',
    'any',
    'Record<string, string[]>',
    '{ city: string }',
    'Input | string',
    'Partial<Input>',
    'object',
    'Input & { a: string[] }',
  ])('is not %s in TypeScript', (type) => {
    expect(typescript(type)).toBe('');
  });

  it.each(['input_schema: { type: array }', 'input_schema: {}', 'description: no schema', 'input_schema: { type: [object, array] }'])(
    'is not spoken of where the schema does not want an object: %s',
    (descriptor) => {
      expect(checkPython('def execute(input_data: list):\n    return {}\n', descriptor)).toBe('');
    },
  );
});
