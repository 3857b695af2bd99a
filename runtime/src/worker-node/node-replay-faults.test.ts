import { describe, expect, test } from 'vitest';
import type { TraceEvent } from '@hermes-runtime/schemas';
import { startFaultServer } from './fault-server.ts';
import { runInHarness, type HarnessOutcome, type HarnessRun } from './harness-process.ts';
import { clients, packages } from './http-clients.ts';

const faults = ['fine', 'flaky', 'limited', 'forbidden', 'moved', 'chinese', 'cut', 'chopped', 'reset', 'silent'];

/** Tells all of what each request came to: statuses in order, texts, and errors with their causes. */
const agent = (client: string): string => `${client}
const told = (error) => error instanceof Error ? [error.name, error.message, error.code ?? null, told(error.cause)] : (error ?? null);
export async function execute({ base, closed, faults }) {
  const results = { closed: await get(closed).catch(told) };
  for (const fault of faults) {
    results[fault] = [];
    for (let attempt = 1; attempt <= 3; attempt++) {
      const result = await get(base + '/' + fault).catch(told);
      results[fault].push(result);
      if (result.status !== 503 && result.status !== 429) break;
    }
  }
  return results;
}`;

describe.each(Object.entries(clients))('%s', (name, client) => {
  test('a replay gives the statuses, the texts and the errors of the recording, and its trace', async () => {
    const scheme = name === 'https' ? 'https' : 'http';
    const gone = await startFaultServer(scheme);
    await gone.close();
    const server = await startFaultServer(scheme);
    const run: HarnessRun = {
      files: { 'main.mjs': agent(client) },
      input: { base: server.url, closed: `${gone.url}/fine`, faults },
      trace: 'calls',
      site_packages: packages,
    };
    const recorded = await runInHarness({ ...run, record: true });
    await server.close();
    const { exchanges, bodies } = recorded;
    const replayed = await runInHarness({ ...run, replay: { rule: 'exact', exchanges, bodies, feeds: [] } });
    expect(recorded.output).toMatchObject({
      fine: [{ status: 200, text: '新品' }],
      flaky: [{ status: 503 }, { status: 503 }, { status: 200 }],
    });
    expect(replayed.output).toEqual(recorded.output);
    expect(exchangesOf(replayed)).toEqual(exchangesOf(recorded).map((exchange) => ({ ...exchange, replayed: true })));
  });
});

/** All but what differs between any two runs. */
function exchangesOf({ events }: HarnessOutcome): readonly object[] {
  return events
    .filter((event): event is Extract<TraceEvent, { type: 'http.exchanged' }> => event.type === 'http.exchanged')
    .map(({ seq: _seq, time: _time, started: _started, ms: _ms, ...exchange }) => exchange);
}
