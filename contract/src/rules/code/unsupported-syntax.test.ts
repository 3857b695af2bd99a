import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAgent } from '../../check-agent.ts';
import { readCode } from '../../code/read-code.ts';
import { folderOf, picture } from './problem-picture.ts';

type Kind = 'enum' | 'namespace' | 'module' | 'parameter property' | 'import' | 'export' | 'cast' | 'decorator' | 'accessor' | 'jsx';

const decorate = 'const d = (...all: unknown[]): any => {};\n';

/** What Node refuses, and as what it is found. */
const refused: readonly (readonly [code: string, kind: Kind])[] = [
  ['enum A { x }', 'enum'],
  ['export enum A { x = 1 }', 'enum'],
  ['const enum A { x }', 'enum'],
  ['function f() { enum A { x } }', 'enum'],
  ['if (true) { enum A { x } }', 'enum'],
  ['namespace A { export const x = 1; }', 'namespace'],
  ['namespace A.B { const x = 1; }', 'namespace'],
  ['namespace A { namespace B { class C {} } }', 'namespace'],
  ['namespace A { console.log(1); }', 'namespace'],
  ['namespace A { enum B { c } class C { constructor(private x: number) {} } }', 'namespace'],
  ['namespace A { declare const x: number; }', 'namespace'],
  ['namespace A { export declare function f(): void; }', 'namespace'],
  ['namespace A { import type { Stats } from "node:fs"; }', 'namespace'],
  ['namespace A { ; }', 'namespace'],
  ['module A { export const x = 1; }', 'module'],
  ['module A { export type X = 1; }', 'module'],
  ['declare module A { const x: number; }', 'module'],
  ['class A { constructor(private x: number) {} }', 'parameter property'],
  ['class A { constructor(public x = 1) {} }', 'parameter property'],
  ['class A { constructor(readonly x: number, y: number) {} }', 'parameter property'],
  ['abstract class A { constructor(protected readonly x: number) {} }', 'parameter property'],
  ['const A = class { constructor(private x: number) {} };', 'parameter property'],
  ['class A { m(private x: number) {} }', 'parameter property'],
  ['import fs = require("node:fs");', 'import'],
  ['import A = Math.PI;', 'import'],
  ['export import fs = require("node:fs");', 'import'],
  ['export = { a: 1 };', 'export'],
  ['const a = <number>1;', 'cast'],
  ['const a = <const>["a"];', 'cast'],
  ['const a = (<any>globalThis).x;', 'cast'],
  ['const a = +<any>"1";', 'cast'],
  ['const f = () => <{ x: number }>{ x: 1 };', 'cast'],
  ['function g<T>(x: T) { return <T>x; }', 'cast'],
  ['for (const x of <string[]>[]) {}', 'cast'],
  [`${decorate}@d class A {}`, 'decorator'],
  [`${decorate}export @d class A {}`, 'decorator'],
  [`${decorate}class A { @d m() {} }`, 'decorator'],
  [`${decorate}class A { @d() x = 1; }`, 'decorator'],
  [`${decorate}class A { m(@d x: number) {} }`, 'decorator'],
  ['class A { static accessor x = 1; }', 'accessor'],
];

/** What Node runs. */
const run: readonly string[] = [
  'declare enum A { x }',
  'declare const enum A { x }',
  'export declare enum A { x }',
  'const o = { enum: 1, namespace: 2, module: 3 }; o.enum;',
  'const namespace = 1, module = 2, accessor = 3; namespace + module + accessor;',
  'const a = "enum A { x } @d <any>1"; // enum A { x } @d <any>1',
  '/** @param x the enum */ function f(x: number) {}',
  'namespace A {}',
  'export namespace A { export type X = 1; }',
  'namespace A { interface X { a: 1 } /* and */ type Y = 2; // no more\n}',
  'namespace A.B { export namespace C { type X = 1 } }',
  'declare namespace A { const x: number; enum B { c } namespace D { const x: 1 } import E = A.B; }',
  'declare module "x" { enum A { b } namespace B { const x: 1 } const a: number; export = a; }',
  'declare module "x" { interface I { <T>(x: T): T } namespace B { const x: 1 } import C = B; export = B; }\nnamespace D {}',
  'declare global { enum A { b } interface Window { a: 1 } }\nexport {};',
  'class A { constructor(x: number) {} private y = 1; readonly z?: 2; protected static m() {} }',
  'class A { private constructor(x: number) {} }',
  'class A { constructor(readonly: boolean) {} }',
  'class A { constructor(readonly = 1, override?: 2) {} }',
  'class A { constructor(x: number); constructor(x: unknown) {} }',
  'abstract class A { abstract m(): void; declare x: number; }',
  'class A { accessor = 1; }',
  'class A { accessor() {} }',
  'import type fs = require("node:fs");',
  'import type { A } from "./nothing.ts";',
  'export type { A } from "./nothing.ts";',
  'import { type Stats } from "node:fs";',
  'export default 1 as number;',
  'const a = [1][0]! as unknown as string satisfies string;',
  'const f = <T>(x: T) => x;',
  'const f = async <T>(x: T) => x;',
  'const f = <const T extends object = {}, U = T>(x: T, y?: U): T => x;',
  'const f = <T>(x: T): x is T => true;',
  'class A { m = <T>(x: T): T => x; n<T>(x: T) {} }',
  'type F = <T>(x: T) => T;',
  'interface I { <T>(x: T): T; new <T>(x: T): T; m<T>(x: T): void }',
  'const f = (x: (<T>(y: T) => T)) => x;',
  'const m = new Map<string, number>(); const g = Array<string>;',
  'let a = 1, b = 2, c = 3; const d = a < b, e = c > (1);',
  'function f(this: Date, a: unknown): asserts a {}',
];

/** What Node refuses and the grammar does not understand: then nothing is said. */
const unseen: readonly string[] = [
  'class B { x = 1 } class A extends B { constructor(override x: number) { super(); } }',
  'export default class { constructor(private x: number) {} }',
  'export as namespace A;',
];

const script = `
const refused = [];
for (const file of process.argv.slice(1)) {
  try { await import(file); } catch (error) {
    if (error instanceof SyntaxError || /TYPESCRIPT_SYNTAX$/.test(error.code)) refused.push(file);
  }
}
console.log(JSON.stringify(refused));
`;

const folder = mkdtempSync(join(tmpdir(), 'hermes-syntax-'));
const all = [...refused.map(([code]) => code), ...run, ...unseen];
const fileOf = (code: string): string => join(folder, `${all.indexOf(code)}.mts`);
let refusedByNode: ReadonlySet<string> = new Set();

beforeAll(() => {
  for (const code of all) writeFileSync(fileOf(code), `${code}\n`);
  const said = execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', script, ...all.map((code) => fileOf(code))]);
  const files: unknown = JSON.parse(said.toString());
  refusedByNode = new Set(Array.isArray(files) ? files.filter((file) => typeof file === 'string') : []);
});
afterAll(() => rmSync(folder, { recursive: true }));

const kindsIn = (code: string, language: 'typescript' | 'javascript' = 'typescript'): readonly string[] =>
  (readCode(code, language).unsupported ?? []).map(({ kind }) => kind);

describe('Node itself', () => {
  it.each(refused)('refuses %s, and that is found', (code, kind) => {
    expect([refusedByNode.has(fileOf(code)), kindsIn(code)]).toEqual([true, [kind]]);
  });

  it.each(run)('runs %s, and nothing is found', (code) => {
    expect([refusedByNode.has(fileOf(code)), kindsIn(code)]).toEqual([false, []]);
  });

  it.each(unseen)('refuses %s, and nothing is found', (code) => {
    expect([refusedByNode.has(fileOf(code)), kindsIn(code)]).toEqual([true, []]);
  });
});

describe('JavaScript', () => {
  it('has neither decorators nor JSX', () => {
    expect(kindsIn('@d class A { accessor x = 1 }', 'javascript')).toEqual(['decorator', 'accessor']);
    expect(kindsIn('const a = <div>{b}<i/></div>;\nconst c = <></>;', 'javascript')).toEqual(['jsx', 'jsx']);
    expect(kindsIn('const a = b <c> d; // <div>', 'javascript')).toEqual([]);
  });
});

const agent = (entrypoint: string): string => `name: a\nversion: 1.0.0\nruntime: { type: nodejs, entrypoint: ${entrypoint} }\n`;
const execute = 'export function execute() {\n  return {};\n}\n';

function check(files: Readonly<Record<string, string>>, entrypoint = 'main.ts'): string {
  const agentFolder = folderOf({ 'agent.yaml': agent(entrypoint), ...files });
  return picture(agentFolder, checkAgent(agentFolder).problems);
}

describe('a file that Node cannot load', () => {
  it('is marked at the words that say so', () => {
    expect(check({ 'main.ts': `export enum Colour { red }\nclass A {\n  constructor(private readonly x: number) {}\n}\n${execute}` })).toBe(
      [
        'export enum Colour { red }',
        '       ^^^^ error unsupported-syntax: Node only takes types out of TypeScript, and does not run enums. Write an object: const … = { … } as const.',
        '  constructor(private readonly x: number) {}',
        '              ^^^^^^^^^^^^^^^^ error unsupported-syntax: Node only takes types out of TypeScript, and cannot make a field of a parameter. Declare the field, assign it in the constructor, and remove "private readonly".',
      ].join('\n'),
    );
  });

  it('is found behind the entrypoint, and is a warning where it is not always loaded', () => {
    const lib = { 'lib.ts': 'export const a = <number>1;\n' };
    expect(check({ 'main.ts': `import { a } from './lib.ts';\n${execute}`, ...lib })).toContain('error unsupported-syntax');
    expect(check({ 'main.mjs': `const lib = () => import('./lib.ts');\n${execute}`, ...lib }, 'main.mjs')).toContain(
      'warning unsupported-syntax',
    );
    expect(check({ 'main.ts': `import type { A } from './lib.ts';\nexport type { B } from './lib.ts';\n${execute}`, ...lib })).toBe('');
    expect(check({ 'main.ts': execute, ...lib })).toBe('');
  });

  it('is left to what compiles it, but for the entrypoint', () => {
    const lib = { 'lib.ts': 'export enum A { x }\n', 'lib2.mjs': "import 'tsx/esm';\n" };
    const later = `const lib = () => import('./lib.ts');\n${execute}`;
    expect(check({ 'main.mjs': `import './lib2.mjs';\n${later}`, ...lib }, 'main.mjs').match(/unsupported-syntax/g)).toBeNull();
    expect(check({ 'main.mjs': `import { registerHooks } from 'node:module';\n${later}`, ...lib }, 'main.mjs')).toBe('');
    expect(check({ 'main.ts': `import 'tsx/esm';\nenum A { x }\n${execute}` })).toContain('error unsupported-syntax');
  });

  it('is told once for all its JSX, and once where `export =` hides execute', () => {
    expect(check({ 'main.js': `const a = <b/>;\nconst c = <d/>;\n${execute}` }, 'main.js').match(/unsupported-syntax/g)).toHaveLength(1);
    expect(check({ 'main.ts': 'function run() {\n  return {};\n}\nexport = run;\n' }).match(/ (?:error|warning) [\w-]+/g)).toEqual([
      ' error unsupported-syntax',
    ]);
  });

  it('stays marked while something else in it is broken', () => {
    expect(check({ 'main.ts': `enum A { x }\n${execute}const a = (\n` })).toContain('error unsupported-syntax');
    expect(check({ 'main.ts': `const a = <number>1;\n${execute}const b = (\n` })).toContain('error unsupported-syntax');
  });

  it.each([
    'enum A { x',
    'enum ',
    'namespace A { const x = 1;',
    'class A { constructor(private ',
    'import a =',
    'const a = <',
    'const a = <T>',
    'const a = <T>(x: T) =',
    '@',
    '@d',
  ])('is not judged while it is being typed: %s', (code) => {
    expect(check({ 'main.ts': `${execute}${code}` })).toBe('');
  });
});
