import { expect, it } from 'vitest';
import { checkConfig } from './check-config.ts';
import { checkOrchestratorConfig } from './check-orchestrator-config.ts';

/** The problems of a configuration, and whether it can be used. */
function check(text: string, usable: boolean, expected: readonly string[]): void {
  const { config, problems } = checkOrchestratorConfig(text, 'orchestrator-config.yaml');
  expect(problems.map(({ severity, code, range }) => `${range.start.line} ${severity} ${code}`)).toEqual(expected);
  expect(config !== undefined).toBe(usable);
}

it('says nothing about a whole and careful configuration', () => {
  check(
    `server: { host: 0.0.0.0, port: 8000, allowed_hosts: [hermes.example.com], tls: { cert: c.pem, key: k.pem }, cors_allowed_origins: [] }
engine: embedded
store: { path: ./data, retention: { days: 7, max_mb: 100 } }
agents: { search_path: [./agents] }
runtime_url: http://host.docker.internal:8080
runtime_token_file: token
logging: { level: info, file: orchestrator.log }
metrics: { open: true }
`,
    true,
    [],
  );
});

it('takes an empty file for the defaults', () => check('', true, []));

it('warns of a host that others reach without TLS, unless it is said', () => {
  check('server:\n  host: 0.0.0.0\n', true, ['1 warning open-host']);
  check('server:\n  host: 0.0.0.0\n  insecure: true\n', true, []);
});

it('says which keys this version does not follow', () => {
  check('engine: temporal\nmetrics: { endpoint: "http://metrics:9091/metrics" }\n', true, [
    '0 warning not-yet-enforced',
    '1 warning not-yet-enforced',
  ]);
});

it.each([
  ['engine: postgres\n', ['0 error unknown-value']],
  ['runtime_url: host.docker.internal:8080\n', ['0 error wrong-type']],
  ['server: { tls: { cert: c.pem } }\n', ['0 error missing-key']],
  ['serve: {}\n', ['0 warning unknown-key']],
])('checks %j by its schema', (text, expected) => check(text, expected[0]?.includes('warning') === true, expected));

it('is chosen by the name of the file', () => {
  const text = 'engine: embedded\n';
  expect(checkConfig(text, 'a/orchestrator-config.yaml')).toEqual([]);
  expect(checkConfig(text, 'a/runtime-config.yaml').map(({ code }) => code)).toEqual(['unknown-key']);
});
