import { describe, expect, it } from 'vitest';
import { checkPython } from './check-entrypoint.ts';

/** Reads `cty` where `city` is declared; gives `temp` where `temperature` is required and nothing else is allowed. */
const descriptor = `input_schema: { type: object, properties: { city: {} }, additionalProperties: false }
output_schema: { type: object, properties: { temperature: {} }, required: [temperature], additionalProperties: false }`;

function codesOf(code: string, schemas = descriptor): readonly string[] {
  return [...checkPython(`${code}\n`, schemas).matchAll(/\^ \w+ ([a-z-]+): /g)].map(([, found = '']) => found).toSorted();
}

const right = 'def execute(input_data):\n    return {"temperature": input_data["city"]}';
const body = (...lines: readonly string[]): string => ['def execute(input_data):', ...lines.map((line) => `    ${line}`)].join('\n');

describe('the policy is silent when', () => {
  it.each<[string, string]>([
    ['all is right', right],
    ['it is right and async', `async ${right}`],
    ['it is typed', 'def execute(input_data: dict[str, object]) -> "dict":\n    return {"temperature": input_data["city"]}'],
    ['the other parameters have defaults', right.replace('(input_data)', '(input_data, retries=3, *, verbose=False)')],
    ['it takes anything', right.replace('(input_data)', '(input_data, /, *args, **kwargs)')],
    ['it is a lambda', 'execute = lambda input_data: {"temperature": input_data["city"]}'],
    ['it is another name', `${right.replace('execute', 'run')}\nexecute = run`],
    ['there is an error in execute', body('x = input_data["cty"]', 'return {"temp": (}')],
    ['the decorator is unknown', `@cached\n${body('return {"temp": input_data["cty"]}')}`],
    [
      'the definition is conditional and one branch fits',
      `if FAST:\n    def execute(a, b): return {"temp": a["cty"]}\nelse:\n    ${right.replaceAll('\n', '\n    ')}`,
    ],
    ['all is imported', 'from impl import *'],
    ['__getattr__ makes it', 'def __getattr__(name):\n    return run'],
    ['exec makes it', 'exec(open("x").read())'],
    ['globals() gets it', 'globals()["execute"] = run'],
    ['setattr gives it', 'import sys\nsetattr(sys.modules[__name__], "execute", run)'],
    ['a call makes it', 'execute = make()'],
    ['it is imported from who knows where', 'from impl import run as execute'],
    ['the parameter gets another value', body('input_data = load()', 'return {"temperature": input_data["cty"]}')],
    ['the parameter is bound by for', body('for input_data in x: pass', 'return {"temperature": input_data["cty"]}')],
    ['the parameter is bound by with', body('with x as input_data: pass', 'return {"temperature": input_data["cty"]}')],
    ['the parameter is bound by :=', body('if (input_data := x): pass', 'return {"temperature": input_data["cty"]}')],
    ['the parameter is bound by except', body('try: pass', 'except E as input_data: pass', 'return {"temperature": input_data["cty"]}')],
    ['the parameter is updated', body('input_data.update(more)', 'return {"temperature": input_data["cty"]}')],
    ['keys are dynamic', body('input_data[key] = 1', 'return {"temperature": input_data["cty"]}')],
    [
      'the parameter is nonlocal',
      body('def f():', '    nonlocal input_data', '    input_data = {}', 'return {"temperature": input_data["cty"]}'),
    ],
    ['the key was written before', body('input_data["cty"] = 1', 'return {"temperature": input_data["cty"]}')],
    ['the key was set by default', body('input_data.setdefault("cty", 1)', 'return {"temperature": input_data["cty"]}')],
    ['a call is returned', body('return run(input_data)')],
    ['a call is awaited', `async ${body('return await run(input_data["city"])')}`],
    ['a subscript is returned', body('return results[input_data["city"]]')],
    ['a name is returned that is not known', body('return RESULT')],
    ['a comprehension is returned', body('return {k: v for k, v in input_data.items()}')],
    ['an open dict is returned', body('return {**run(input_data), "temperature": 1}')],
    ['a method is returned', body('return result.to_dict()')],
    ['text is parsed', body('return json.loads(text)')],
    ['the variable is handed to others', body('r = {}', 'fill(r)', 'return r')],
    ['the variable has another name', body('r = {}', 's = r', 's["temperature"] = 1', 'return r')],
    ['a function inside has the variable', body('r = {}', 'def f(): r["temperature"] = 1', 'f()', 'return r')],
    ['the variable is added to', body('r = {}', 'r |= run()', 'return r')],
    ['the key is set later', body('r = {}', 'r["temperature"] = 1', 'return r')],
    ['it always raises', body('raise NotImplementedError')],
    ['it ends the program', body('import sys', 'sys.exit(1)')],
    ['a function makes it', 'def make():\n    global other, execute\n    def execute(d): return {"temperature": 1}\n\nmake()'],
    ['it runs as a script', `${right}\n\nif __name__ == "__main__":\n    print(execute({"cty": 1}))`],
    ['another class has one too', `class A:\n    def execute(self): pass\n\n${right}`],
  ])('%s', (_, code) => {
    expect(codesOf(code)).toEqual([]);
  });

  it.each<[string, string]>([
    ['the schema invites more', 'input_schema: { properties: { city: {} }, additionalProperties: true }'],
    ['the schema invites texts', 'input_schema: { properties: { city: {} }, additionalProperties: { type: string } }'],
    ['the schema has patterns', 'input_schema: { properties: { city: {} }, patternProperties: { "^x": {} } }'],
    ['a reference leaves the file', 'input_schema: { properties: { city: {} }, $ref: "other.json" }'],
    ['an alternative has the key', 'input_schema: { properties: { city: {} }, anyOf: [{ properties: { cty: {} } }] }'],
    ['a condition has the key', 'input_schema: { properties: { city: {} }, if: {}, then: { properties: { cty: {} } } }'],
  ])('%s', (_, schemas) => {
    expect(codesOf(body('return {"a": input_data["cty"]}'), schemas)).toEqual([]);
  });
});

describe('the policy speaks when', () => {
  it.each<[string, string, readonly string[]]>([
    ['there is no definition', 'x = 1', ['missing-execute']],
    ['only a class has one', 'class A:\n    def execute(self, input_data): return {}', ['execute-in-class']],
    ['there is no parameter', 'def execute():\n    return {"temperature": 1}', ['execute-arity']],
    ['there are two parameters', 'def execute(input_data, context):\n    return {"temperature": input_data["city"]}', ['execute-arity']],
    ['a name must be given', 'def execute(input_data, *, key):\n    return {"temperature": input_data["city"]}', ['execute-arity']],
    ['it is a generator', body('yield {"temperature": input_data["city"]}'), ['execute-is-generator']],
    ['a list is returned', body('return [input_data["city"]]'), ['return-not-object']],
    ['nothing is returned in one place', body('if not input_data["city"]: return', 'return {"temperature": 1}'), ['return-not-object']],
    ['None is returned', body('x = input_data["city"]', 'return None'), ['return-not-object']],
    ['nothing is returned at all', body('print(input_data["city"])'), ['return-not-object']],
    [
      'the type is a list',
      body('return run(input_data["city"])').replace('(input_data)', '(input_data: list[dict])'),
      ['input-not-object'],
    ],
    ['a key is not declared', body('return {"temperature": input_data["cty"]}'), ['unknown-input-key']],
    ['a key of another name is not declared', body('d = input_data', 'return {"temperature": d.get("cty")}'), ['unknown-input-key']],
    ['a key is returned that may not be', body('return {"temperature": input_data["city"], "temp": 1}'), ['forbidden-output-key']],
    ['a key is missing', body('input_data["city"]', 'return {}'), ['missing-output-key']],
    ['a key is missing in one branch', body('if input_data["city"]: return {"temperature": 1}', 'return {}'), ['missing-output-key']],
    ['the environment is read', `import os\n${right.replace('input_data["city"]', 'os.environ["CITY"]')}`, ['environment-read']],
  ])('%s', (_, code, codes) => {
    expect(codesOf(code)).toEqual(codes);
  });
});
