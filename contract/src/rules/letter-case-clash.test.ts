import { expect, it } from 'vitest';
import { checkAgent } from '../check-agent.ts';
import { folderOf, picture } from './code/problem-picture.ts';

const agent = (entrypoint: string, type = 'python'): string =>
  `name: a\nversion: 1.0.0\nruntime: { type: ${type}, entrypoint: ${entrypoint} }\n`;
const python = 'def execute(input_data):\n    return {}\n';
const javascript = 'export const execute = () => ({});\n';

function check(files: Readonly<Record<string, string>>): string {
  const folder = folderOf(files);
  return picture(folder, checkAgent(folder).problems);
}

it('marks an entrypoint beside a file that is called nearly the same', () => {
  expect(check({ 'agent.yaml': agent('main.py'), 'main.py': python, 'Main.py': '' })).toBe(
    [
      'runtime: { type: python, entrypoint: main.py }',
      '                                     ^^^^^^^ warning letter-case-clash: main.py and Main.py differ in large and small letters only: on Windows and macOS there is but one of them. Rename one.',
    ].join('\n'),
  );
  expect(check({ 'agent.yaml': agent('src/run.sh', 'shell'), 'src/run.sh': '#!/bin/sh\n', 'src/RUN.sh': '' })).toContain(
    'letter-case-clash',
  );
});

it('marks the import of a file that has a namesake, once', () => {
  const files = { 'lib/rows.py': 'from . import rows\n', 'lib/Rows.py': '', 'lib/__init__.py': '' };
  expect(check({ 'agent.yaml': agent('main.py'), 'main.py': `from lib import rows\nimport lib.rows\n${python}`, ...files })).toBe(
    [
      'from lib import rows',
      '     ^^^ warning letter-case-clash: lib/rows.py and lib/Rows.py differ in large and small letters only: on Windows and macOS there is but one of them. Rename one.',
    ].join('\n'),
  );
  const modules = { 'a.mjs': "import './b.mjs';\n", 'b.mjs': '', 'B.mjs': '' };
  expect(check({ 'agent.yaml': agent('main.mjs', 'nodejs'), 'main.mjs': `import './a.mjs';\n${javascript}`, ...modules })).toContain(
    "import './b.mjs';\n       ^^^^^^^^^ warning letter-case-clash: b.mjs and B.mjs",
  );
});

it.each<[string, Readonly<Record<string, string>>]>([
  ['neither of the two is loaded', { 'agent.yaml': agent('main.py'), 'main.py': python, 'rows.py': '', 'Rows.py': '' }],
  ['they lie in different folders', { 'agent.yaml': agent('main.py'), 'main.py': python, 'lib/Main.py': '' }],
  ['they end in different ways', { 'agent.yaml': agent('main.py'), 'main.py': python, 'Main.md': '' }],
  ['only the name of a folder differs', { 'agent.yaml': agent('main.py'), 'main.py': python, 'Main.py/x': '' }],
])('is silent where %s', (_, files) => {
  expect(check(files)).toBe('');
});

it('is silent where nobody lists the folder, and says of a file that is not there only that', () => {
  const folder = folderOf({ 'agent.yaml': agent('main.py'), 'main.py': python, 'Main.py': '' });
  const { filesIn: _, ...unlisted } = folder;
  expect(checkAgent(unlisted).problems).toEqual([]);
  expect(check({ 'agent.yaml': agent('MAIN.py'), 'main.py': python, 'Main.py': '' }).match(/ (?:error|warning) [\w-]+/g)).toEqual([
    ' error missing-entrypoint',
  ]);
});
