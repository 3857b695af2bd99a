import type { Clock } from '@hermes-runtime/runtime';

/** Resolves after so many milliseconds, or once nobody waits any more. */
export async function pause(clock: Clock, ms: number, leaving: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const onLeave = (): void => {
      stop();
      resolve();
    };
    const stop = clock.after(ms, () => {
      leaving.removeEventListener('abort', onLeave);
      resolve();
    });
    leaving.addEventListener('abort', onLeave, { once: true });
  });
}
