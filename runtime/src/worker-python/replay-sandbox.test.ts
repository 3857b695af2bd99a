import { afterAll, expect, test } from 'vitest';
import { createFixtureRunner } from '../worker/fixture-runner.ts';
import { startEchoServer } from './echo-server.ts';

const fixture = createFixtureRunner();
const server = await startEchoServer();
afterAll(() => fixture.close());

test('an attempt in the sandbox is recorded, and replayed at any level of tracing where there is no network at all', async () => {
  const urls = [`${server.url}/ok`, `${server.url}/gone`, `http://127.0.0.1:${server.closedPort}/`];
  const { outcome, recorded } = await fixture.run('fetches', { urls }, { record: true });
  await server.close();
  const parts = recorded.flatMap((part) => (part.type === 'exchange' ? [part] : []));
  const replay = {
    rule: 'exact',
    exchanges: parts.map(({ exchange }) => exchange),
    bodies: Object.assign({}, ...parts.map(({ bodies }) => bodies)),
    feeds: [],
  } as const;
  expect(replay.exchanges).toHaveLength(3);
  const again = await fixture.run('fetches', { urls }, { replay, trace: 'off' });
  expect(again.outcome).toMatchObject({ ...outcome, ms: expect.any(Number) });
  const exchanged = again.events.filter(({ type }) => type === 'http.exchanged');
  expect(exchanged.map((event) => event['replayed'])).toEqual([true, true, true]);
  const more = await fixture.run('fetches', { urls: [`${server.url}/new`] }, { replay, trace: 'off' });
  expect(more.outcome).toMatchObject({ status: 'failed', failure: { code: 'divergence', at: { file: 'main.py', line: 7 } } });
});
