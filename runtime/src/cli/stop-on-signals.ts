import type { RunningRuntime } from '../daemon/start-runtime.ts';

/** The first signal stops in order; a second one ends at once, and what is durable stays. */
export function stopOnSignals(runtime: Pick<RunningRuntime, 'stop'>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(130));
      // `stop` reports nothing: it resolves when everything it owns is closed.
      void runtime.stop();
    });
  }
}
