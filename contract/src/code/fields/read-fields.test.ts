import { expect, it } from 'vitest';
import type { CodeLanguage } from '../code-facts.ts';
import { indexLines } from '../../descriptor/line-index.ts';
import type { FieldUse } from './field-facts.ts';
import { readCalls } from './read-calls.ts';
import { readFields } from './read-fields.ts';

// In the texts, `[[key]]` is a key of the input and `<<key>>` one of the output.

const marks = /\[\[([\w$-]+)\]\]|<<([\w$-]+)>>/g;

/** The text with the marks that the facts give, what goes out of sight, and the paths of fields inside of fields. */
function check(
  language: CodeLanguage,
  marked: string,
  { leaks = [], inner = [] }: { leaks?: readonly string[]; inner?: readonly string[] } = {},
): void {
  const text = marked.replaceAll(marks, (_whole, input?: string, output?: string) => input ?? output ?? '');
  const facts = readFields(text, language);
  const lines = indexLines(text);
  const places = new Map(facts.uses.map((use) => [lines.offsetAt(use.range.start), use]));
  const picture = [...places]
    .toSorted(([one], [other]) => other - one)
    .reduce((drawn, [start, { side, range }]) => {
      const end = lines.offsetAt(range.end);
      const [open, close] = side === 'input' ? ['[[', ']]'] : ['<<', '>>'];
      return drawn.slice(0, start) + open + drawn.slice(start, end) + close + drawn.slice(end);
    }, text);
  expect(picture).toBe(marked);
  const dotted = (path: readonly (string | number)[]): string => path.map((step) => (typeof step === 'number' ? '[]' : step)).join('.');
  expect(
    [...new Set(facts.uses.filter(({ path }) => path.length > 1).map(({ side, path }) => `${side} ${dotted(path)}`))].toSorted(),
  ).toEqual([...inner].toSorted());
  // A value without fields of its own may go wherever it likes.
  const ofWhole = facts.leaks.filter(
    ({ path, side }) =>
      path.length === 0 ||
      facts.uses.some((use) => use.side === side && use.path.length > path.length && path.every((step, at) => step === use.path[at])),
  );
  expect(ofWhole.map(({ side, path, reason }) => `${side} ${dotted(path)} ${reason}`.replace('  ', ' '))).toEqual(leaks);
}

it('finds reads in all forms of Python', () => {
  check(
    'python',
    `def execute(input_data):
    input_data = input_data or {}
    a = input_data["[[city]]"] + input_data.get('[[unit]]', "C")
    if "[[days]]" in input_data and input_data.pop("[[old]]", None):
        del input_data["[[city]]"]
    data = input_data
    print(f"{data['[[city]]']}", len(data))
    return {"<<text>>": a, "<<other>>": dict(a=1)["a"]}
`,
  );
});

it('follows fields inside of fields, items of lists and functions that get the input', () => {
  check(
    'python',
    `def city_of(d):
    return d["[[home]]"]["[[city]]"]


def rows(names):
    return [{"<<name>>": name, **{"<<more>>": 1}} for name in names]


def execute(input_data):
    home = input_data.get("[[home]]") or {}
    home["[[city]]"]
    for item in input_data["[[items]]"]:
        item["[[sku]]"]
    skus = [x["[[sku]]"] for x in input_data["[[items]]"] if x["[[sku]]"]]
    result = {}
    result["<<rows>>"] = rows(skus)
    result["<<rows>>"].append({"<<name>>": city_of(input_data)})
    for row in result["<<rows>>"]:  # all
        row["<<name>>"] = "x"
    result.update(<<total>>=1, **{"<<x>>": 2})
    return result
`,
    {
      inner: ['input home.city', 'input items.[].sku', 'output rows.[].name', 'output rows.[].more'],
      leaks: ['input items dynamic', 'input items dynamic', 'output rows dynamic'],
    },
  );
});

it('finds the keys of typed dictionaries', () => {
  check(
    'python',
    `from typing import NotRequired, TypedDict

class Home(TypedDict):
    [[street]]: str

class Input(TypedDict, total=False):
    [[city]]: str
    [[homes]]: NotRequired[list[Home]]

Output = TypedDict("Output", {"<<a-b>>": int})

def execute(input_data: Input) -> "Output":
    return {"<<a-b>>": 1}
`,
    { inner: ['input homes.[].street'] },
  );
});

it('finds reads, patterns and results in all forms of JavaScript', () => {
  check(
    'javascript',
    `function helper({ [[city]], [[home]]: { [[street]]: s } }) { return city + s; }
export const execute = async (input) => {
  const { [[unit]], [[days]]: days, [[opt]] = 1, "[[a-b]]": ab, ...rest } = input;
  const home = input?.[[home]] ?? {};
  home["[[street]]"]; input.[[items]].map((x) => x.[[sku]]); "[[city]]" in input;
  for (const { [[sku]] } of input.[[items]]) console.log(sku);
  helper(input);
  const <<sum>> = 1;
  const out = { <<sum>>, "<<rows>>": [] };
  out.<<rows>>.push({ /* a */ <<name>>: /* b */ 'x' });
  for (const row of out.<<rows>>) row.<<name>> = 'y';
  out["<<more>>"] = input.[[items]].length;
  return opt ? out : { <<sum>>: 2, <<rows>>: home.list.map((row) => ({ <<name>>: row })) };
};
`
      .replace('const <<sum>>', 'const sum')
      .replace('home.list', 'home.[[list]]'),
    { inner: ['input home.street', 'input home.list', 'input items.[].sku', 'output rows.[].name'], leaks: ['input passed'] },
  );
});

it('finds the keys of types', () => {
  check(
    'typescript',
    `type Input = { [[city]]: string; readonly [[homes]]?: Home[] };
interface Home { [[street]]: string }
type Output = { <<rows>>: Array<{ <<name>>: string }> };
export async function execute(input: Input): Promise<Output> {
  return { <<rows>>: [{ <<name>>: input.[[city]] }] } satisfies Output;
}
export const other = (x: { [key: string]: number }) => x;
`,
    { inner: ['input homes.[].street', 'output rows.[].name'] },
  );
});

it('finds the keys of types in comments', () => {
  check(
    'javascript',
    `/** @typedef {{ [[city]]: string; [[homes]]?: Home[] }} Input */
/**
 * @typedef {{
 *   [[street]]: string
 * }} Home
 */
/** @param {{ city: string }} other */
const helper = (other) => other;

/**
 * @param {Input} input
 * @returns {Promise<{ <<name>>: string }>}
 */
export async function execute(input) {
  return { <<name>>: input.[[city]] };
}
`,
    { inner: ['input homes.[].street'] },
  );
});

it('finds what is given to execute, and what is taken from its result', () => {
  const called = (language: CodeLanguage, marked: string): void => {
    const text = marked.replaceAll(marks, (_whole, of?: string, from?: string) => of ?? from ?? '');
    const lines = indexLines(text);
    const textOf = ({ side, range }: FieldUse): string => `${side} ${text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end))}`;
    const expected = [...marked.matchAll(marks)].map(([, of, from]) => (of === undefined ? `output ${from}` : `input ${of}`));
    expect(readCalls(text, language).map(textOf).toSorted()).toEqual(expected.toSorted());
  };
  called(
    'python',
    `import main

def test_rome():
    given = {"[[city]]": "Rome", "[[home]]": {"[[street]]": 1}}
    given["[[unit]]"] = "C"
    result = main.execute(given)
    assert result["<<text>>"] == "x" and other["text"]
    assert main.execute({**given, "[[city]]": 1})["<<rows>>"][0]["<<name>>"]
`,
  );
  called(
    'javascript',
    `import { execute } from './main.mjs';
const given = { [[city]]: 'Rome' };
const { <<text>>, rows } = await execute(given);
console.log((await execute({ [[unit]]: text })).<<rows>>, { city: 1 });
`.replace(', rows', ', <<rows>>'),
  );
});

it('says where a value goes out of sight', () => {
  check('python', 'def execute(d):\n    send(d)\n    return d["[[a]]"]\n', { leaks: ['input passed', 'output unknown'] });
  check('python', 'def execute(d):\n    if x:\n        d = load()\n    return {"<<b>>": d["[[a]]"], **more()}\n', {
    leaks: ['input rebound', 'output unknown'],
  });
  check('python', 'def execute(d):\n    for key in d: d[key]\n    return dict(<<b>>=1)\n', { leaks: ['input dynamic', 'input dynamic'] });
  check('python', '@wrap\ndef execute(d):\n    return {}\n', { leaks: ['input dynamic', 'output unknown'] });
  check('javascript', 'export function execute(input) { send({ ...input }); return input[k]; }', {
    leaks: ['input passed', 'input dynamic', 'output unknown'],
  });
  check('javascript', 'export function execute(input) { if (x) input = load(); return { <<a>>: input.[[b]] }; }', {
    leaks: ['input rebound'],
  });
});

it('tells by the order of the text which value a variable has', () => {
  check(
    'python',
    `def execute(d):
    v = d["[[a]]"]
    v["[[x]]"]
    for i in range(3):
        v["[[x]]"]
    v = d["[[b]]"]
    if v["[[y]]"]:
        v["[[y]]"]
    v = load()
    v["z"]
    d = v
    return {"<<k>>": d["a"]}
`,
    { inner: ['input a.x', 'input b.y'] },
  );
  check(
    'javascript',
    `export function execute(d) {
  let v = d.[[a]];
  v.[[x]];
  v = d.[[b]];
  if (v) { v.[[y]]; }
  v = load();
  v.z;
  return { <<k>>: v.a };
}
`,
    { inner: ['input a.x', 'input b.y'] },
  );
  // A later round of a loop, a function and a branch may see another value than the one above them.
  check('python', 'def execute(d):\n    for i in x:\n        d["[[a]]"]\n        d = load()\n', { leaks: ['input rebound'] });
  check('python', 'def execute(d):\n    f = lambda: d["[[a]]"]\n    d = load()\n', { leaks: ['input rebound'] });
  check('python', 'def execute(d):\n    try:\n        d = load()\n    except E:\n        pass\n    d["[[a]]"]\n', {
    leaks: ['input rebound'],
  });
  check('python', 'def execute(d):\n    d["[[a]]"]\n    d += load()\n', { leaks: ['input rebound'] });
  check('javascript', 'export function execute(d) { while (x) { d.[[a]]; d = load(); } }', { leaks: ['input rebound'] });
  check('javascript', 'export function execute(d) { x && (d = load()); d.[[a]]; }', { leaks: ['input rebound'] });
  check('javascript', 'export function execute(d) { const f = () => d.[[a]]; d = load(); }', { leaks: ['input rebound'] });
});

it('goes once through what is assigned hundreds of times', () => {
  const texts: Readonly<Record<string, (line: number) => string>> = {
    python: (line) => `    v = d["k${line}"] or {}\n    r["o${line}"] = clean(v["x"])\n`,
    javascript: (line) => `  v = d.k${line}; r.o${line} = clean(v.x);\n`,
  };
  const ends: Readonly<Record<string, readonly [string, string]>> = {
    python: ['def clean(v):\n    return v\n\ndef execute(d):\n    r = {}\n', '    return r\n'],
    javascript: ['const clean = (v) => v;\nexport function execute(d) {\n  let v; const r = {};\n', '  return r;\n}\n'],
  };
  for (const language of ['python', 'javascript'] as const) {
    const [start, end] = ends[language] ?? ['', ''];
    const work = (lines: number): number => {
      const body = Array.from({ length: lines }, (_, line) => texts[language]?.(line) ?? '').join('');
      const { parses, uses, leaks } = readFields(start + body + end, language);
      expect(parses).toBe(true);
      expect(uses.filter(({ path }) => path.length === 2)).toHaveLength(lines);
      return uses.length + leaks.length;
    };
    // So many places of a text that is twice as long are about twice as many.
    expect(work(500)).toBeLessThan(2.1 * work(250));
  }
});

it('knows when the text of execute is elsewhere, or when it is broken', () => {
  expect(readFields('from impl import execute\n', 'python').found).toBe(false);
  expect(readFields("export { execute } from './impl.js';", 'javascript').found).toBe(false);
  expect(readFields('def execute(d):\n    return {"a": d["b"}\n', 'python').parses).toBe(false);
  expect(readFields('def execute(d): return {}', 'python')).toMatchObject({ parses: true, found: true });
});

it('comes to an end with whatever somebody writes', () => {
  const deep = (open: string, close: string, inner: string): string => open.repeat(5_000) + inner + close.repeat(5_000);
  const texts: readonly (readonly [CodeLanguage, string])[] = [
    ['python', `def execute(d):\n    return ${deep('(', ')', 'd')}\n`],
    ['python', `def execute(d: ${deep('Optional[', ']', 'X')}):\n    return ${deep('[', ']', '1')}\n`],
    ['python', `def execute(d):\n${'    d = d["k"]\n'.repeat(3000)}    return d\n`],
    ['javascript', `export function execute(d) { return ${deep('(', ')', 'd')}; }`],
    ['javascript', `export function execute(${deep('{ a: ', ' }', 'b')}) { return ${deep('{ a: ', ' }', '1')}; }`],
    ['typescript', `export function execute(d: ${deep('Array<', '>', 'X')}) { return d${'?.k'.repeat(5_000)}; }`],
    ['javascript', `export function execute(d) { ${'d = { ...d, d };'.repeat(2000)} return d; }`],
    ['python', `def execute(d):\n    return [${'d, '.repeat(20_000)}f(${'d, '.repeat(20_000)})]\n`],
    ['javascript', `export function execute(d) { return [${'d, '.repeat(20_000)}f(${'d, '.repeat(20_000)})]; }`],
  ];
  for (const [language, text] of texts) expect(readFields(text, language)).toHaveProperty('uses');
});
