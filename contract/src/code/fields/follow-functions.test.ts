import { expect, it } from 'vitest';
import { fieldPicture } from './field-picture.ts';
import { readAgentFields } from './read-fields.ts';

function check(marked: Readonly<Record<string, string>>, leaks: readonly string[] = []): void {
  expect(fieldPicture(marked)).toEqual({ drawn: marked, leaks: [...leaks].toSorted() });
}

it('follows the input into modules of the agent, and the output out of them', () => {
  check({
    'main.py': `from lib import prepare, finish as done
from pkg.deep import rows
import tools as t
from . import near

def execute(input_data):
    city = prepare(input_data)
    t.note(data=input_data)
    near.look(1, input_data)
    return done(city, rows=rows([input_data["[[days]]"]]))
`,
    'lib.py': `def prepare(data):
    return data["[[city]]"].strip()

def finish(city, rows):
    rows[0]["<<first>>"] = True
    return {"<<text>>": city, "<<rows>>": rows}
`,
    'tools.py': `def note(*, data):
    print(data.get("[[unit]]"), "city", {"city": 1})
`,
    'near.py': 'def look(number, data):\n    data["[[near]]"]\n',
    'pkg/deep.py': 'def rows(days):\n    return [{"<<day>>": day} for day in days]\n',
  });
});

it('follows what a function gives back to where it is called', () => {
  check({
    'main.py': `from lib import checked, home

def same(d):
    return d

def execute(input_data):
    data = checked(input_data)
    home(data)["[[street]]"]
    return {"<<a>>": same(data)["[[city]]"], "<<b>>": data["[[unit]]"]}
`,
    'lib.py': `def checked(data):
    if "[[city]]" not in data:
        raise ValueError("city")
    return data

def home(data):
    return data["[[home]]"]
`,
  });
  check({
    'main.mjs': `import { checked } from './lib.mjs';
export const execute = async (input) => {
  const data = await checked(input);
  return { <<a>>: data.[[city]] };
};
`,
    'lib.mjs': 'export async function checked(data) {\n  if (!data.[[city]]) throw new Error("city");\n  return data;\n}\n',
  });
});

it('follows a function that several calls give the same', () => {
  check({
    'main.py': `from lib import city

def execute(input_data):
    if city(input_data):
        return {"<<a>>": city(input_data)}
    return {"<<a>>": ""}
`,
    'lib.py': 'def city(d):\n    return d["[[city]]"]\n',
  });
});

it('follows modules of JavaScript and TypeScript', () => {
  check(
    {
      'main.ts': `import { prepare as first, finish } from './lib.js';
import type { Input } from './types.ts';
function local({ [[unit]] = 'C', ...rest }: Input) { return unit; }
export async function execute(input: Input) {
  const { [[days]] = 3 } = input;
  return finish(first(input), [{ <<day>>: days }], local(input));
}
`,
      'lib.ts': `const finish = (text: string, days: object[], unit: string) => ({ <<text>>: text, <<days>>: days });
export const prepare = ({ [[city]]: name }: { [[city]]: string }) => name;
export { finish };
`,
      'types.ts': 'export type Input = { [[city]]: string };\n',
    },
    ['input passed main.ts'],
  );
  check({
    'main.cjs': `const { prepare: p, other } = require('./lib.cjs');
module.exports = { execute: (input) => ({ <<text>>: p(input) }) };
`,
    'lib.cjs': 'function prepare(data) { return data.[[city]]; }\nmodule.exports = { prepare };\n',
  });
});

it('follows what is called through its module', () => {
  check({
    'main.mjs': `import * as lib from './lib.mjs';
export const execute = (input) => ({ ...lib.finish(lib.prepare(input)) });
`,
    'lib.mjs': `export function prepare({ [[city]]: name }) { return name; }
const finish = (text) => ({ <<text>>: text });
export { finish };
`,
  });
});

it('knows the types that stand beside variables and values', () => {
  check({
    'main.ts': `import type { Input, Output } from './types.ts';
type Part = { [[unit]]: string };
type More = { <<more>>: number };
export async function execute(raw: unknown) {
  const input = raw as Input;
  const part: Part = input;
  const out: Output = { <<text>>: input.[[city]] + part.[[unit]] };
  return raw ? ({ <<more>>: 1 } satisfies More) : out;
}
`,
    'types.ts': 'export interface Input { [[city]]: string }\nexport type Output = { <<text>>: string };\n',
  });
  check({
    'main.py': `from typing import TypedDict

class Input(TypedDict):
    [[city]]: str

class Output(TypedDict):
    <<text>>: str

def execute(input_data):
    data: Input = input_data
    result: Output = {"<<text>>": data["[[city]]"]}
    return result
`,
  });
});

const lib = 'def f(d):\n    return d["city"]\n';
const found = 'def f(d):\n    return d["[[city]]"]\n';
const main = (more = '', call = 'f(d)'): string => `from lib import f\n${more}\ndef execute(d):\n    return {"<<a>>": ${call}}\n`;
const passed = ['input passed main.py'];
const shared = ['input shared lib.py'];

it.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
  ['gets another value', { 'main.py': main('f = other'), 'lib.py': lib }, passed],
  ['gets another value in its module', { 'main.py': main(), 'lib.py': `${lib}f = cached(f)\n` }, passed],
  [
    'is hidden by a parameter',
    { 'main.py': 'from lib import f\ndef execute(d, f=None):\n    return {"<<a>>": f(d)}\n', 'lib.py': lib },
    passed,
  ],
  ['is hidden by a variable', { 'main.py': main('def g():\n    f = 1\n'), 'lib.py': lib }, passed],
  ['is decorated', { 'main.py': main(), 'lib.py': `@cache\n${lib}` }, passed],
  ['is defined twice', { 'main.py': main(), 'lib.py': lib + lib }, passed],
  ['is defined on a condition', { 'main.py': main(), 'lib.py': 'if x:\n    def f(d):\n        return d["city"]\n' }, passed],
  [
    'is imported on a condition',
    { 'main.py': 'try:\n    from lib import f\nexcept E:\n    f = g\ndef execute(d):\n    return {"<<a>>": f(d)}\n', 'lib.py': lib },
    passed,
  ],
  ['is a method', { 'main.py': main(), 'lib.py': 'class A:\n    def f(d):\n        return d["city"]\n' }, passed],
  ['has the name of a method', { 'main.py': main(), 'lib.py': `${lib}class A:\n    def f(self):\n        pass\n` }, passed],
  ['stands in another function', { 'main.py': main(), 'lib.py': 'def g():\n    def f(d):\n        return d["city"]\n' }, passed],
  ['takes all arguments at once', { 'main.py': main(), 'lib.py': 'def f(*d):\n    return d["city"]\n' }, passed],
  ['takes any names', { 'main.py': main('', 'f(a=d)'), 'lib.py': 'def f(**d):\n    return d["city"]\n' }, passed],
  ['gets it behind a star', { 'main.py': main('', 'f(*x, d)'), 'lib.py': lib }, passed],
  ['gets it taken apart', { 'main.py': main('', 'f(**d)'), 'lib.py': lib }, passed],
  ['is found by a name that is computed', { 'main.py': main('', 'globals()["f"](d)'), 'lib.py': lib }, passed],
  ['comes by a star', { 'main.py': 'from lib import *\ndef execute(d):\n    return {"<<a>>": f(d)}\n', 'lib.py': lib }, passed],
  ['is of a package', { 'main.py': main(), 'other.py': lib }, passed],
  ['is in a broken file', { 'main.py': main(), 'lib.py': `${lib}x = (\n` }, passed],
  ['is imported in a circle', { 'main.py': main(), 'lib.py': 'from main import f\n' }, passed],
  ['is called with something else', { 'main.py': main('', '[f(d), f({"city": 1})]'), 'lib.py': found }, shared],
  ['goes elsewhere as a value', { 'main.py': main('', '[f(d), list(map(f, x))]'), 'lib.py': found }, shared],
  ['is called in its own file', { 'main.py': main(), 'lib.py': `${found}def g():\n    f({"city": 1})\n` }, shared],
  [
    'is called by another name',
    {
      'main.py': main('from more import h\n', '[f(d), h(d)]'),
      'lib.py': found,
      'more.py': 'from lib import f as g\ndef h(d):\n    return g({"city": 1})\n',
    },
    shared,
  ],
  [
    'is called in a file that is not followed',
    { 'main.py': main(), 'lib.py': found, 'tests/test_lib.py': 'from lib import f\nf({"city": 1})\n' },
    shared,
  ],
  ['is in a module that goes elsewhere', { 'main.py': `import lib\n${main('x = lib\nx.f({"city": 1})')}`, 'lib.py': found }, shared],
  [
    'is in a module that something is asked of by name',
    { 'main.py': `import lib\n${main('getattr(lib, name)(x)')}`, 'lib.py': found },
    shared,
  ],
  ['is called through its module', { 'main.py': `import lib\n${main('lib.f({"city": 1})')}`, 'lib.py': found }, shared],
  [
    'is called through its package',
    {
      'main.py': 'import pkg.lib\nfrom pkg.lib import f\npkg.lib.f({"city": 1})\ndef execute(d):\n    return {"<<a>>": f(d)}\n',
      'pkg/lib.py': found,
    },
    ['input shared pkg/lib.py'],
  ],
  ['is assigned from outside', { 'main.py': `import lib\n${main('lib.f = g')}`, 'lib.py': found }, shared],
])('does not take for certain a function that %s', (_, files, leaks) => {
  check(files, leaks);
});

it('is not misled by the same name in texts and comments, nor in files that have nothing to do with it', () => {
  check({
    'main.py': `import lib
class A:
    f: int = 1
def g(f):
    f = {"f": f.f, **dict(f=1)}
    return f["city"]
def execute(d):
    f = A().f
    return {"<<a>>": lib.f(d), "<<f>>": f}
`,
    'lib.py': `${found}class B:
    x = 1
B().f({"city": 1})
`,
  });
  check({ 'main.py': main('# f(x)\ns = "f(x)"'), 'lib.py': `${found}# f is f(1)\n`, 'other.py': 'def f(x):\n    return x["city"]\n' });
  check({
    'main.py': 'import lib\n\ndef execute(d):\n    return {"<<a>>": lib.f(d), "<<b>>": lib.f(d)}\n',
    'lib.py': 'import main\n\ndef f(d):\n    return g(d)\n\ndef g(d):\n    return f(d) if d["[[x]]"] else d["[[city]]"]\n',
  });
});

it.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
  [
    'is a default',
    {
      'main.mjs': "import f from './lib.mjs';\nexport const execute = (d) => ({ <<a>>: f(d) });\n",
      'lib.mjs': 'export default function f(d) { return d.city; }\n',
    },
    ['input passed main.mjs'],
  ],
  [
    'is assigned anew',
    { 'main.mjs': 'let f = (d) => d.city;\nf = g;\nexport const execute = (d) => ({ <<a>>: f(d) });\n' },
    ['input passed main.mjs'],
  ],
  [
    'is hidden',
    { 'main.mjs': 'const f = (d) => d.city;\nexport const execute = (d, { f }) => ({ <<a>>: f(d) });\n' },
    ['input passed main.mjs'],
  ],
  [
    'takes the rest',
    { 'main.mjs': 'const f = (...d) => d.city;\nexport const execute = (d) => ({ <<a>>: f(d) });\n' },
    ['input passed main.mjs'],
  ],
  [
    'has another name outside',
    { 'main.mjs': 'function f(d) { return d.[[city]]; }\nexport { f as g };\nexport const execute = (d) => ({ <<a>>: f(d) });\n' },
    ['input shared main.mjs'],
  ],
  [
    'is called with something else',
    { 'main.mjs': 'const f = (d) => d.[[city]];\nf({ city: 1 });\nexport const execute = (d) => ({ <<a>>: f(d) });\n' },
    ['input shared main.mjs'],
  ],
  [
    'is called through its module',
    {
      'main.mjs':
        "import * as lib from './lib.mjs';\nimport { f } from './lib.mjs';\nlib.f({ city: 1 });\nexport const execute = (d) => ({ <<a>>: f(d) });\n",
      'lib.mjs': 'export const f = (d) => d.[[city]];\n',
    },
    ['input shared lib.mjs'],
  ],
  [
    'is in a module that goes elsewhere',
    {
      'main.cjs':
        "const lib = require('./lib.cjs');\nconst { f } = require('./lib.cjs');\nsend(lib);\nexports.execute = (d) => ({ <<a>>: f(d) });\n",
      'lib.cjs': 'const f = (d) => d.[[city]];\nmodule.exports = { f };\n',
    },
    ['input shared lib.cjs'],
  ],
  [
    'is a key of an object',
    { 'main.mjs': 'const f = (d) => d.[[city]];\nconst all = { f };\nexport const execute = (d) => ({ <<a>>: f(d) });\n' },
    ['input shared main.mjs'],
  ],
])('does not take for certain a function of JavaScript that %s', (_, files, leaks) => {
  check(files, leaks);
});

it('comes to an end with functions that call each other without end', () => {
  const many = Array.from({ length: 60 }, (_, index) => `def f${index}(d):\n    return f${(index + 1) % 60}(d["k${index}"])\n`).join('\n');
  const text = `${many}\ndef execute(d):\n    return f0(d)\n`;
  const facts = readAgentFields({ file: 'main.py', text }, 'python', {
    readText: () => undefined,
    filesOf: () => undefined,
    list: () => [],
  });
  expect(facts.files[0]?.uses.length).toBeGreaterThan(5);
});
