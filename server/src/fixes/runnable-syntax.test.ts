import { expect, it } from 'vitest';
import { fixesOf } from '../testing/mendings.ts';
import { applyEdits } from './apply-edits.ts';

const execute = 'export function execute() {\n  return {};\n}\n';

/** What the fixes of the first thing that Node does not run make of a text; without `execute`, which stands below it. */
function mended(code: string, file = 'main.ts'): readonly string[] {
  const texts: Readonly<Record<string, string>> = {
    'agent.yaml': `name: a\nversion: 1.0.0\nruntime: { type: nodejs, entrypoint: ${file} }\n`,
    [file]: `${code}\n${execute}`,
  };
  return fixesOf(texts, 'unsupported-syntax').map(({ edits }) =>
    applyEdits(texts[file] ?? '', edits[0]?.edits ?? []).replace(`\n${execute}`, ''),
  );
}

it.each([
  ['const a = <number>b;', 'const a = b as number;'],
  ['const a = (<any>globalThis).x;', 'const a = (globalThis as any).x;'],
  ['const a = <any>b + 1;', 'const a = (b as any) + 1;'],
  ['const f = () => <A>{ x: 1 };', 'const f = () => ({ x: 1 } as A);'],
  ['const a = <any>b.c(")", 1)!.d * 2;', 'const a = (b.c(")", 1)!.d as any) * 2;'],
  ['const a = <A>new B(1);', 'const a = new B(1) as A;'],
  ['f(<A>a, b);', 'f(a as A, b);'],
  ['enum A { x }', 'const A = { x: 0 } as const;\ntype A = (typeof A)[keyof typeof A];'],
  [
    'export const enum Level {\n  low = 1,\n  high,\n  top = 10,\n}',
    'export const Level = {\n  low: 1,\n  high: 2,\n  top: 10,\n} as const;\nexport type Level = (typeof Level)[keyof typeof Level];',
  ],
  ["enum A { x = 'x', y = 'y' }", "const A = { x: 'x', y: 'y' } as const;\ntype A = (typeof A)[keyof typeof A];"],
  ["import fs = require('node:fs');", "import fs from 'node:fs';"],
  ['module A { type X = 1 }', 'namespace A { type X = 1 }'],
  [
    'class A {\n  constructor(private readonly x: number, y = 1, public z?: string) {\n    this.run(y);\n  }\n}',
    'class A {\n  private readonly x: number;\n  public z?: string;\n  constructor(x: number, y = 1, z?: string) {\n    this.x = x;\n    this.z = z;\n    this.run(y);\n  }\n}',
  ],
  ['class A {\n  constructor(public x = 1) {}\n}', 'class A {\n  public x;\n  constructor(x = 1) { this.x = x; }\n}'],
  [
    'class A {\n  constructor(\n    readonly x: number,\n  ) {\n  }\n}',
    'class A {\n  readonly x: number;\n  constructor(\n    x: number,\n  ) {\n    this.x = x;\n  }\n}',
  ],
])('writes %j as Node runs it', (before, after) => {
  expect(mended(before)).toEqual([after]);
});

it('keeps to CommonJS where that is meant', () => {
  const text = "import fs = require('node:fs');\nmodule.exports.execute = () => ({});\n";
  expect(mended(text, 'main.cts').map((one) => one.split('\n')[0])).toEqual(["const fs = require('node:fs');"]);
});

it.each([
  'enum A { x = 1 << 2 }',
  'enum A { x = "a", y }',
  'enum A { /* first */ x }',
  'import A = Math.PI;',
  'module A { export const x = 1; }',
  'namespace A { export const x = 1; }',
  'class A { constructor(private x: number) {} }',
  'class B {}\nclass A extends B {\n  constructor(private x: number) {\n    super();\n  }\n}',
  'class A {\n  constructor(private x: Map<string, number>) {}\n}',
  'const d = (...all: unknown[]): any => {};\n@d class A {}',
  'const a = 1;\nexport = a;',
])('leaves %j to a person', (code) => {
  expect(mended(code)).toEqual([]);
});
