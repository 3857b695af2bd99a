import type { Place, ReplayMode, TraceEvent } from '../generated/types.ts';

/**
 * What the editor tells the trace panel.
 * The panel folds the events itself, so what it shows and what the tree shows come from one function.
 */
export type ToPanel =
  /** Replaces what is shown. `events` are all events of the task so far, in order of `seq`. */
  | { readonly type: 'task'; readonly task_id: string; readonly events: readonly TraceEvent[] }
  /** The next event of the task that is shown. An event that was there already is ignored by its `seq`. */
  | { readonly type: 'event'; readonly event: TraceEvent }
  /** No task is chosen: shows the empty text. */
  | { readonly type: 'empty' }
  /** The cursor stands on this line: selects the row that came from it, without taking the focus. */
  | { readonly type: 'reveal'; readonly place: Place };

/** What the trace panel asks of the editor. */
export type FromPanel =
  /** Sent once after the panel has drawn itself; the editor answers with `task` or `empty`. */
  | { readonly type: 'ready' }
  /** Opens a line of the agent's code. `beside` keeps the focus in the panel, as for a row that is only selected. */
  | { readonly type: 'open'; readonly place: Place; readonly beside?: boolean }
  | { readonly type: 'run_again' }
  /** Runs the task again from its recording, or live. */
  | { readonly type: 'replay'; readonly mode: ReplayMode }
  /** An exact replay with a debugger; only in an editor. */
  | { readonly type: 'debug' }
  /** Of a replay: answers by hand what it asked for and nobody recorded; only in an editor. */
  | { readonly type: 'give' }
  /** Makes a test of the task in its agent's folder; only where there is one to write to. */
  | { readonly type: 'save_test' }
  | { readonly type: 'cancel' }
  | { readonly type: 'copy'; readonly text: string }
  /** The empty text's button: runs an agent, asking which. */
  | { readonly type: 'run' };
