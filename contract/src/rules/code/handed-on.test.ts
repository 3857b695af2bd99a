import { describe, expect, it } from 'vitest';
import { checkCode } from './check-code.ts';
import { contextOf, folderOf } from './problem-picture.ts';

/** The problems of an agent whose entrypoint hands on what other files hold, as `file: code`. */
function check(files: Readonly<Record<string, string>>): readonly string[] {
  const [entrypoint = ''] = Object.keys(files);
  const type = entrypoint.endsWith('.py') ? 'python' : 'nodejs';
  const descriptor = `runtime: { type: ${type}, entrypoint: ${entrypoint} }\ninput_schema: { properties: { city: {} } }\n`;
  return checkCode(contextOf(folderOf({ 'agent.yaml': descriptor, ...files }))).problems.map(({ path, code }) => `${path}: ${code}`);
}

const python = 'def execute(input_data):\n    return {"a": input_data["cty"]}\n';
const javascript = 'export function execute(input) { return { a: input.cty }; }\n';

describe('an execute that the entrypoint only hands on', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['from a module beside it', { 'main.py': 'from impl import execute\n', 'impl.py': python }],
    ['from a module of the package', { 'src/main.py': 'from .impl import execute\n', 'src/impl.py': python }],
    ['from the folder above', { 'src/main.py': 'from ..impl import execute\n', 'impl.py': python }],
    ['from the root of the folder', { 'src/main.py': 'from lib.impl import execute\n', 'lib/impl.py': python }],
    ['from a package', { 'main.py': 'from impl import execute\n', 'impl/__init__.py': python }],
    ['twice', { 'main.py': 'from a import execute\n', 'a.py': 'from b import execute\n', 'b.py': python }],
    ['from a module of JavaScript', { 'main.js': "export { execute } from './impl.js';\n", 'impl.js': javascript }],
    ['after an import', { 'main.js': "import { execute } from './impl.js';\nexport { execute };\n", 'impl.js': javascript }],
    ['with everything else', { 'main.js': "export * from './impl.js';\n", 'impl.js': javascript }],
    ['from a folder up and down', { 'a/main.js': "export * from '../b/./impl.js';\n", 'b/impl.js': javascript }],
    ['from TypeScript', { 'main.ts': "export { execute } from './impl.ts';\n", 'impl.ts': javascript }],
  ])('is judged where it is: %s', (_, files) => {
    expect(check(files)).toEqual([`${Object.keys(files).at(-1)}: unknown-input-key`]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['the other file is not there', { 'main.py': 'from .impl import execute\n' }],
    ['it comes from a package', { 'main.py': 'from _impl import execute\n', 'impl.py': python }],
    ['it has another name there', { 'main.py': 'from impl import run as execute\n', 'impl.py': python.replace('execute', 'run') }],
    [
      'there may be another',
      { 'main.py': 'try:\n    from a import execute\nexcept ImportError:\n    from b import execute\n', 'a.py': python },
    ],
    ['it is renamed', { 'main.js': "export { run as execute } from './impl.js';\n", 'impl.js': javascript.replace('execute', 'run') }],
    ['it may be in one of two', { 'main.js': "export * from './a.js';\nexport * from './b.js';\n", 'a.js': javascript, 'b.js': 'x;' }],
    ['it leads out of the folder', { 'main.js': "export { execute } from '../impl.js';\n" }],
    ['it leads in a circle', { 'main.py': 'from a import execute\n', 'a.py': 'from main import execute\n' }],
  ])('is not spoken of when %s', (_, files) => {
    expect(check(files)).toEqual([]);
  });

  it('leaves what the entrypoint itself does in the entrypoint', () => {
    expect(check({ 'main.py': 'import os\nfrom impl import execute\nos.environ["A"]\n', 'impl.py': python })).toEqual([
      'impl.py: unknown-input-key',
      'main.py: environment-read',
    ]);
  });
});
