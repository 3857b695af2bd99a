import { expect, it } from 'vitest';
import { requirementsInPyproject } from './requirements-in-pyproject.ts';

/** What is asked for, with the text of the file that is marked for it. */
function read(text: string): readonly (readonly [requirement: string, marked: string])[] {
  return requirementsInPyproject(text).map((found) => [found.text, text.slice(found.from, found.to)]);
}

it('reads every form that an entry has', () => {
  const text = [
    '[tool.poetry]',
    'name = "a"',
    '[tool.poetry.dependencies]  # what runs',
    'python = "^3.11"',
    '',
    'requests = "^2.31"   # the API',
    "Scikit_Learn = '~1.4'",
    '"zope.interface" = "5.*"',
    'rich = { version = ">=13,<14", extras = ["jupyter"], optional = false }',
    'attrs = { extras = ["dev"] }',
    'httpx = { version = "^0.27", optional = true }',
    'pywin32 = { version = "306", markers = "sys_platform == \'win32\'" }',
    'mine = { git = "https://example.com/mine.git", tag = "v1" }',
    'near = { path = "../near", develop = true }',
    'numpy = [',
    '  { version = "<=1.19", python = ">=3.6,<3.8" },  # ]',
    '  { version = "^1.21", python = ">=3.8" },',
    ']',
    'openai = "^1 || ^3"',
    'pillow = "*"',
    '',
    '[tool.poetry.dependencies.boto3]',
    'version = "~1.34"',
    'extras = ["crt"]',
    '',
    '[tool.poetry.group.dev.dependencies]',
    'pytest = "^8"',
  ].join('\r\n');
  expect(read(text)).toEqual([
    ['requests>=2.31,<3', 'requests = "^2.31"'],
    ['Scikit_Learn>=1.4,<1.5', "Scikit_Learn = '~1.4'"],
    ['zope.interface==5.*', '"zope.interface" = "5.*"'],
    ['rich>=13,<14', 'rich = { version = ">=13,<14", extras = ["jupyter"], optional = false }'],
    ['attrs ;', 'attrs = { extras = ["dev"] }'],
    ['httpx ;', 'httpx = { version = "^0.27", optional = true }'],
    ['pywin32 ;', 'pywin32 = { version = "306", markers = "sys_platform == \'win32\'" }'],
    ['mine ;', 'mine = { git = "https://example.com/mine.git", tag = "v1" }'],
    ['near ;', 'near = { path = "../near", develop = true }'],
    ...['', ''].map(() => ['numpy ;', text.slice(text.indexOf('numpy'), text.indexOf('openai') - 2)]),
    ['openai ;', 'openai = "^1 || ^3"'],
    ['pillow', 'pillow = "*"'],
    ['boto3>=1.34,<1.35', '[tool.poetry.dependencies.boto3]'],
  ]);
});

it.each([
  ['a table of groups', '[tool.poetry.group.dev.dependencies]\nopenai = "^1"\n'],
  ['a table of what is developed with', '[tool.poetry.dev-dependencies]\nopenai = "^1"\n'],
  ['groups as PEP 735 has them', '[dependency-groups]\ndev = ["openai<1"]\n'],
  ['the table of another tool', '[tool.poet.dependencies]\nopenai = "^1"\n'],
  ['a comment', '[tool.poetry.dependencies]\n# openai = "^1"\n'],
  ['a value that is being typed', '[tool.poetry.dependencies]\nopenai = "^1\nopenai = \nopenai\nopenai = { version = "^1"\n'],
  ['a key of several parts', '[tool.poetry.dependencies]\nopenai.version = "^1"\n'],
  ['a string of several lines', '[tool.poetry.dependencies]\nopenai = """^1"""\n'],
  ['an escape', '[tool.poetry.dependencies]\nopenai = "^1\\u002E2"\n'],
])('reads nothing in %s', (_, text) => {
  expect(read(text)).toEqual([]);
});

it('leaves out only the line that is being typed', () => {
  expect(read('[tool.poetry.dependencies]\na = "^1\nb = [ "x",\nc = "^2"\n').map(([text]) => text)).toEqual(['c>=2,<3']);
});

it('lets the list of the project itself count where there are both', () => {
  const text = '[project]\ndependencies = ["openai>=1"]\n[tool.poetry.dependencies]\nopenai = { source = "ours" }\nrich = "^13"\n';
  expect(read(text)).toEqual([['openai>=1', '"openai>=1"']]);
});
