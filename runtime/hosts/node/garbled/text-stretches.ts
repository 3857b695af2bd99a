import { decodeBytes } from './decode-bytes.ts';
import type { FittingCharset } from './fitting-charset.ts';

/** A stretch of text between line ends and tags, as it was read and as it should have been. */
export type Stretch = { readonly read: string; readonly right: string };

const maxStretches = 2000;

/** Bytes that end a stretch. None of them can be the second byte of a Chinese character. */
const borders: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0d, 0x22, 0x3c, 0x3e]);

/** The stretches that are not ASCII, in order. */
export function textStretches(bytes: Uint8Array, readAs: string, fits: FittingCharset): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  let hasHigh = false;
  for (let index = 0; index <= bytes.byteLength && stretches.length < maxStretches; index += 1) {
    const byte = bytes[index];
    if (byte !== undefined && !borders.has(byte)) {
      hasHigh ||= byte >= 0x80;
      continue;
    }
    if (hasHigh) {
      const part = bytes.subarray(start, index);
      stretches.push({ read: decodeBytes(part, readAs).trim(), right: decodeBytes(part, fits).trim() });
    }
    start = index + 1;
    hasHigh = false;
  }
  return stretches;
}
