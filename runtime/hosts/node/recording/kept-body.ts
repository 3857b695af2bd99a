import { createHash } from 'node:crypto';
import type { RecordedBody } from '@hermes-runtime/schemas';

/** The pieces of a body as they come, up to a limit. */
export type BodyPieces = {
  readonly add: (chunk: Uint8Array) => void;
  readonly bytes: () => Buffer;
  /** Sizes of the pieces. */
  readonly sizes: () => readonly number[];
  /** Whether there was more than is here. */
  readonly overflowed: () => boolean;
};

/** `limit` in bytes. */
export function createBodyPieces(limit: number): BodyPieces {
  const pieces: Buffer[] = [];
  let length = 0;
  let overflowed = false;
  return {
    add: (chunk) => {
      if (length + chunk.byteLength > limit) {
        overflowed = true;
        return;
      }
      if (chunk.byteLength > 0) {
        length += chunk.byteLength;
        // The sender may use its buffer again.
        pieces.push(Buffer.from(chunk));
      }
    },
    bytes: () => Buffer.concat(pieces),
    sizes: () => pieces.map(({ length: size }) => size),
    overflowed: () => overflowed,
  };
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Each of these takes six characters of JSON, with which a frame would become too large. */
const controls = /[^\P{Cc}\t\n\r]/u;

export function recordedBody(bytes: Buffer): RecordedBody {
  const text = bytes.toString('utf8');
  const isText = !controls.test(text) && Buffer.from(text, 'utf8').equals(bytes);
  return isText ? { text } : { base64: bytes.toString('base64') };
}

export function bodyBytes({ text, base64 }: RecordedBody): Buffer {
  return base64 === undefined ? Buffer.from(text ?? '', 'utf8') : Buffer.from(base64, 'base64');
}
