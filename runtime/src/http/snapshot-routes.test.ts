import { expect, test } from 'vitest';
import { apiWorlds } from '../../testdata/api-world.ts';

const { world } = apiWorlds();

test.each([
  ['no archive', 'application/json', '{}', 415, 'not_json'],
  ['what is no archive', 'application/gzip', 'no', 400, 'invalid_request'],
])('%s is not taken as a version', async (_what, type, body, status, code) => {
  const it = await world();
  const response = await fetch(`${it.url}/api/v1/snapshots/${'0'.repeat(64)}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${it.token}`, 'content-type': type },
    body,
  });
  expect([response.status, await response.json()]).toMatchObject([status, { error: { code } }]);
});
