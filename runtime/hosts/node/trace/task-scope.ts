import { AsyncLocalStorage } from 'node:async_hooks';
import type { Place } from '../agent-files.ts';

/** The turn of a loop in which something happens. */
export type Turn = { readonly loop: string; readonly index: number };

/** What is true of the code that runs now, however many `await`s lie between. */
export type Scope = {
  readonly turn?: Turn;
  readonly span?: string;
  /** The agent's line that called a client library, for requests that begin without it on the stack. */
  readonly call?: { readonly client: string; readonly at?: Place };
};

/** Knows the loop turn, the span and the client call of the running code. */
export type TaskScope = {
  readonly current: () => Scope;
  /** Changes the scope of what runs from here on; the answer is the scope before. */
  readonly enter: (scope: Scope) => void;
  readonly run: <T>(scope: Scope, work: () => T) => T;
  /** The `iteration` field of an event, or nothing. */
  readonly iteration: () => { readonly iteration?: Turn };
  readonly span: () => string | undefined;
  readonly runInSpan: <T>(span: string, work: () => T) => T;
};

const outside: Scope = {};

export function createTaskScope(): TaskScope {
  const storage = new AsyncLocalStorage<Scope>();
  const current = (): Scope => storage.getStore() ?? outside;
  return {
    current,
    enter: (scope) => storage.enterWith(scope),
    run: (scope, work) => storage.run(scope, work),
    iteration: () => {
      const { turn } = current();
      return turn === undefined ? {} : { iteration: { loop: turn.loop, index: turn.index } };
    },
    span: () => current().span,
    runInSpan: (span, work) => storage.run({ ...current(), span }, work),
  };
}
