import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import {
  effectsOf,
  emptyTask,
  foldEvents,
  isServedReplay,
  shortUrl,
  unansweredOf,
  type Effect,
  type ExchangeDiverged,
  type ReplayMode,
  type SubmitTask,
} from '@hermes-runtime/schemas';
import { connect } from '../daemon/connect.ts';
import type { RuntimeClient } from '../daemon/runtime-client.ts';
import { decodeCase } from '../replay/case-file.ts';
import { confirmLive } from './confirm-live.ts';
import { CliError, exitCodes, type ExitCode } from './exit-codes.ts';
import { say } from './output.ts';
import { readGiven } from './read-given.ts';
import { readInput } from './read-input.ts';
import { submitTask } from './submit-task.ts';
import { inert } from './trace/cells.ts';
import { storedEvents } from './trace.ts';

export type ReplayOptions = {
  readonly mode?: 'exact' | 'my-code' | 'again' | 'edited';
  readonly input?: string;
  /** A file with answers to what was not recorded. */
  readonly give?: string;
  readonly agent?: string;
  readonly yes?: boolean;
  readonly strict?: boolean;
  readonly json?: boolean;
};

/** Effects that are listed before a task runs live again; the rest is counted. */
const shownEffects = 12;

/** `hermes-runtime replay`: the input of a task again, and, unless it is live, its traffic. */
export async function replay(reference: string, options: ReplayOptions): Promise<ExitCode> {
  const asked: ReplayMode | undefined = options.input !== undefined ? 'edited' : options.mode === 'my-code' ? 'my_code' : options.mode;
  if (asked === 'edited' && options.input === undefined) throw new CliError(exitCodes.usage, l10n.t('Give the edited input with --input.'));
  const { client } = await connect();
  try {
    const source = await replaySource(client, reference, options);
    const given = options.give === undefined ? undefined : readGiven(options.give, source.unanswered);
    // Who answers what a replay asked goes on with that replay.
    const mode = asked ?? (given && source.replay_mode) ?? 'exact';
    if (source.agent_path !== undefined) await client.call('PUT', '/api/v1/roots', { body: { path: source.agent_path } });
    if (mode === 'again' || mode === 'edited') await confirmEffects(source.effects, options);
    const body: SubmitTask = {
      agent_name: source.agent_name,
      ...(source.agent_path !== undefined && { agent_path: source.agent_path }),
      replay_of: source.replay_of,
      replay_mode: mode,
      ...(mode === 'edited' && { input: readInput(options.input) }),
      ...(given && { given }),
      source: 'cli',
    };
    return await submitTask(client, body, options);
  } finally {
    client.close();
  }
}

/** What is replayed: a task that the runtime knows, or a case in a file. */
export async function replaySource(client: RuntimeClient, reference: string, options: Pick<ReplayOptions, 'agent'>): Promise<ReplaySource> {
  return isCaseFile(reference) ? sendCase(client, reference, options) : taskSource(client, reference);
}

export type ReplaySource = Pick<SubmitTask, 'agent_name' | 'agent_path'> & {
  readonly replay_of: string;
  readonly effects: readonly Effect[];
  /** Of a replay that left its recording: how it ran, and what it asked for. */
  readonly replay_mode?: ReplayMode;
  readonly unanswered?: ExchangeDiverged;
};

async function taskSource(client: RuntimeClient, reference: string): Promise<ReplaySource> {
  const events = await storedEvents(client, encodeURIComponent(reference));
  const view = foldEvents(emptyTask, events);
  const { agent, task_id, replay_mode } = view;
  const unanswered = unansweredOf(view);
  return {
    agent_name: agent.name,
    ...(existsSync(agent.path) && { agent_path: agent.path }),
    replay_of: task_id,
    effects: effectsOf(view),
    ...(isServedReplay(view) && replay_mode !== undefined && { replay_mode }),
    ...(unanswered && { unanswered }),
  };
}

async function sendCase(client: RuntimeClient, file: string, { agent }: Pick<ReplayOptions, 'agent'>): Promise<ReplaySource> {
  const read = decodeCase(readFileSync(file));
  if (read.status === 'refused') throw new CliError(exitCodes.usage, `${file}: ${read.message}`);
  const { value } = read;
  const { body } = await client.call('POST', '/api/v1/cases', { body: value });
  const replay_of = typeof body === 'object' && body !== null && 'replay_of' in body ? String(body.replay_of) : '';
  const path = agent === undefined ? value.agent.path : resolve(agent);
  if (agent !== undefined && !existsSync(path)) throw new CliError(exitCodes.usage, l10n.t('There is no folder {0}.', path));
  return { agent_name: value.agent.name, ...(existsSync(path) && { agent_path: path }), replay_of, effects: [] };
}

export function isCaseFile(reference: string): boolean {
  return /\.case\.json(?:\.gz)?$/.test(reference) && existsSync(reference);
}

/** A live replay does again what the task did; nobody is surprised by a second mail. */
async function confirmEffects(effects: readonly Effect[], options: ReplayOptions): Promise<void> {
  if (effects.length === 0) return;
  say(l10n.t('The task had {0} effects, which may happen again:', effects.length));
  for (const effect of effects.slice(0, shownEffects)) say(`  ${inert(effectText(effect))}`);
  if (effects.length > shownEffects) say(`  ${l10n.t('and {0} more', effects.length - shownEffects)}`);
  await confirmLive(options, l10n.t('Run it live?'));
}

function effectText(effect: Effect): string {
  if (effect.type === 'process') return effect.event.command.join(' ');
  const { method, url, status, at } = effect.event;
  return `${method} ${shortUrl(url)} ${status ?? ''} ${at ? `${at.file}:${at.line}` : ''}`.trim();
}
