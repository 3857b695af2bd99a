import { describe, expect, it } from 'vitest';
import { contextOf, folderOf, picture } from '../code/problem-picture.ts';
import { checkDependencies } from './check-dependencies.ts';

/** The problems of a list, beside other files of the folder. */
function check(dependencies: readonly string[], files: Readonly<Record<string, string>> = {}, type = 'python'): string {
  const list = dependencies.map((text) => `    - ${JSON.stringify(text)}\n`).join('');
  const folder = folderOf({ 'agent.yaml': `runtime:\n  type: ${type}\n  dependencies:\n${list}`, ...files });
  return picture(folder, checkDependencies(contextOf(folder)));
}

describe('a package that is asked for twice', () => {
  it('is marked where no version is both', () => {
    expect(check(['requests==2.31.0', 'requests>=2.32'])).toBe(
      [
        '    - "requests>=2.32"',
        '      ^^^^^^^^^^^^^^^^ error dependency-conflict: No version is both requests>=2.32 and requests==2.31.0. Keep one of the two.',
      ].join('\n'),
    );
  });

  it('is marked where one would do', () => {
    expect(check(['PyYAML', 'pyyaml>=6'])).toContain(
      'warning dependency-conflict: pyyaml is in this list twice, as PyYAML and as pyyaml>=6.',
    );
    expect(check(['undici@7.0.0', 'undici@7.0.0'], {}, 'nodejs')).toContain('undici is in this list twice');
  });

  it.each([
    ['for several machines', ['pywin32==306; sys_platform == "win32"', 'pywin32==305; sys_platform != "win32"']],
    ['from an address', ['requests @ https://example.com/r.zip', 'requests']],
    ['under names that only look alike', ['requests', 'requests-mock']],
  ])('is not spoken of when it is %s', (_, dependencies) => {
    expect(check(dependencies)).toBe('');
  });
});

describe('a package that another list asks for', () => {
  it('is marked with the place there', () => {
    const folder = folderOf({
      'agent.yaml': 'runtime:\n  type: python\n  dependencies:\n    - openai==1.40.0\n',
      'requirements.txt': '# The API\nrequests\nopenai<1  # until we move\n',
    });
    const [problem, ...more] = checkDependencies(contextOf(folder));
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      code: 'dependency-conflict',
      severity: 'warning',
      message: 'No version is both openai==1.40.0 and openai<1, which requirements.txt asks for. Ask for the same in both.',
      range: { start: { line: 3, character: 6 } },
      related: [{ path: 'requirements.txt', range: { start: { line: 2, character: 0 }, end: { line: 2, character: 8 } } }],
    });
  });

  it.each<[string, string, Readonly<Record<string, string>>, string?]>([
    ['a pin', 'openai>=1', { 'requirements.txt': 'openai==0.28.1\n' }],
    ['a hash', 'openai>=1', { 'requirements.txt': 'openai==0.28.1 \\\n    --hash=sha256:abc \\\n    --hash=sha256:def\n' }],
    ['an option', 'openai>=1', { 'requirements.txt': '-i https://example.com\nopenai==0.28.1 --no-binary :all:\n' }],
    ['another spelling', 'scikit-learn>=1.5', { 'requirements.txt': 'Scikit_Learn~=1.4.0\r\n' }],
    [
      'a project',
      'openai>=1',
      { 'pyproject.toml': '[project]\nname = "a"\ndependencies = [\n  "requests[socks]>=2", # ]\n  \'openai<1\',\n]\n' },
    ],
    [
      'a project on one line',
      'openai>=1',
      { 'pyproject.toml': '[build-system]\nrequires = ["x"]\n\n[project]\ndependencies = ["openai<1"]\n' },
    ],
    ['a project of Poetry', 'openai>=1', { 'pyproject.toml': '[tool.poetry.dependencies]\npython = "^3.11"\nopenai = "^0.28"\n' }],
    ['a table of Poetry', 'openai>=1', { 'pyproject.toml': '[tool.poetry.dependencies]\nopenai = {version = "~0.28", extras = ["x"]}\n' }],
    ['a package', 'undici@^7.0.0', { 'package.json': '{\n  "dependencies": {\n    "undici": "^6.1.0"\n  }\n}\n' }, 'nodejs'],
  ])('is found in %s', (_, dependency, files, type) => {
    expect(check([dependency], files, type)).toContain('warning dependency-conflict');
  });

  it('is shown in the words of Poetry', () => {
    expect(check(['openai==1.40.0'], { 'pyproject.toml': '[tool.poetry.dependencies]\nopenai = "^0.28"\n' })).toContain(
      'No version is both openai==1.40.0 and openai ^0.28, which pyproject.toml asks for.',
    );
  });

  it.each<[string, string, Readonly<Record<string, string>>, string?]>([
    ['both hold for Poetry', 'openai>=1', { 'pyproject.toml': '[tool.poetry.dependencies]\nopenai = "^1.2"\n' }],
    [
      'Poetry has it for several machines',
      'openai>=1',
      { 'pyproject.toml': '[tool.poetry.dependencies]\nopenai = [{version = "^0.28"}, {version = "^0.27"}]\n' },
    ],
    [
      'Poetry has it as an extra',
      'openai>=1',
      { 'pyproject.toml': '[tool.poetry.dependencies]\nopenai = {version = "^0.28", optional = true}\n' },
    ],
    ['it is of a group', 'openai>=1', { 'pyproject.toml': '[tool.poetry.group.dev.dependencies]\nopenai = "^0.28"\n' }],
    ['both hold', 'openai>=1', { 'requirements.txt': 'openai==1.40.0\n' }],
    ['any version will do', 'openai', { 'requirements.txt': 'openai==1.40.0\n' }],
    ['it is for other machines', 'openai>=1', { 'requirements.txt': 'openai==0.28; python_version < "3.8"\n' }],
    ['it is there for several machines', 'openai>=1', { 'requirements.txt': 'openai==0.28\nopenai==1.0; python_version > "3.8"\n' }],
    ['it is a comment', 'openai>=1', { 'requirements.txt': '# openai==0.28\n   # openai==0.28\n' }],
    [
      'it comes from an address',
      'openai>=1',
      { 'requirements.txt': 'openai @ https://example.com/o.zip\ngit+https://example.com/openai.git\n' },
    ],
    ['it is compared letter by letter', 'openai>=1', { 'requirements.txt': 'openai===ours\n' }],
    ['it is optional', 'openai>=1', { 'pyproject.toml': '[project.optional-dependencies]\nold = ["openai<1"]\n' }],
    ['it is of another table', 'openai>=1', { 'pyproject.toml': '[tool.x]\ndependencies = ["openai<1"]\n' }],
    ['the table ends before it', 'openai>=1', { 'pyproject.toml': '[project]\nname = "a"\n[tool.x]\ndependencies = ["openai<1"]\n' }],
    ['the array is being typed', 'openai>=1', { 'pyproject.toml': '[project]\ndependencies = ["openai<1"\n' }],
    ['it is for development', 'undici@^7.0.0', { 'package.json': '{ "devDependencies": { "undici": "^6.1.0" } }' }, 'nodejs'],
    ['it is of a nested package', 'undici@^7.0.0', { 'package.json': '{ "x": { "dependencies": { "undici": "^6.1.0" } } }' }, 'nodejs'],
    ['it is a tag', 'undici@^7.0.0', { 'package.json': '{ "dependencies": { "undici": "latest" } }' }, 'nodejs'],
    ['it comes from a folder', 'undici@^7.0.0', { 'package.json': '{ "dependencies": { "undici": "file:../undici" } }' }, 'nodejs'],
    ['the file is being typed', 'undici@^7.0.0', { 'package.json': '{ "dependencies": { "undici": "^6.1.0" }' }, 'nodejs'],
    ['the list is of another language', 'openai>=1', { 'package.json': '{ "dependencies": { "openai": "0.28.1" } }' }],
  ])('is not spoken of when %s', (_, dependency, files, type) => {
    expect(check([dependency], files, type)).toBe('');
  });
});
