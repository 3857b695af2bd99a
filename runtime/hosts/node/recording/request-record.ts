import type { HeaderList } from '../http/exchange-tap.ts';
import { createBodyPieces, sha256 } from './kept-body.ts';
import type { Scrub } from './scrub.ts';

/** A request without secrets, as it is compared and kept. */
export type ScrubbedRequest = {
  readonly headers: HeaderList;
  readonly body: Buffer;
  /** sha-256 of the body, a multipart boundary replaced: such a one is new in each request. */
  readonly digest: string;
  readonly overflowed: boolean;
};

export type RequestRecord = {
  readonly head: (headers: HeaderList) => void;
  readonly add: (chunk: Uint8Array) => void;
  readonly scrubbed: () => ScrubbedRequest;
};

/** More than is kept, since the digest is of the whole body. In bytes. */
const maxDigested = 32 * 1024 * 1024;
const sameBoundary = 'hermes-boundary';

export function createRequestRecord(scrub: Scrub): RequestRecord {
  let headers: HeaderList = [];
  const pieces = createBodyPieces(maxDigested);
  return {
    head: (sent) => {
      headers = sent;
    },
    add: pieces.add,
    scrubbed: () => {
      // First, for what is learned from them.
      const scrubbed = scrub.headers(headers);
      const before = pieces.bytes();
      const body = scrub.body(before, headerOf(headers, 'content-encoding'));
      return {
        headers: withLength(scrubbed, body.length === before.length ? undefined : body.length),
        body,
        digest: sha256(withoutBoundary(body, headerOf(headers, 'content-type'))),
        overflowed: pieces.overflowed(),
      };
    },
  };
}

export function headerOf(headers: HeaderList, name: string): string | undefined {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1];
}

/** The headers with the length of what was put in the body's place. */
export function withLength(headers: HeaderList, length: number | undefined): HeaderList {
  return length === undefined
    ? headers
    : headers.map(([name, value]) => [name, name.toLowerCase() === 'content-length' ? String(length) : value]);
}

function withoutBoundary(body: Buffer, contentType: string | undefined): Buffer {
  const found = /^multipart\/.*;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? '');
  const boundary = found?.[1] ?? found?.[2];
  return boundary === undefined ? body : Buffer.from(body.toString('latin1').replaceAll(boundary, sameBoundary), 'latin1');
}
