import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cliWorlds } from '../../testdata/cli-world.ts';

const { world } = cliWorlds();

const tree = {
  'good/agent.yaml': 'name: good\nversion: 1.0.0\nruntime: { type: shell, entrypoint: main.sh }\n',
  'good/main.sh': 'echo {}\n',
  'bad/agent.yaml': 'name: bad\nversion: 1.0.0\ntimeout_second: 5\nruntime: { type: python, entrypoint: mian.py }\n',
  'bad/main.py': 'def execute(input_data):\n    return {}\n',
  'foreign/agent.yaml': 'apiVersion: v1\nkind: Agent\n',
  'node_modules/x/agent.yaml': 'name: X!\n',
  'runtime-config.yaml': 'server: { host: 0.0.0.0 }\n',
};

const text = `bad/agent.yaml:3:1: warning: "timeout_second" is not a key here. Did you mean "timeout_seconds"? (unknown-key)
bad/agent.yaml:4:38: error: There is no mian.py in this folder. Did you mean "main.py"? (missing-entrypoint)
runtime-config.yaml:1:17: warning: 0.0.0.0 lets other machines reach the API; every call then needs the token. Use 127.0.0.1 unless they must. (open-host)
`;

test('prints each problem as a line that editors make a link of, and exits with 1 for an error', { timeout: 40_000 }, async () => {
  expect(await world(tree).run(['check'])).toEqual({ code: 1, stdout: text, stderr: '3 files, 1 errors, 2 warnings\n' });
});

test('with --json gives problems as in LSP, and nothing else', { timeout: 40_000 }, async () => {
  const { stdout, stderr } = await world(tree).run(['check', '.', '--json']);
  const { problems } = JSON.parse(stdout) as { problems: unknown[] };
  expect(stderr).toBe('');
  expect(problems).toHaveLength(3);
  expect(problems[1]).toMatchObject({
    path: 'bad/agent.yaml',
    code: 'missing-entrypoint',
    severity: 'error',
    message: 'There is no mian.py in this folder. Did you mean "main.py"?',
    range: { start: { line: 3, character: 37 }, end: { line: 3, character: 44 } },
  });
});

test('writes SARIF that code scanning can place', { timeout: 40_000 }, async () => {
  const { stdout } = await world(tree).run(['check', '--format', 'sarif']);
  const { version, runs } = JSON.parse(stdout) as {
    version: string;
    runs: { results: { ruleId: string; level: string; locations: unknown[] }[] }[];
  };
  expect(version).toBe('2.1.0');
  expect(runs[0]?.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
    ['unknown-key', 'warning'],
    ['missing-entrypoint', 'error'],
    ['open-host', 'warning'],
  ]);
  expect(runs[0]?.results[1]?.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: 'bad/agent.yaml' },
        region: { startLine: 4, startColumn: 38, endLine: 4, endColumn: 45 },
      },
    },
  ]);
});

test('writes JUnit with a case for each file', { timeout: 40_000 }, async () => {
  const { stdout } = await world(tree).run(['check', '--format', 'junit']);
  expect(stdout).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites tests="3" failures="1" errors="0">/);
  expect(stdout).toContain('<testcase classname="hermes-runtime check" name="good/agent.yaml" file="good/agent.yaml"/>');
  expect(stdout).toContain(
    '<failure type="missing-entrypoint" message="There is no mian.py in this folder. Did you mean &quot;main.py&quot;?">',
  );
});

test('writes annotations for GitHub', { timeout: 40_000 }, async () => {
  const { stdout } = await world(tree).run(['check', '--format', 'github']);
  expect(stdout).toContain(
    '::error file=bad/agent.yaml,line=4,endLine=4,col=38,endColumn=45,title=missing-entrypoint::There is no mian.py in this folder.',
  );
});

test('checks one configuration by its path, whatever it is called', { timeout: 40_000 }, async () => {
  const { code, stdout } = await world({ 'prod.yaml': 'server: { port: 99999 }\n' }).run(['check', 'prod.yaml']);
  expect([code, stdout.split(' ')[0]]).toEqual([1, 'prod.yaml:1:17:']);
});

test('exits with 0 where all is well, and with 2 where nothing is', { timeout: 40_000 }, async () => {
  const it = world({ 'good/agent.yaml': tree['good/agent.yaml'], 'good/main.sh': 'echo {}\n' });
  expect(await it.run(['check', 'good'])).toMatchObject({ code: 0, stdout: '' });
  expect(await it.run(['check', 'nowhere'])).toMatchObject({ code: 2, stdout: '' });
  expect(await it.run(['check', '--format', 'xml'])).toMatchObject({ code: 2, stdout: '' });
});

test('every exit code is documented', () => {
  const docs = readFileSync(join(import.meta.dirname, '../../../docs/cli.md'), 'utf8');
  for (const code of [0, 1, 2, 3, 4, 130]) expect(docs).toMatch(new RegExp(`^\\| ${code} \\|`, 'm'));
});

test('shows problems as --rule wants them, in every format, and exits by what is left', { timeout: 60_000 }, async () => {
  const it = world(tree);
  const check = async (...rules: readonly string[]): Promise<unknown> => {
    const { code, stdout } = await it.run(['check', ...rules.flatMap((rule) => ['--rule', rule])]);
    return [code, ...stdout.split('\n').flatMap((line) => /^\S+ (\w+): .* \(([\w-]+)\)$/.exec(line)?.slice(1).join(' ') ?? [])];
  };
  expect(await check('missing-entrypoint=warning', 'open-host=off')).toEqual([0, 'warning unknown-key', 'warning missing-entrypoint']);
  expect(await check('missing-entrypoint=off', 'unknown-key=hint', 'unknown-key=error')).toEqual([
    1,
    'error unknown-key',
    'warning open-host',
  ]);
  expect(await check('missing-entrypoint=hint', 'open-host=information')).toEqual([
    0,
    'warning unknown-key',
    'hint missing-entrypoint',
    'info open-host',
  ]);
  const { stdout } = await it.run(['check', '--rule', 'missing-entrypoint=off', '--format', 'sarif']);
  expect(stdout).not.toContain('missing-entrypoint');
});

test('refuses rules and levels that there are not, and says what was meant', { timeout: 60_000 }, async () => {
  const it = world(tree);
  const refusal = async (rule: string): Promise<unknown> => {
    const { code, stdout, stderr } = await it.run(['check', '--rule', rule]);
    return [code, stdout, stderr.trim()];
  };
  expect(await refusal('unknown-kye=off')).toEqual([2, '', 'There is no rule unknown-kye. Did you mean unknown-key?']);
  expect(await refusal('nonsense=off')).toEqual([2, '', expect.stringMatching(/^There is no rule nonsense\. Rules are named/)]);
  for (const wrong of ['unknown-key', 'unknown-key=off=off'])
    expect(await refusal(wrong)).toEqual([
      2,
      '',
      `--rule ${wrong}: write unknown-key=LEVEL, where LEVEL is one of off, error, warning, information, hint.`,
    ]);
});
