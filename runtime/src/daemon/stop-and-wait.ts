import type { RuntimeClient } from './runtime-client.ts';

/** Stops a runtime and resolves when it is gone: a stream of its events ends when it does. Closes the client. */
export async function stopAndWait(client: RuntimeClient): Promise<void> {
  const stream = await client.stream('GET', '/api/v1/events');
  await client.call('POST', '/api/v1/stop');
  const events = stream.events[Symbol.asyncIterator]();
  try {
    let next = await events.next();
    // oxlint-disable-next-line no-await-in-loop -- One event after the other, until the stream ends.
    while (next.done !== true) next = await events.next();
  } catch {
    // The connection was cut rather than closed: it has stopped all the same.
  } finally {
    client.close();
  }
}
