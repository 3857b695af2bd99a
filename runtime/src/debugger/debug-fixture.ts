import { join } from 'node:path';
import type { PartialEvent, RuntimeConfig } from '@hermes-runtime/schemas';
import { createEnvironments } from '../environment/find-environments.ts';
import type { AgentVersion } from '../ports.ts';
import {
  type FixtureRun,
  type FixtureRunOptions,
  type FixtureRunner,
  createFixtureRunner,
  fixtureAgent,
} from '../worker/fixture-runner.ts';
import { type DapClient, connectDap, recordOf } from './dap-client.ts';

/** Kept between runs: debugpy is installed once, with the user's own index settings. */
export const debuggerEnvironments: string = join(import.meta.dirname, '../../../.cache/test-environments');

/** Why debugpy could not be had; undefined when it is there. */
export async function debugpyProblem(): Promise<string | undefined> {
  const environments = createEnvironments({ folder: debuggerEnvironments });
  let last = 'nothing happened';
  const found = await environments.find(fixtureAgent('debugged'), { debugger: true });
  if (found.status === 'ready') return undefined;
  for await (const event of environments.install(fixtureAgent('debugged'), { debugger: true, signal: AbortSignal.timeout(170_000) })) {
    if (event.type === 'installed') return undefined;
    last = event.message;
  }
  if (process.env['HERMES_REQUIRE_ALL'] === '1') throw new Error(`debugpy could not be installed: ${last}`);
  return last;
}

export function createDebugFixture(config: RuntimeConfig = {}, parts: Parameters<typeof createFixtureRunner>[1] = {}): FixtureRunner {
  return createFixtureRunner(config, { environments: debuggerEnvironments, ...parts });
}

export type DebugReady = PartialEvent & { readonly socket: string; readonly path?: string; readonly websocket?: string };

/** An attempt that waits for its debugger. */
export type Waiting = { readonly ready: DebugReady; readonly ended: Promise<FixtureRun> };

export async function startWaiting(
  fixture: FixtureRunner,
  agent: AgentVersion | string,
  input: unknown,
  options: FixtureRunOptions = {},
): Promise<Waiting> {
  const ready = Promise.withResolvers<DebugReady>();
  const onEvent = (event: PartialEvent): void => {
    if (isDebugReady(event)) ready.resolve(event);
    options.onEvent?.(event);
  };
  const ended = fixture.run(agent, input, { trace: 'full', ...options, debug: true, onEvent });
  const early = ended.then(({ outcome }) => Promise.reject(new Error(`no debugger was waited for: ${JSON.stringify(outcome)}`)));
  return { ready: await Promise.race([ready.promise, early]), ended };
}

function isDebugReady(event: PartialEvent): event is DebugReady {
  return event.type === 'attempt.debug_ready';
}

export type Stop = {
  readonly reason: unknown;
  readonly thread: unknown;
  readonly frames: readonly string[];
  readonly frame: number | string;
};

/** A client that has said where to stop. */
export type Debugged = Waiting & {
  readonly client: DapClient;
  /** What a person may choose to stop at. */
  readonly filters: readonly { readonly filter: unknown; readonly isDefault: unknown }[];
  /** Where it stops next; undefined once the session is over. */
  readonly stopped: () => Promise<Stop | undefined>;
  readonly valueOf: (expression: string, stop: Stop) => Promise<unknown>;
  readonly go: (stop: Stop) => Promise<unknown>;
};

export async function attachDap(
  waiting: Waiting,
  file: string,
  stops: { readonly lines?: readonly number[]; readonly filters?: readonly string[] },
): Promise<Debugged> {
  const client = await connectDap(waiting.ready.socket);
  const { exceptionBreakpointFilters: offered } = await client.ask('initialize', {
    clientID: 'test',
    adapterID: 'hermes-runtime',
    pathFormat: 'path',
    linesStartAt1: true,
  });
  const attached = client.ask('attach', {});
  await client.event('initialized');
  await client.ask('setBreakpoints', { source: { path: file }, breakpoints: (stops.lines ?? []).map((line) => ({ line })) });
  await client.ask('setExceptionBreakpoints', { filters: stops.filters ?? [] });
  await client.ask('configurationDone');
  await attached;

  async function stopped(): Promise<Stop | undefined> {
    const event = await client.event('stopped', 'terminated');
    if (event?.name !== 'stopped') return undefined;
    const thread = event['threadId'];
    const { stackFrames } = await client.ask('stackTrace', { threadId: thread });
    const frames: readonly DapFrame[] = Array.isArray(stackFrames) ? stackFrames : [];
    const names = frames.map(({ name, line, source }) => `${name} ${(source?.path ?? '?').split('/').at(-1)}:${line}`);
    return { reason: event['reason'], thread, frames: names, frame: frames[0]?.id ?? 0 };
  }

  return {
    ...waiting,
    client,
    filters: (Array.isArray(offered) ? offered.map(recordOf) : []).map((entry) => ({
      filter: entry['filter'],
      isDefault: entry['default'],
    })),
    stopped,
    valueOf: async (expression, { frame }) => (await client.ask('evaluate', { expression, frameId: frame, context: 'watch' }))['result'],
    // It may end before it has answered.
    go: async ({ thread }) => client.ask('continue', { threadId: thread }).catch(() => undefined),
  };
}

type DapFrame = { readonly id: number; readonly name: string; readonly line: number; readonly source?: { readonly path?: string } };
