import { type ClientRequest, type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { type EventSourceMessage, createParser } from 'eventsource-parser';
import type { Endpoint } from './endpoint.ts';

export type Call = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
};

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Parsed where it is JSON, else the text. */
  readonly body: unknown;
};

/** How long another machine may say nothing: a stream of events says something every 15 seconds. */
const silenceMs = 60_000;

/** One request to a runtime. Rejects only when no answer came. */
export async function callRuntime(endpoint: Endpoint, call: Call): Promise<Answer> {
  const response = await send(endpoint, call);
  return { status: response.statusCode ?? 0, headers: response.headers, body: parsed(await textOf(response)) };
}

export type StreamHandlers = {
  /** The stream is open. What happens from here on is not missed. */
  readonly onOpen?: () => void;
  readonly onMessage: (message: EventSourceMessage) => void;
};

/** How a stream ended: in order, or cut off as by a runtime that was killed. */
export type StreamEnd = { readonly type: 'ended' } | { readonly type: 'cut' } | { readonly type: 'refused'; readonly answer: Answer };

/** Reads server-sent events until the stream ends or `signal` is aborted. Rejects only when there was no connection at all. */
export async function readStream(endpoint: Endpoint, call: Call, handlers: StreamHandlers): Promise<StreamEnd> {
  const response = await send(endpoint, { ...call, headers: { ...call.headers, accept: 'text/event-stream' } });
  const status = response.statusCode ?? 0;
  if (status !== 200) return { type: 'refused', answer: { status, headers: response.headers, body: parsed(await textOf(response)) } };
  handlers.onOpen?.();
  const parser = createParser({ onEvent: handlers.onMessage });
  response.setEncoding('utf8');
  return new Promise((resolve) => {
    response.on('data', (chunk: string) => parser.feed(chunk));
    response.on('end', () => resolve({ type: 'ended' }));
    response.on('error', () => resolve({ type: 'cut' }));
    response.on('close', () => resolve({ type: response.complete ? 'ended' : 'cut' }));
  });
}

async function send(endpoint: Endpoint, { method, path, body, headers, signal }: Call): Promise<IncomingMessage> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const outgoing = requestTo(
      endpoint,
      path,
      {
        // A kept connection would belong to the runtime before, after a restart on the same path.
        agent: false,
        method,
        headers: {
          ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          ...headers,
        },
        ...(signal && { signal }),
      },
      resolve,
    );
    outgoing.on('error', reject);
    outgoing.end(text);
  });
}

/** A redirect is not followed: the token is for the address that the person gave, and no other. */
function requestTo(
  endpoint: Endpoint,
  path: string,
  options: RequestOptions,
  onResponse: (response: IncomingMessage) => void,
): ClientRequest {
  if (endpoint.type === 'socket')
    return requestHttp({ ...options, socketPath: endpoint.path, path, headers: { ...options.headers, host: 'localhost' } }, onResponse);
  const url = `${endpoint.url.replace(/\/+$/, '')}${path}`;
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  const outgoing = request(url, { ...options, headers: { ...options.headers, authorization: `Bearer ${endpoint.token}` } }, onResponse);
  return outgoing.setTimeout(silenceMs, () => outgoing.destroy(new Error('No answer for a minute.')));
}

async function textOf(response: IncomingMessage): Promise<string> {
  response.setEncoding('utf8');
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the text itself is all there is to say.
    return text;
  }
}
