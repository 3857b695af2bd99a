import { expect, it } from 'vitest';
import { checkRuntimeConfig } from './check-runtime-config.ts';

/** The problems of a configuration, and whether it can be used. */
function check(text: string, usable: boolean, expected: readonly string[]): void {
  const { config, problems } = checkRuntimeConfig(text, 'runtime-config.yaml');
  expect(problems.map(({ path, severity, code, range }) => `${path}:${range.start.line} ${severity} ${code}`)).toEqual(
    expected.map((line) => `runtime-config.yaml:${line}`),
  );
  expect(config !== undefined).toBe(usable);
}

it('says nothing about a whole and careful configuration', () => {
  check(
    `server: { host: 127.0.0.1, port: 8080, cors_allowed_origins: ["https://console.example.com"] }
agent:
  search_path: [./agents, ./more]
  hot_reload: true
  sandbox: { enabled: true, timeout_seconds: 30, allowed_runtimes: [python], forbidden_paths: [/etc, "/home/*/.ssh"], require: namespaces }
logging: { level: debug, file: runtime.log, max_mb: 5, keep: 2 }
metrics: { endpoint: "http://localhost:9091/metrics" }
retention: { days: 7, max_mb: 100 }
trace: full
debug: false
`,
    true,
    [],
  );
});

it('takes an empty file for the defaults', () => check('# nothing\n', true, []));

it('warns of an open host and of origins that are not honoured, and can be used', () => {
  check('server:\n  host: 0.0.0.0\n  cors_allowed_origins: ["*"]\n', true, ['1 warning open-host', '2 warning open-cors']);
});

it.each(['localhost', '::1', '127.0.0.53'])('knows that %s is this machine', (host) => check(`server: { host: "${host}" }\n`, true, []));

it('warns of a key that has no effect, and can be used', () => check('loging: { level: INFO }\n', true, ['0 warning unknown-key']));

it('refuses values that are not understood, one problem for each', () => {
  check('server: { port: eighty }\nlogging:\n  level: LOUD\nagent:\n  search_path: 7\n', false, [
    '0 error wrong-type',
    '2 error unknown-value',
    '4 error wrong-type',
  ]);
  check('agent: { sandbox: { allowed_runtimes: [python, ruby] } }\n', false, ['0 error unknown-value']);
  check('server: { port: 70000 }\n', false, ['0 error out-of-range']);
});

it('says the one slip of a file that does not parse', () =>
  check('server:\n  host: "127.0.0.1\n  port: 1\n', false, ['1 error yaml-syntax']));

it('refuses a file that is a list', () => check('- a\n', false, ['0 error wrong-type']));
