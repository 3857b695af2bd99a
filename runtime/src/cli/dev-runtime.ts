import type { AgentSummary, TraceEvent } from '@hermes-runtime/schemas';
import { validateAgentSummary, validateTraceEvent } from '@hermes-runtime/schemas/messages';
import { defaultSettings } from '../config/runtime-settings.ts';
import { connectIfRunning } from '../daemon/connect.ts';
import { runtimePaths, type Environment } from '../daemon/paths.ts';
import { RefusedError, runtimeClient, type RuntimeClient } from '../daemon/runtime-client.ts';
import { startRuntime } from '../daemon/start-runtime.ts';
import { createLog } from '../logging/log.ts';
import { openLogFile } from '../logging/log-file.ts';
import type { Listening } from '../http/api-deps.ts';

/** How many ports after the first are tried. */
const triedPorts = 20;

export type DevListening = Listening & {
  readonly port: number;
  /** Why the first port was not used, with its holder. */
  readonly taken?: string;
};

/** The runtime behind `dev`: this process's own, or the one that this user has running already. Both are spoken to in one way. */
export type DevRuntime = {
  readonly listenFrom: (host: string, port: number) => Promise<DevListening>;
  /** Answers when every agent in it has an outcome. */
  readonly addRoot: (path: string) => Promise<readonly AgentSummary[]>;
  readonly changes: () => AsyncIterable<TraceEvent>;
  readonly stopped: Promise<void>;
  /** Stops what this process started. Answers how many tasks are kept. */
  readonly close: () => Promise<number>;
};

export async function openDevRuntime(env: Environment): Promise<DevRuntime> {
  const running = await connectIfRunning(env);
  if (running) return devRuntime(running.client, new Promise(() => undefined), () => Promise.resolve());
  const paths = runtimePaths(env);
  const file = openLogFile(paths.log, { maxBytes: 10 * 1024 * 1024, keep: 5 });
  process.on('SIGHUP', () => file.reopen());
  const runtime = await startRuntime({ paths, settings: defaultSettings, mode: 'dev', log: createLog(file, 'info'), env });
  return devRuntime(runtimeClient(paths.socket), runtime.stopped, () => runtime.stop());
}

function devRuntime(client: RuntimeClient, stopped: Promise<void>, stop: () => Promise<void>): DevRuntime {
  const leaving = new AbortController();
  return {
    listenFrom: (host, port) => listenFrom(client, host, port),
    addRoot: async (path) => {
      await client.call('PUT', '/api/v1/roots', { body: { path, wait: true } });
      const { body } = await client.call('GET', '/api/v1/agents');
      return Array.isArray(body)
        ? body.filter((agent) => validateAgentSummary(agent)).filter((agent) => agent.path === path || agent.path.startsWith(`${path}/`))
        : [];
    },
    changes: () => agentChanges(client, leaving.signal),
    stopped,
    close: async () => {
      const kept = await countTasks(client);
      leaving.abort();
      client.close();
      await stop();
      return kept;
    },
  };
}

/** A person who has another program on the port wants to go on, and to know which program it is. */
async function listenFrom(client: RuntimeClient, host: string, first: number): Promise<DevListening> {
  let taken: string | undefined;
  for (let port = first; port < first + triedPorts; port += 1) {
    try {
      // One port after the other: the first that is free is the one that a person expects.
      // oxlint-disable-next-line no-await-in-loop
      const { body } = await client.call('POST', '/api/v1/listen', { body: { host, port } });
      return { ...listeningOf(body), ...(taken !== undefined && { taken }) };
    } catch (error) {
      if (!(error instanceof RefusedError) || error.code !== 'port_taken' || port === first + triedPorts - 1) throw error;
      taken ??= error.message;
    }
  }
  throw new Error('unreachable');
}

function listeningOf(body: unknown): DevListening {
  const fields = new Map<string, unknown>(typeof body === 'object' && body !== null ? Object.entries(body) : []);
  const url = String(fields.get('url'));
  return { url, console_url: String(fields.get('console_url')), port: Number(new URL(url).port) };
}

async function* agentChanges(client: RuntimeClient, signal: AbortSignal): AsyncIterable<TraceEvent> {
  try {
    const stream = await client.stream('GET', '/api/v1/events', { signal });
    for await (const { data } of stream.events) {
      const event: unknown = JSON.parse(data);
      if (validateTraceEvent(event)) yield event;
    }
  } catch (error) {
    // Leaving closes the stream; so does the end of the runtime, which `stopped` tells.
    if (!signal.aborted && !(error instanceof Error && 'code' in error && error.code === 'ECONNRESET')) throw error;
  }
}

async function countTasks(client: RuntimeClient): Promise<number> {
  try {
    const { body } = await client.call('GET', '/api/v1/tasks?limit=1000');
    return Array.isArray(body) ? body.length : 0;
  } catch {
    // The runtime has gone already; the last word is a courtesy.
    return 0;
  }
}
