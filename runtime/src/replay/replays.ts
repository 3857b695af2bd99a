import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import {
  type Case,
  type GivenAnswer,
  type Recording,
  type ReplayMode,
  type SubmitTask,
  type TaskQueued,
  foldEvents,
} from '@hermes-runtime/schemas';
import { validateRecording } from '@hermes-runtime/schemas/messages';
import { SubmitError } from '../engine/engine.ts';
import { isServed } from '../engine/served-replay.ts';
import { findAgent } from '../engine/find-agent.ts';
import type { AgentSource, AgentVersion, ReplayPlan } from '../ports.ts';
import type { NewEvent } from '../store/new-event.ts';
import type { SecretSource } from '../secrets/secret-source.ts';
import { syncFolder, writeDurably } from '../store/payloads.ts';
import type { Store } from '../store/store.ts';
import { decodeCase, encodeCase } from './case-file.ts';
import { type CaseFound, caseOfTask } from './case-of-task.ts';
import { forgetCases } from './forget-cases.ts';
import { withGiven } from './given-exchanges.ts';
import { receiptOf } from './receipt.ts';
import { scrubGiven } from './scrub-given.ts';

export type ReplaysDeps = {
  readonly store: Store;
  readonly agents: AgentSource;
  /** Cases that came from elsewhere. */
  readonly folder: string;
  /** So that no secret of an input is stored with what is given by hand. */
  readonly secrets: SecretSource;
};

/** A replay as it is asked for: what runs, on what, and from what it is served. */
export type ReplayRequest = {
  readonly mode: ReplayMode;
  readonly source: Case;
  readonly agent: AgentVersion;
  readonly input: unknown;
  /** Answers by hand to what was not recorded, as they are stored. */
  readonly given?: readonly GivenAnswer[];
};

/** Characters of all answers that are given with one request. */
const mostGiven = 256 * 1024;
const reference = /^case:([0-9a-f]{64})$/;

/** Cases of tasks and from files, and what a replay of each may do. */
export class Replays {
  readonly #deps: ReplaysDeps;

  constructor(deps: ReplaysDeps) {
    this.#deps = deps;
  }

  /** By task id, or by the reference that `keep` gave. */
  caseOf(id: string): CaseFound {
    const digest = reference.exec(id)?.[1];
    if (digest !== undefined) return this.#kept(digest);
    const { store, agents } = this.#deps;
    const view = store.viewOf(id);
    if (view === undefined) return { status: 'missing' };
    const own = caseOfTask({ view, recording: recordingFrom(store.recordingOf(id)), agents });
    if (own.status !== 'found' || view.replay_of === undefined || !isServed(view)) return own;
    // A replay has no traffic of its own: it was served from what was first recorded.
    const source = this.caseOf(view.replay_of);
    if (source.status !== 'found') return own;
    const { traffic, exchanges, bodies, feeds } = withGiven(source.value, view.given);
    return { status: 'found', value: { ...own.value, traffic, exchanges, bodies, feeds } };
  }

  /** Keeps a case from elsewhere; answers the reference that `replay_of` takes. The same case is kept once. */
  keep(value: Case): string {
    const { folder } = this.#deps;
    const digest = hash('sha256', JSON.stringify(value), 'hex');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = this.#pathOf(digest);
    const now = new Date();
    // One that is sent again is kept for as long again.
    if (existsSync(path)) utimesSync(path, now, now);
    else {
      writeDurably(path, encodeCase(value));
      syncFolder(folder);
    }
    return `case:${digest}`;
  }

  /** Removes cases from elsewhere that nobody has sent for so many days; answers how many. */
  forget(days: number): number {
    return forgetCases(this.#deps.folder, Date.now() - days * 86_400_000);
  }

  /** Undefined for a request that is no replay. Throws `SubmitError` where it cannot be one. */
  requested(request: SubmitTask): ReplayRequest | undefined {
    if (request.replay_of === undefined) return undefined;
    const mode = request.replay_mode ?? 'exact';
    const source = this.#sourceOf(request.replay_of);
    const isRecorded = mode === 'exact' || mode === 'my_code';
    if (isRecorded && source.traffic === 'not_kept') {
      throw new SubmitError(
        'traffic_gone',
        l10n.t('The traffic of that task was not kept; its input and code remain. Run it again live: --mode again.'),
      );
    }
    if (mode === 'edited' && request.input === undefined) {
      throw new SubmitError('invalid_input', l10n.t('Give the edited input.'), { problems: [{ path: '', message: l10n.t('is missing') }] });
    }
    if (mode !== 'edited' && request.input !== undefined) {
      throw new SubmitError('invalid_input', l10n.t('A replay takes the input of its task. To change it, use --mode edited.'), {
        problems: [{ path: '', message: l10n.t('is not taken in this mode') }],
      });
    }
    const given = this.#given(request, isRecorded, source);
    const agent = mode === 'exact' ? this.#exactly(source, request) : findAgent(this.#deps.agents, request);
    return { mode, source, agent, input: mode === 'edited' ? request.input : source.input, ...(given && { given }) };
  }

  /** What an attempt of this task is served from; undefined where it runs live. Throws where the case is gone. */
  planOf(queued: TaskQueued): ReplayPlan | undefined {
    const { replay_of, replay_mode, given } = queued;
    if (replay_of === undefined || (replay_mode !== 'exact' && replay_mode !== 'my_code')) return undefined;
    const { exchanges, bodies, feeds } = withGiven(this.#sourceOf(replay_of), given);
    return { rule: replay_mode === 'exact' ? 'exact' : 'place', exchanges, bodies, feeds };
  }

  /** The receipt of a replay that ends with these events; undefined where what it replayed is gone. */
  receipt(task_id: string, ending: readonly NewEvent[], time: number): NewEvent | undefined {
    const stored = this.#deps.store.viewOf(task_id);
    if (stored?.replay_of === undefined || stored.replay_mode === undefined) return undefined;
    const view = foldEvents(
      stored,
      ending.map((event, index) => ({ ...event, seq: stored.last_seq + index + 1 })),
    );
    try {
      return receiptOf({ mode: stored.replay_mode, original: this.#sourceOf(stored.replay_of), view, time });
    } catch {
      // What was replayed has been removed meanwhile: the task still ends, without a comparison.
      return undefined;
    }
  }

  /** A replay of a replay is served from the traffic that was first recorded. */
  #sourceOf(id: string): Case {
    const { store } = this.#deps;
    const view = reference.test(id) ? undefined : store.viewOf(id);
    const isReplay = view?.replay_of !== undefined && isServed(view);
    const found = isReplay ? this.caseOf(view.replay_of) : this.caseOf(id);
    switch (found.status) {
      case 'found':
        return isReplay ? withGiven(found.value, view.given) : found.value;
      case 'missing':
        throw new SubmitError('unknown_task', l10n.t('There is no task "{0}" to replay.', id));
      case 'unfinished':
        throw new SubmitError('not_ended', l10n.t('Task {0} has not ended. Replay it once it has, or cancel it first.', id));
      case 'code_gone':
        throw new SubmitError('code_gone', l10n.t('Neither code nor descriptor of task {0} are here any more.', id));
    }
  }

  #given({ given = [] }: SubmitTask, isRecorded: boolean, source: Case): readonly GivenAnswer[] | undefined {
    if (given.length === 0) return undefined;
    const problem = isRecorded
      ? JSON.stringify(given).length > mostGiven
        ? l10n.t('may be at most {0} KiB', mostGiven / 1024)
        : undefined
      : l10n.t('is not taken in this mode');
    if (problem !== undefined) {
      throw new SubmitError('invalid_input', l10n.t('These answers cannot be given.'), {
        problems: [{ path: '/given', message: problem }],
      });
    }
    return scrubGiven(given, source.input, (name) => this.#deps.secrets.valueOf(name));
  }

  #exactly(source: Case, request: SubmitTask): AgentVersion {
    const { agents } = this.#deps;
    const kept = agents.version?.(source.agent);
    if (kept !== undefined) return kept;
    const found = agents.find(request.agent_name, request.agent_path);
    if (found.status === 'found' && found.agent.ref.digest === source.agent.digest) return found.agent;
    throw new SubmitError(
      'code_gone',
      l10n.t(
        'The code that ran ({0}) is not on this machine. Replay with the code that is: --mode my-code.',
        source.agent.digest.slice(0, 12),
      ),
    );
  }

  #kept(digest: string): CaseFound {
    const path = this.#pathOf(digest);
    if (!existsSync(path)) return { status: 'missing' };
    const read = decodeCase(readFileSync(path));
    return read.status === 'read' ? { status: 'found', value: read.value } : { status: 'missing' };
  }

  #pathOf(digest: string): string {
    return join(this.#deps.folder, `${digest}.case.json.gz`);
  }
}

/** The text is ours, written in one transaction with its task's end; a version before may have written it otherwise. */
function recordingFrom(text: string | undefined): Recording | undefined {
  if (text === undefined) return undefined;
  const value: unknown = JSON.parse(text);
  return validateRecording(value) ? value : undefined;
}
