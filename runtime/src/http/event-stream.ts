import type { TraceEvent } from '@hermes-runtime/schemas';

/** A proxy or a sleeping laptop is found out by a comment that cannot be sent; also what keeps the socket's idle time-out away. */
const pingMs = 15_000;

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
};

/**
 * Events as a response of server-sent events.
 * Nothing is read ahead of the reader: a slow one costs one chunk of memory, and a dead one is dropped by the server's idle time-out.
 */
export function eventStream(
  events: AsyncIterable<TraceEvent>,
  abort: AbortController,
  more: Readonly<Record<string, string>> = {},
): Response {
  return sseResponse(frames(events), abort, more);
}

async function* frames(events: AsyncIterable<TraceEvent>): AsyncIterable<string> {
  for await (const event of events) yield sseFrame(event.type, event, event.seq);
}

/** JSON has no bare line breaks, so one `data:` line always holds it. */
export function sseFrame(type: string, data: unknown, id?: number): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Sends what an iterable yields, as it is pulled. Closing the response aborts `abort` and ends the iterable. */
export function sseResponse(texts: AsyncIterable<string>, abort: AbortController, more: Readonly<Record<string, string>> = {}): Response {
  const iterator = texts[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  let ping: NodeJS.Timeout | undefined;
  const stop = (): void => {
    clearInterval(ping);
    abort.abort();
  };
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      // The head goes out at once, so that a client knows that it is subscribed before anything happens.
      controller.enqueue(encoder.encode(': hermes-runtime\n\n'));
      ping = setInterval(() => {
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(': ping\n\n'));
      }, pingMs).unref();
    },
    pull: async (controller) => {
      try {
        const next = await iterator.next();
        if (next.done !== true) return controller.enqueue(encoder.encode(next.value));
        stop();
        controller.close();
      } catch (error) {
        // The reader sees that its stream broke, and comes back from its last id; nobody cancels a stream that has failed.
        stop();
        throw error;
      }
    },
    cancel: () => stop(),
  });
  return new Response(body, { headers: { ...headers, ...more } });
}

/** Where a reader left off: the header that browsers send by themselves, else the query. */
export function resumeFrom(request: {
  readonly header: (name: string) => string | undefined;
  readonly query: (name: string) => string | undefined;
}): number | undefined {
  const text = request.header('last-event-id') ?? request.query('after');
  const seq = Number(text);
  return text !== undefined && Number.isSafeInteger(seq) && seq >= 0 ? seq : undefined;
}
