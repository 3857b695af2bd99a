import { describe, expect, it } from 'vitest';
import type { InstalledPackage } from '../../agent-folder.ts';
import { contextOf, folderOf, picture } from '../code/problem-picture.ts';
import { checkDependencies } from './check-dependencies.ts';

function check(dependency: string, type = 'python', installed?: readonly InstalledPackage[]): string {
  const folder = folderOf(
    { 'agent.yaml': `name: a\nversion: 1.0.0\nruntime:\n  type: ${type}\n  entrypoint: main\n  dependencies:\n    - ${dependency}\n` },
    installed,
  );
  return picture(folder, checkDependencies(contextOf(folder)));
}

describe('a dependency that cannot be read', () => {
  it('is marked with what was meant', () => {
    expect(check('requests2.31.0')).toBe(
      ['    - requests2.31.0', '      ^^^^^^^^^^^^^^ error malformed-dependency: Did you mean requests==2.31.0?'].join('\n'),
    );
  });

  it('is marked with its quotes', () => {
    expect(check('"requests=2.31"')).toBe(
      ['    - "requests=2.31"', '      ^^^^^^^^^^^^^^^ error malformed-dependency: Did you mean requests==2.31?'].join('\n'),
    );
  });

  it.each([
    ['requests=2.31', 'requests==2.31'],
    ['requests-2.31.0', 'requests==2.31.0'],
    ['requests 2.31.0', 'requests==2.31.0'],
    ['requests@2.31.0', 'requests==2.31.0'],
    ['requests=>2.31', 'requests>=2.31'],
    ['requests=<2.31', 'requests<=2.31'],
    ['requests^2.31', 'requests>=2.31,<3'],
    ['requests>2.*', 'requests>2'],
    ['boto31.26.0', 'boto3==1.26.0'],
    ['h5py3.1.0', 'h5py==3.1.0'],
    ['requests[socks]=2.31', 'requests[socks]==2.31'],
  ])('%s was meant to be %s', (written, meant) => {
    expect(check(`'${written}'`)).toContain(`Did you mean ${meant}?`);
  });

  it.each([
    ['""', 'This names no package.'],
    ["'-r requirements.txt'", 'is an option of an installer'],
    ["'requests=='", 'ends before its version'],
    ["'requests==latest'", 'is no version'],
    ["'requests~=2'", 'is no version'],
    ["'==2.31.0'", 'cannot be read'],
    ["'requests==2.31.0 # why'", 'cannot be read'],
    ["'requests[socks'", 'cannot be read'],
  ])('%s is told why', (written, reason) => {
    expect(check(written)).toContain(reason);
  });

  it.each([
    'requests',
    'requests==2.31.0',
    'requests == 2.31.0',
    "'requests>=2,<3'",
    "'requests>=2, !=2.5.*, <3'",
    'requests~=2.31',
    'requests===2.31.0-custom',
    "'requests[socks,security]==2.31.0'",
    "'requests (>=2.31)'",
    `'requests; python_version < "3.8"'`,
    `'requests==2.31.0 ; sys_platform == "win32"'`,
    "'pkg @ https://example.com/pkg-1.0.zip'",
    "'git+https://example.com/pkg.git@v1.0'",
    './vendor/pkg',
    'torch==2.0.1+cpu',
    'numpy==1.26.0rc1',
    'ruamel.yaml',
    'zope.interface',
    'backports.zoneinfo',
    'h5py',
    'python3-saml',
    'pywin32==306',
    's3fs',
    'A-b_c.D',
    'foo2.0==1.0',
    'typing_extensions>=4',
  ])('is not %s', (written) => {
    expect(check(written)).toBe('');
  });

  it('is marked in Node as well', () => {
    expect(check("'undici==7.0.0'", 'nodejs')).toContain('Did you mean undici@7.0.0?');
    expect(check('undici7.0.0', 'nodejs')).toContain('Did you mean undici@7.0.0?');
    expect(check("'undici 7.0.0'", 'nodejs')).toContain('Did you mean undici@7.0.0?');
    expect(check("'undici>=7.0.0'", 'nodejs')).toContain('Did you mean undici@>=7.0.0?');
    expect(check("'undici@'", 'nodejs')).toContain('ends before its version');
    expect(check("'undici@7.0.0.0'", 'nodejs')).toContain('is no version');
  });

  it.each([
    'undici',
    "'undici@7.0.0'",
    "'undici@^7.0.0'",
    "'undici@>=6 <8'",
    "'@scope/name'",
    "'@scope/name@~1.2'",
    "'undici@latest'",
    "'undici@7.x || 8'",
    "'undici@npm:other@1'",
    "'undici@github:nodejs/undici'",
    'nodejs/undici',
    "'file:../x'",
    "'https://example.com/x.tgz'",
    'socket.io',
    'base-64',
    'mp3-duration',
    "'left-pad@1.3.0-beta.1'",
  ])('is not %s in Node', (written) => {
    expect(check(written, 'nodejs')).toBe('');
  });

  it('is not looked for in shell agents', () => {
    expect(check('requests2.31.0', 'shell')).toBe('');
  });
});

describe('a dependency beside what is installed', () => {
  const there = [
    { name: 'openai', version: '0.28.1' },
    { name: 'Typing_Extensions', version: '4.9.0' },
    { name: 'odd', version: 'unknown' },
  ];

  it('is missing', () => {
    expect(check('requests==2.31.0', 'python', there)).toBe(
      [
        '    - requests==2.31.0',
        '      ^^^^^^^^^^^^^^^^ warning missing-dependency: Needs requests==2.31.0. It is not installed yet.',
      ].join('\n'),
    );
  });

  it('is there in another version', () => {
    expect(check('openai==1.40.0', 'python', there)).toBe(
      [
        '    - openai==1.40.0',
        '      ^^^^^^^^^^^^^^ warning wrong-dependency-version: Needs openai==1.40.0, but 0.28.1 is installed.',
      ].join('\n'),
    );
    expect(check("'undici@^7.0.0'", 'nodejs', [{ name: 'undici', version: '6.1.0' }])).toContain('but 6.1.0 is installed');
  });

  it.each([
    ['it fits', 'openai<1', there],
    ['its name is spelled in another way', 'typing-extensions>=4', there],
    ['any version will do', 'openai', there],
    ['its version means nothing to anybody', 'odd==1', there],
    ['it is for other machines', `'requests; sys_platform == "win32"'`, there],
    ['it comes from elsewhere', "'pkg @ https://example.com/x.zip'", there],
    ['nobody knows what is installed', 'requests==2.31.0', undefined],
  ])('is not spoken of when %s', (_, dependency, installed) => {
    expect(check(dependency, 'python', installed)).toBe('');
  });

  it('is spoken of once when it cannot be read', () => {
    expect(check('requests2.31.0', 'python', there).match(/malformed|missing|wrong/g)).toEqual(['malformed']);
  });
});
