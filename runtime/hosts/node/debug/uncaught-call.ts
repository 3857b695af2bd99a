import type { Execute } from '../load-agent.ts';

/**
 * Calls the agent so that nothing of the harness catches what it throws: a debugger stops at what is uncaught.
 * The process's own handler of rejections ends the task then. Never rejects.
 */
export function uncaughtCall(execute: Execute, input: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    // Not awaited, and no handler for a rejection: that is the point.
    void Promise.resolve(input).then(execute).then(resolve);
  });
}
