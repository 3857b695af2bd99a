import type { Execute } from '../load-agent.ts';

/**
 * Calls the agent so that nothing of the harness catches what it throws: a debugger stops at what is uncaught.
 * The process's own handler of rejections ends the task then. Never rejects.
 */
export function uncaughtCall(execute: Execute, input: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    // In a turn of its own, so that no frame of Node's is below the agent's. Not awaited, and no handler for a rejection: that is the point.
    void Promise.resolve().then(() => {
      const answer = execute(input);
      // Resolving a promise with the agent's would give that a handler.
      if (answer instanceof Promise) {
        void answer.then(resolve);
      } else {
        resolve(answer);
      }
    });
  });
}
