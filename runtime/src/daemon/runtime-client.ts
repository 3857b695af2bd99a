import { Agent, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage, type RequestOptions } from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import { createParser } from 'eventsource-parser';
import type { ValueProblem } from '@hermes-runtime/schemas';
import { validateErrorBody } from '@hermes-runtime/schemas/messages';

export type RuntimeAnswer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: unknown };

export type StreamEvent = { readonly type: string; readonly id: string | undefined; readonly data: string };

export type EventStream = { readonly headers: IncomingHttpHeaders; readonly events: AsyncIterable<StreamEvent> };

export type CallOptions = {
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent instead, as application/gzip. */
  readonly archive?: Uint8Array;
  readonly signal?: AbortSignal;
  /** Where a stream is taken up: the id of the last event that was seen. */
  readonly lastEventId?: string;
};

/** A runtime, or an orchestrator, that is reached over TCP. */
export type RemoteAddress = {
  /** `http://host:port` or `https://…`. */
  readonly url: string;
  readonly token?: string | undefined;
  /** A connection on which nothing comes for so many milliseconds is given up. Streams are pinged every 15 s. */
  readonly silentMs?: number;
};

/** Speaks HTTP with a runtime: through the socket of the user's own, or over TCP. */
export type RuntimeClient = {
  /** Rejects with `RefusedError` for an answer that is an error, with Node's error where nothing answers. */
  readonly call: (method: string, path: string, options?: CallOptions) => Promise<RuntimeAnswer>;
  /** The same for an answer of server-sent events; leaving the loop closes the stream. */
  readonly stream: (method: string, path: string, options?: CallOptions) => Promise<EventStream>;
  readonly close: () => void;
};

/** The runtime understood and said no; `code` is from its catalogue. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly status: number;
  readonly code: string;
  readonly problems: readonly ValueProblem[];

  constructor(status: number, body: unknown) {
    const known = validateErrorBody(body) ? body.error : { code: 'unknown', message: `The runtime answered ${status}.` };
    super(known.message);
    this.status = status;
    this.code = known.code;
    this.problems = known.problems ?? [];
  }
}

export function runtimeClient(where: string | RemoteAddress): RuntimeClient {
  const { agent, request, options: fixed } = typeof where === 'string' ? throughSocket(where) : overTcp(where);
  const open = (
    method: string,
    path: string,
    accept: string,
    { body, archive, signal, lastEventId }: CallOptions,
  ): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const payload = archive ?? (body === undefined ? undefined : JSON.stringify(body));
      const outgoing = request(
        {
          ...fixed,
          agent,
          method,
          path,
          headers: {
            ...fixed.headers,
            accept,
            ...(payload !== undefined && {
              'content-type': archive ? 'application/gzip' : 'application/json',
              'content-length': Buffer.byteLength(payload),
            }),
            ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
          },
          ...(signal && { signal }),
        },
        resolve,
      );
      outgoing.on('error', reject);
      // Only where a time is set; a stream that it ends ends with an error, too.
      outgoing.on('timeout', () => outgoing.destroy(new Error('nothing came for too long')));
      outgoing.end(payload);
    });
  return {
    call: async (method, path, options = {}) => {
      const response = await open(method, path, 'application/json', options);
      const answer = { status: response.statusCode ?? 0, headers: response.headers, body: await readBody(response) };
      if (answer.status >= 400) throw new RefusedError(answer.status, answer.body);
      return answer;
    },
    stream: async (method, path, options = {}) => {
      const response = await open(method, path, 'text/event-stream', options);
      const status = response.statusCode ?? 0;
      if (status >= 400) throw new RefusedError(status, await readBody(response));
      return { headers: response.headers, events: eventsOf(response) };
    },
    close: () => agent.destroy(),
  };
}

type Way = {
  readonly agent: Agent;
  readonly request: typeof httpRequest;
  readonly options: RequestOptions & { readonly headers: Readonly<Record<string, string>> };
};

function throughSocket(socketPath: string): Way {
  return {
    agent: new Agent({ keepAlive: true, maxSockets: 16 }),
    request: httpRequest,
    options: { socketPath, headers: { host: 'runtime' } },
  };
}

function overTcp({ url, token, silentMs }: RemoteAddress): Way {
  const { protocol, hostname, port } = new URL(url);
  const isTls = protocol === 'https:';
  return {
    agent: isTls ? new TlsAgent({ keepAlive: true }) : new Agent({ keepAlive: true }),
    request: isTls ? tlsRequest : httpRequest,
    options: {
      // An address of IPv6 has brackets in a URL only.
      hostname: hostname.replaceAll(/[[\]]/g, ''),
      ...(port !== '' && { port }),
      ...(silentMs !== undefined && { timeout: silentMs }),
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    },
  };
}

async function readBody(response: IncomingMessage): Promise<unknown> {
  response.setEncoding('utf8');
  let text = '';
  for await (const chunk of response) text += String(chunk);
  try {
    const body: unknown = JSON.parse(text);
    return body;
  } catch {
    // Metrics and an empty body are not JSON, and not wrong either.
    return text;
  }
}

async function* eventsOf(response: IncomingMessage): AsyncIterable<StreamEvent> {
  const ready: StreamEvent[] = [];
  const parser = createParser({ onEvent: ({ event, id, data }) => ready.push({ type: event ?? 'message', id, data }) });
  response.setEncoding('utf8');
  try {
    for await (const chunk of response) {
      parser.feed(String(chunk));
      yield* ready.splice(0);
    }
  } finally {
    response.destroy();
  }
}
