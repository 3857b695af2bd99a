import { expect, test } from 'vitest';
import { accessWorlds } from '../../testdata/access-world.ts';

const { world } = accessWorlds();

test('who was not let in is written down, without any token, and without filling the disk', async () => {
  const it = await world();
  const { audit, tokens } = it.orchestrator.access;
  const wrong = 'hro_0123456789ab_0123456789012345678901234567890123456789abc';
  await it.knock('GET', `/api/v1/tasks/${wrong}`);
  await it.knock('GET', '/api/v1/tasks', { authorization: `Bearer ${wrong}` });
  await it.knock('POST', '/api/v1/tasks', it.bearer('read'), '{}');
  const gone = it.bearer('run');
  tokens.revoke('t2', Date.now());
  await it.knock('POST', '/api/v1/tasks', gone, '{}');
  await it.knock('GET', '/api/v1/tasks', { ...it.bearer('read'), origin: 'http://evil.example' });
  const seen = audit.list({ limit: 100 }).map(({ by, from, action, status }) => [by, from, action, status]);
  expect(seen).toEqual([
    ['t3', '127.0.0.1', 'GET /api/v1/tasks', 403],
    ['t2', '127.0.0.1', 'POST /api/v1/tasks', 401],
    ['t1', '127.0.0.1', 'POST /api/v1/tasks', 403],
    ['unknown', '127.0.0.1', 'GET /api/v1/tasks', 401],
    ['unknown', '127.0.0.1', 'GET /api/v1/tasks/…', 401],
  ]);
  await Promise.all(Array.from({ length: 60 }, async () => it.knock('GET', '/api/v1/tasks')));
  const all = audit.list({ limit: 1000 });
  expect(all.length).toBe(30);
  expect(JSON.stringify(all)).not.toContain('0123456789');
});
