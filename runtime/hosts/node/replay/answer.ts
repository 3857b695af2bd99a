import type { RecordedExchange } from '@hermes-runtime/schemas';
import { headerOf } from '../recording/request-record.ts';
import { givenUp } from '../recording/recorded-error.ts';
import { remadeError } from './remade-error.ts';

/** How a connection goes on once the bytes of an answer are through. */
export type AnswerEnd =
  | { readonly type: 'open' }
  /** The end of the connection is that of the body. */
  | { readonly type: 'over' }
  | { readonly type: 'closed' }
  /** Nothing more comes, as for so many milliseconds of the recording: whoever waits gives up by itself. */
  | { readonly type: 'silent'; readonly ms: number }
  | { readonly type: 'broken'; readonly error: Error };

/** What a client is to read from its connection. */
export type Answer = { readonly pieces: readonly Buffer[]; readonly end: AnswerEnd };

/** `body` as it was received: compressed, without the frames of a chunked transfer. */
export function answerOf(exchange: RecordedExchange, body: Buffer): Answer {
  const { method, response, error } = exchange;
  const end = endOf(exchange);
  if (response === undefined) {
    return { pieces: [], end: end ?? { type: 'closed' } };
  }
  const { status, reason = '', headers, chunks = [body.length] } = response;
  const head = Buffer.from(
    `HTTP/1.1 ${status} ${reason}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
    'latin1',
  );
  if (method === 'HEAD' || status === 204 || status === 304) {
    return { pieces: [head], end: end ?? { type: 'open' } };
  }
  const parts = partsOf(body, chunks);
  if (/\bchunked\b/i.test(headerOf(headers, 'transfer-encoding') ?? '')) {
    const last = error === undefined ? Buffer.from('0\r\n\r\n') : Buffer.alloc(0);
    return { pieces: together(head, parts.map(framed), last), end: end ?? { type: 'open' } };
  }
  const isDelimited = headerOf(headers, 'content-length') !== undefined;
  return { pieces: together(head, parts, Buffer.alloc(0)), end: end ?? { type: isDelimited ? 'open' : 'over' } };
}

/** The head comes with the first part and the end with the last one, as in packets: a short answer is over as soon as it is there. */
function together(head: Buffer, parts: readonly Buffer[], last: Buffer): readonly Buffer[] {
  return parts.length === 0
    ? [Buffer.concat([head, last])]
    : parts.map((part, index) => Buffer.concat([...(index === 0 ? [head] : []), part, ...(index === parts.length - 1 ? [last] : [])]));
}

/** What a recorded error did to the connection. */
export function endOf({ error, ms }: RecordedExchange): AnswerEnd | undefined {
  if (error === undefined) {
    return undefined;
  }
  if (error.type === givenUp) {
    return { type: 'silent', ms };
  }
  // undici and `http` say so of an end that came too early; their words come again from the end itself.
  const isEnd = error.type === 'UND_ERR_SOCKET' || (error.type === 'ECONNRESET' && error.errno === undefined);
  return isEnd ? { type: 'closed' } : { type: 'broken', error: remadeError(error) };
}

function partsOf(body: Buffer, sizes: readonly number[]): readonly Buffer[] {
  let start = 0;
  return sizes.flatMap((size) => {
    const part = body.subarray(start, start + size);
    start += size;
    return part.length === 0 ? [] : [part];
  });
}

function framed(part: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]);
}
