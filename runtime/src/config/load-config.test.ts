import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadConfig, type LoadedConfig } from './load-config.ts';
import { defaultSettings } from './runtime-settings.ts';

function load(text: string): LoadedConfig & { readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'hermes-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'runtime-config.yaml'), text);
  return { ...loadConfig(join(folder, 'runtime-config.yaml')), folder };
}

test('an empty file means the documented defaults', () => {
  const { settings, problems } = load('');
  expect(problems).toEqual([]);
  expect(settings).toMatchObject({
    host: '127.0.0.1',
    port: 8080,
    searchPath: [],
    hotReload: true,
    sandbox: { enabled: true, timeout_seconds: 30, allowedRuntimes: ['python', 'nodejs', 'shell'] },
    log: { level: 'info', maxBytes: 10 * 1024 * 1024, keep: 5 },
    metrics: { open: false },
    trace: 'calls',
    retention: { days: 30, max_mb: 1024 },
  });
});

test('every key is honoured, and paths are relative to the file', () => {
  const { settings, folder } = load(`
server: { host: 127.0.0.1, port: 9000, cors_allowed_origins: ["*", "https://team.example/"] }
agent:
  search_path: [agents, /srv/agents, ~/agents]
  hot_reload: false
  sandbox: { enabled: false, timeout_seconds: 5, allowed_runtimes: [nodejs], forbidden_paths: [/etc], require: namespaces }
logging: { level: ERROR, file: logs/r.log, max_mb: 1, keep: 2 }
metrics: { endpoint: "http://127.0.0.1:9091/metrics", open: true }
trace: full
retention: { days: 1, max_mb: 10 }
`);
  expect(settings).toMatchObject({
    port: 9000,
    origins: ['https://team.example'],
    searchPath: [join(folder, 'agents'), '/srv/agents', join(homedir(), 'agents')],
    hotReload: false,
    sandbox: { enabled: false, timeout_seconds: 5, allowedRuntimes: ['nodejs'], forbiddenPaths: ['/etc'], require: 'namespaces' },
    log: { level: 'error', file: join(folder, 'logs/r.log'), maxBytes: 1024 * 1024, keep: 2 },
    metrics: { endpoint: 'http://127.0.0.1:9091/metrics', open: true },
    trace: 'full',
    retention: { days: 1, max_mb: 10 },
  });
});

test('debug wins over the level', () => {
  expect(load('debug: true\nlogging: { level: ERROR }\n').settings?.log.level).toBe('debug');
});

test('an open host and an open CORS list load with a warning each', () => {
  const { settings, problems } = load('server:\n  host: 0.0.0.0\n  cors_allowed_origins: ["*"]\n');
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
    ['open-host', 'warning'],
    ['open-cors', 'warning'],
  ]);
  expect(settings).toMatchObject({ host: '0.0.0.0', origins: [] });
});

test('a file with an error gives no settings', () => {
  expect(load('server: { port: eighty }\n').settings).toBeUndefined();
  expect(load('- a\n- list\n').settings).toBeUndefined();
  expect(load('a: [\n').settings).toBeUndefined();
});

test('without a file an agent has its own time limit and is looked at in full', () => {
  expect(defaultSettings.sandbox.timeout_seconds).toBeUndefined();
  expect([defaultSettings.trace, defaultSettings.config.trace]).toEqual(['full', 'full']);
});
