import type { HttpExchanged, ProcessExited } from '../generated/types.ts';
import type { TaskView } from './task-view.ts';

/** What a task did to the world: what running it again would do again. */
export type Effect =
  | { readonly type: 'request'; readonly event: HttpExchanged }
  | { readonly type: 'process'; readonly event: ProcessExited };

/** Methods that are meant to change nothing (RFC 9110, 9.2.1). */
const safe: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

export function effectsOf({ facts }: TaskView): readonly Effect[] {
  return [
    ...facts.exchanges
      .filter(({ method, replayed }) => replayed !== true && !safe.has(method.toUpperCase()))
      .map((event): Effect => ({ type: 'request', event })),
    ...facts.processes.map((event): Effect => ({ type: 'process', event })),
  ];
}
