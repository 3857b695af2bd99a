import { expect, test } from 'vitest';
import { startEchoServer } from './echo-server.ts';
import { type TaskRun, startHarness } from './harness-process.ts';
import { replayClients } from './replay-clients.ts';
import { testPackages } from './test-packages.ts';

const packages = await testPackages();
const options = packages.status === 'ready' ? { packages: [packages.folder] } : {};
const token = 'a-t0ken-that-is-secret';
const placeholder = 'hermes-secret-token';

/** What happened, in an order that threads cannot change, and without what a placeholder changes. */
function picture(run: TaskRun): string[] {
  return run.events
    .filter((event) => event.type === 'http.exchanged')
    .map(({ client, method, url, status, error, at }) => {
      const shown = url.replace(/‹secret›/, '');
      return [client, method, shown, status, error?.type, error?.phase, at?.line].join(' ');
    })
    .toSorted();
}

for (const { name, source } of replayClients) {
  const why = packages.status === 'missing' && name !== 'the standard library' ? ` (not run: ${packages.reason})` : '';
  test.skipIf(why !== '')(`${name}: a replay without any server gives the same results, errors and texts${why}`, async () => {
    const server = await startEchoServer();
    const { url, closedPort: closed } = server;
    const harness = startHarness({ 'main.py': source }, options);
    const first = await harness.run({ url, closed, token }, { secrets: [token], placeholders: [placeholder], record: true });
    await server.close();
    expect(first.failure).toBeUndefined();
    const asked = server.count();
    const replayed = await harness.run(
      { url, closed, token: placeholder },
      { secrets: [placeholder], placeholders: [placeholder], replay: { rule: 'exact', ...first.recorded } },
    );
    await harness.close();
    expect(replayed.failure).toBeUndefined();
    expect(replayed.output).toEqual(first.output);
    expect(picture(replayed)).toEqual(picture(first));
    expect(new Set(replayed.events.flatMap((event) => (event.type === 'http.exchanged' ? [event.replayed] : [])))).toEqual(new Set([true]));
    expect(server.count()).toBe(asked);
    expect(replayed.recorded).toEqual({ exchanges: [], bodies: {}, feeds: [] });
  });
}
