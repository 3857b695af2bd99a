import type { WebSocket } from 'ws';

/** Waits until what was sent has left this process, so that a fast history does not outrun an honest reader; or until the abort. */
export async function drained(client: WebSocket, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const left = Promise.withResolvers<undefined>();
  const leave = (): void => left.resolve(undefined);
  signal.addEventListener('abort', leave, { once: true });
  client.ping(undefined, undefined, leave);
  await left.promise;
  // A stream of a day waits a million times on one signal.
  signal.removeEventListener('abort', leave);
}
