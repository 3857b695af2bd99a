import type { Execute } from '../load-agent.ts';

/**
 * Calls the agent so that nothing of the harness catches what it throws: a debugger stops at what is uncaught.
 * The process's own handlers for that end the task. Never rejects.
 */
export function uncaughtCall(execute: Execute, input: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    setImmediate(() => {
      const answer = execute(input);
      if (isThenable(answer)) {
        answer.then(resolve);
      } else {
        resolve(answer);
      }
    });
  });
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
