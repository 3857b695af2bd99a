import { expect, test } from 'vitest';
import { accessWorlds } from '../../testdata/access-world.ts';
import { scopeOf } from './route-scopes.ts';
import { scopes } from './scopes.ts';

const { world } = accessWorlds();

test.each([
  ['GET', '/api/v1/agents', 'read'],
  ['HEAD', '/api/v1/agents', 'read'],
  ['GET', '/api/v1/agents/echo', 'read'],
  ['GET', '/api/v1/tasks', 'read'],
  ['GET', '/api/v1/tasks/1/events', 'read'],
  ['GET', '/api/v1/tasks/1/case', 'read'],
  ['GET', '/api/v1/events', 'read'],
  ['GET', '/api/v1/stream', 'read'],
  ['GET', '/metrics', 'read'],
  ['POST', '/api/v1/tasks', 'run'],
  ['POST', '/api/v1/cases', 'run'],
  ['POST', '/api/v1/tasks/1/cancel', 'run'],
  ['POST', '/api/v1/tasks/1/approvals/review', 'approve'],
  ['PUT', '/api/v1/agents/echo/versions/1.0.0', 'push'],
  ['POST', '/api/v1/environments', 'push'],
  ['PUT', '/api/v1/snapshots/0', 'push'],
  ['POST', '/api/v1/agents/echo/rollback', 'push'],
  ['GET', '/api/v1/bundles/0', 'read'],
  ['GET', '/api/v1/audit', 'admin'],
  ['POST', '/api/v1/stop', 'admin'],
  ['GET', '/api/v1/audit/', 'admin'],
  ['DELETE', '/api/v1/tasks/1', 'admin'],
  ['POST', '/api/v1/tasks/', 'admin'],
  ['GET', '/api/v1/tasksx', 'admin'],
])('%s %s needs %s', (method, path, scope) => expect(scopeOf(method, path)).toBe(scope));

test('every route that is described has a scope of its own; only what nobody calls from outside needs everything', async () => {
  const it = await world();
  const { body } = await it.knock('GET', '/openapi.json', it.bearer('read'));
  const { paths } = body as { paths: Readonly<Record<string, object>> };
  const needAll = Object.entries(paths)
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{\w+\}/g, 'x')}`))
    .filter((route) => !/^GET \/(?:health|livez|readyz)$/.test(route))
    .filter((route) => scopeOf(route.split(' ')[0] ?? '', route.split(' ')[1] ?? '') === 'admin');
  expect(needAll).toEqual(['PUT /api/v1/roots', 'POST /api/v1/listen', 'POST /api/v1/stop']);
});

test('a token does what its scopes say, and a refusal names the one that is missing', async () => {
  const it = await world();
  const task = JSON.stringify({ agent_name: 'echo' });
  const refusals = await Promise.all(
    scopes.map(async (scope) => {
      const headers = it.bearer(scope);
      const [listed, submitted, audit] = [
        await it.knock('GET', '/api/v1/agents', headers),
        await it.knock('POST', '/api/v1/tasks', headers, task),
        await it.knock('GET', '/api/v1/audit', headers),
      ];
      return [scope, listed.status, submitted.status, audit.status, submitted.message].join(' ');
    }),
  );
  expect(refusals).toEqual([
    'read 200 403 403 The token "t1" may read; this needs the scope "run".',
    'run 403 202 403 ',
    'push 403 403 403 The token "t3" may push; this needs the scope "run".',
    'approve 403 403 403 The token "t4" may approve; this needs the scope "run".',
    'admin 200 202 200 ',
  ]);
});
