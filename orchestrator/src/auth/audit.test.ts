import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { accessWorlds } from '../../testdata/access-world.ts';
import type { AuditEntry } from './audit.ts';

const { world } = accessWorlds();

test('every change is written down: who, when, what, from where, and how it was answered', async () => {
  const it = await world();
  const began = Date.now();
  const headers = it.bearer('read', 'run');
  const submitted = await it.knock('POST', '/api/v1/tasks', headers, '{"agent_name":"echo"}');
  const { task_id } = submitted.body as { task_id: string };
  await it.knock('GET', '/api/v1/tasks', headers);
  await it.knock('POST', '/api/v1/tasks', headers, '{"agent_name":"none"}');
  await it.knock('POST', `/api/v1/tasks/${task_id}/cancel`, headers, '{}');
  const { body } = await it.knock('GET', '/api/v1/audit', it.bearer('admin'));
  const entries = body as AuditEntry[];
  expect(entries.map(({ by, from, action, subject, status }) => [by, from, action, subject, status])).toEqual([
    ['t1', '127.0.0.1', `POST /api/v1/tasks/${task_id}/cancel`, undefined, 200],
    ['t1', '127.0.0.1', 'POST /api/v1/tasks', undefined, 404],
    ['t1', '127.0.0.1', 'POST /api/v1/tasks', task_id, 202],
  ]);
  expect(entries.every(({ time }) => time >= began && time <= Date.now())).toBe(true);
});

test('the audit is read in pages', async () => {
  const it = await world();
  const { audit } = it.orchestrator.access;
  for (let n = 1; n <= 5; n += 1) audit.begin({ time: Date.now(), by: 'x', from: 'command', action: `n${n}` });
  const admin = it.bearer('admin');
  const first = await it.knock('GET', '/api/v1/audit?limit=3', admin);
  const second = await it.knock('GET', `/api/v1/audit?limit=3&cursor=${String(first.headers['x-hermes-cursor'])}`, admin);
  expect([first, second].map(({ body }) => (body as AuditEntry[]).map(({ action }) => action))).toEqual([
    ['n5', 'n4', 'n3'],
    ['n2', 'n1'],
  ]);
  expect(second.headers['x-hermes-cursor']).toBeUndefined();
  expect((await it.knock('GET', '/api/v1/audit?limit=0', admin)).status).toBe(400);
});

test('a change that cannot be written down is not made', async () => {
  const it = await world();
  const headers = it.bearer('run', 'read');
  const database = new DatabaseSync(join(it.folder, 'data/hermes-orchestrator/access.db'));
  database.exec('DROP TABLE audit');
  database.close();
  expect(await it.knock('POST', '/api/v1/tasks', headers, '{"agent_name":"echo"}')).toMatchObject({ status: 503, code: 'not_ready' });
  expect(await it.knock('GET', '/api/v1/tasks', headers)).toMatchObject({ status: 200, body: [] });
});
