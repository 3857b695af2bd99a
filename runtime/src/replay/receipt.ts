import { isDeepStrictEqual } from 'node:util';
import { type Case, type ReplayMode, type TaskView, findingsOf } from '@hermes-runtime/schemas';
import type { NewEvent } from '../store/new-event.ts';

export type ReceiptFacts = {
  readonly mode: ReplayMode;
  /** What the replay is measured against. */
  readonly original: Case;
  /** The replay with its own end. */
  readonly view: TaskView;
  /** Unix time in milliseconds. */
  readonly time: number;
};

/** Clock and randomness that no host of this language feeds. */
const notFed: Readonly<Record<string, readonly string[]>> = { shell: ['clock', 'randomness', 'network'] };

/** The receipt: what was the same, what left this machine, and what became of the findings. */
export function receiptOf({ mode, original, view, time }: ReceiptFacts): NewEvent {
  const { exchanges, diverged, processes } = view.facts;
  const answered = exchanges.filter(({ replayed }) => replayed === true);
  const given = answered.filter((exchange) => exchange.given === true).length;
  const served = answered.filter((exchange) => exchange.given !== true);
  const recorded = original.exchanges.filter((exchange) => exchange.given !== true);
  const started = view.attempts.at(-1)?.started;
  const isLive = mode === 'again' || mode === 'edited';
  const unfed = isLive ? undefined : notFed[started?.language ?? ''];
  const before = original.interpreter.environment;
  return {
    type: 'replay.compared',
    time,
    task_id: view.task_id,
    replay_of: original.task_id,
    mode,
    input: isDeepStrictEqual(view.input, original.input) ? 'equal' : 'different',
    code: view.agent.digest === original.agent.digest ? 'equal' : 'different',
    environment:
      before === undefined || started?.environment === undefined ? 'unknown' : started.environment === before ? 'equal' : 'different',
    live_effects: exchanges.length - answered.length + (isLive ? processes.length : 0),
    served: served.length,
    ...(given > 0 && { given }),
    changed: served.filter(({ changed }) => changed === true).length,
    diverged: diverged.length,
    left: isLive ? 0 : Math.max(0, recorded.length - served.length),
    findings_before: original.findings ?? 0,
    findings_after: findingsOf(view).length,
    result: isSameResult(original, view) ? 'equal' : 'different',
    ...(unfed && { not_fed: [...unfed] }),
  };
}

function isSameResult(original: Case, view: TaskView): boolean {
  if (original.status !== view.status) return false;
  if (view.status === 'succeeded') return isDeepStrictEqual(original.output ?? null, view.output ?? null);
  return original.failure?.code === view.failure?.code && isDeepStrictEqual(original.failure?.at, view.failure?.at);
}
