import * as l10n from '@vscode/l10n';
import type { Failure, SubmitTask, TraceEvent } from '@hermes-runtime/schemas';
import { connect } from '../daemon/connect.ts';
import { RefusedError, type RuntimeClient } from '../daemon/runtime-client.ts';
import { type ClientDoor, listenForClient } from '../debugger/listen-for-client.ts';
import { findAgent, isFolder } from './agent-reference.ts';
import { CliError, exitCodes, type ExitCode } from './exit-codes.ts';
import { installDebugger } from './install.ts';
import { say, writeResult } from './output.ts';
import { readInput } from './read-input.ts';
import { readGiven } from './read-given.ts';
import { isCaseFile, replaySource } from './replay.ts';
import { submitTask } from './submit-task.ts';

export type DebugOptions = {
  readonly input?: string;
  readonly agent?: string;
  /** A file with answers to what was not recorded. */
  readonly give?: string;
  readonly install?: boolean;
  /** `true` where no port was named. */
  readonly listen?: string | true;
  readonly json?: boolean;
};

/** `hermes-runtime debug`: a task again with its recorded traffic, or an agent live, in either case waiting for a debugger. */
export async function debug(reference: string, options: DebugOptions): Promise<ExitCode> {
  const port = portOf(options.listen);
  const { client } = await connect();
  const doors: ClientDoor[] = [];
  try {
    const body = (await taskBody(client, reference, options)) ?? (await agentBody(client, reference, options));
    await preflight(client, body, options);
    const onEvent = (event: TraceEvent): void => {
      // It handles its own failure.
      if (event.type === 'attempt.debug_ready') void tellWhere(event, port, options).then((door) => door && doors.push(door));
    };
    return await submitTask(client, { ...body, debug: true, source: 'cli' }, { ...options, plain: true, onEvent });
  } finally {
    for (const door of doors) door.close();
    client.close();
  }
}

function portOf(listen: DebugOptions['listen']): number | undefined {
  if (listen === undefined) return undefined;
  const port = listen === true ? 0 : Number(listen);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new CliError(exitCodes.usage, l10n.t('--listen {0} is no port.', String(listen)));
}

/** Undefined where the reference is no task. */
async function taskBody(client: RuntimeClient, reference: string, options: DebugOptions): Promise<SubmitTask | undefined> {
  if (!isCaseFile(reference) && (isFolder(reference) || !(await isTask(client, reference)))) return undefined;
  if (options.input !== undefined) {
    throw new CliError(exitCodes.usage, l10n.t('A task is debugged with its own input. Give --input with an agent.'));
  }
  const source = await replaySource(client, reference, options);
  const { agent_name, agent_path, replay_of } = source;
  const given = options.give === undefined ? undefined : readGiven(options.give, source.unanswered);
  if (agent_path !== undefined) await client.call('PUT', '/api/v1/roots', { body: { path: agent_path } });
  return {
    agent_name,
    ...(agent_path !== undefined && { agent_path }),
    replay_of,
    // Who answers what a replay asked goes on with that replay.
    replay_mode: (given && source.replay_mode) ?? 'exact',
    ...(given && { given }),
  };
}

async function isTask(client: RuntimeClient, reference: string): Promise<boolean> {
  if (!/^(?:t[-_])?[0-9a-f]{2,32}$/.test(reference)) return false;
  try {
    await client.call('GET', `/api/v1/tasks/${encodeURIComponent(reference)}`);
    return true;
  } catch (error) {
    if (error instanceof RefusedError && error.status === 404) return false;
    throw error;
  }
}

async function agentBody(client: RuntimeClient, reference: string, { input, give }: DebugOptions): Promise<SubmitTask> {
  if (give !== undefined) throw new CliError(exitCodes.usage, l10n.t('Answers are given to a replay. Give a task with --give.'));
  const agent = await findAgent(client, reference);
  return { agent_name: agent.name, agent_path: agent.path, input: readInput(input) };
}

/** What the debugger lacks is asked about before a task is made of it. */
async function preflight(client: RuntimeClient, { agent_name, agent_path }: SubmitTask, options: DebugOptions): Promise<void> {
  // Without a folder only the attempt itself can tell.
  if (agent_path === undefined) return;
  const { body } = await client.call('GET', `/api/v1/environments?debugger=true&agent_path=${encodeURIComponent(agent_path)}`);
  const failure = failureIn(body);
  if (failure === undefined) return;
  if (!isDebugpyMissing(body)) throw new CliError(exitCodes.notStarted, failure.message ?? '');
  await installDebugger(client, { name: agent_name, path: agent_path }, options);
}

function failureIn(answer: unknown): Partial<Failure> | undefined {
  if (typeof answer !== 'object' || answer === null || !('failure' in answer)) return undefined;
  const { failure } = answer;
  return typeof failure === 'object' && failure !== null ? failure : undefined;
}

function isDebugpyMissing(answer: unknown): boolean {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'missing' in answer &&
    Array.isArray(answer.missing) &&
    answer.missing.includes('debugpy')
  );
}

/** Says where a debugger can attach, and opens a port where one was asked for. */
async function tellWhere(
  ready: Extract<TraceEvent, { type: 'attempt.debug_ready' }>,
  port: number | undefined,
  { json }: DebugOptions,
): Promise<ClientDoor | undefined> {
  const protocol = ready.adapter === 'debugpy' ? 'DAP' : 'CDP';
  if (json !== true) {
    say(l10n.t('Waits 60 s for a debugger, before the first line of the agent.'));
    say(`  ${protocol}  ${ready.socket}${ready.path ?? ''}`);
  }
  if (port === undefined) return undefined;
  try {
    const door = await listenForClient(ready, port);
    if (json === true) writeResult(JSON.stringify({ listening: door.address }));
    else say(`  ${protocol}  ${door.address}`);
    return door;
  } catch (error) {
    say(l10n.t('Port {0} cannot be opened: {1}', port, error instanceof Error ? error.message : String(error)));
    return undefined;
  }
}
