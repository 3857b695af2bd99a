import type { RecordedBody, RecordedExchange, RecordedRequest, RecordedResponse } from '@hermes-runtime/schemas';
import type { Socket } from 'node:net';
import type { ExchangeObserver, HeaderList, ResponseStart } from '../http/exchange-tap.ts';
import { createBodyPieces, recordedBody, sha256 } from './kept-body.ts';
import { recordedError } from './recorded-error.ts';
import { createRequestRecord, headerOf, withLength } from './request-record.ts';
import type { Scrub } from './scrub.ts';

/** One body, in bytes. */
export const maxBodyBytes: number = 2 * 1024 * 1024;
/** All bodies of an attempt, in bytes. */
const maxKeptBytes = 32 * 1024 * 1024;

export type RecorderDeps = {
  readonly scrub: Scrub;
  readonly send: (exchange: RecordedExchange, bodies: Readonly<Record<string, RecordedBody>>) => void;
};

/** Keeps each exchange whole enough to be served again. */
export function createRecorder({ scrub, send }: RecorderDeps): ExchangeObserver {
  const tries = new Map<string, number>();
  const known = new Set<string>();
  let keptBytes = 0;

  /** The body by digest, with what goes along in its frame; nothing for an empty one or one too many. */
  const keep = (bytes: Buffer, overflowed: boolean, bodies: Record<string, RecordedBody>): Pick<RecordedRequest, 'body' | 'truncated'> => {
    if (bytes.length === 0 && !overflowed) {
      return {};
    }
    const digest = sha256(bytes);
    if (overflowed || bytes.length > maxBodyBytes || (!known.has(digest) && keptBytes + bytes.length > maxKeptBytes)) {
      return { truncated: true };
    }
    if (!known.has(digest)) {
      known.add(digest);
      keptBytes += bytes.length;
      bodies[digest] = recordedBody(bytes);
    }
    return { body: digest };
  };

  return ({ number, client, method, url: askedUrl, at }) => {
    const request = createRequestRecord(scrub);
    const received = createBodyPieces(maxBodyBytes);
    let carrier: Socket | undefined;
    let start: ResponseStart | undefined;
    const responseOf = ({ status, reason, headers: raw }: ResponseStart, bodies: Record<string, RecordedBody>): RecordedResponse => {
      const bytes = received.bytes();
      const scrubbed = scrub.body(bytes, headerOf(raw, 'content-encoding'));
      const headers = withLength(scrub.headers(raw), scrubbed === bytes ? undefined : scrubbed.length);
      const sizes = received.sizes();
      return {
        status,
        ...(reason !== '' && { reason }),
        headers: pairs(headers),
        ...keep(scrubbed, received.overflowed(), bodies),
        encoding: 'wire',
        ...(scrubbed === bytes && sizes.length > 1 && !received.overflowed() && { chunks: [...sizes] }),
        ...((scrubbed !== bytes || differ(raw, headers)) && { scrubbed: true }),
      };
    };
    return {
      carried: (socket) => {
        carrier = socket;
      },
      requestHead: request.head,
      requestBody: request.add,
      requested: () => undefined,
      responded: (started) => {
        start = started;
      },
      responseBody: received.add,
      marks: () => ({}),
      ended: ({ started, ms, failure }) => {
        const bodies: Record<string, RecordedBody> = {};
        const { headers, body, digest, overflowed } = request.scrubbed();
        const url = scrub.url(askedUrl);
        const key = [method, url, digest, at?.file, at?.line].join('\n');
        const nth = (tries.get(key) ?? 0) + 1;
        tries.set(key, nth);
        const closedByPeer = carrier && (carrier.readableEnded || carrier.errored !== null);
        const error = failure && recordedError(failure.error, failure.phase, closedByPeer);
        const exchange = {
          n: number,
          client,
          method,
          url,
          ...(at && { at }),
          try: nth,
          started,
          ms,
          request: { headers: pairs(headers), digest, ...keep(body, overflowed, bodies) },
          ...(start && { response: responseOf(start, bodies) }),
          ...(error && { error: { ...error, message: scrub.text(error.message) } }),
        };
        send(exchange, bodies);
      },
    };
  };
}

/** As the schema has them. */
function pairs(headers: HeaderList): [string, string][] {
  return headers.map(([name, value]) => [name, value]);
}

function differ(left: HeaderList, right: HeaderList): boolean {
  return left.some(([, value], index) => value !== right[index]?.[1]);
}
