import {
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  deflateSync,
  gunzipSync,
  gzipSync,
  inflateRawSync,
  inflateSync,
  zstdCompressSync,
  zstdDecompressSync,
} from 'node:zlib';

/** More than this is not looked into. */
const maxOutputLength = 32 * 1024 * 1024;

/** Bytes without their compression, also of a body that was cut; undefined where they have none or cannot be read. */
export function unpacked(bytes: Buffer, coding: string | undefined): Buffer | undefined {
  const sync = { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH };
  try {
    switch (codingOf(coding)) {
      case 'gzip':
        return gunzipSync(bytes, sync);
      case 'deflate':
        return isZlib(bytes) ? inflateSync(bytes, sync) : inflateRawSync(bytes, sync);
      case 'br':
        return brotliDecompressSync(bytes, { maxOutputLength, finishFlush: constants.BROTLI_OPERATION_FLUSH });
      case 'zstd':
        return zstdDecompressSync(bytes, { maxOutputLength });
      default:
        return undefined;
    }
  } catch {
    // Not what its header says: nobody else can read it either.
    return undefined;
  }
}

/** The reverse of `unpacked`. */
export function packed(bytes: Buffer, coding: string | undefined): Buffer {
  switch (codingOf(coding)) {
    case 'gzip':
      return gzipSync(bytes);
    case 'deflate':
      return deflateSync(bytes);
    case 'br':
      return brotliCompressSync(bytes);
    case 'zstd':
      return zstdCompressSync(bytes);
    default:
      return bytes;
  }
}

function codingOf(coding: string | undefined): string | undefined {
  const name = coding?.trim().toLowerCase();
  return name === 'x-gzip' ? 'gzip' : name;
}

/** `deflate` is sent with and without the two bytes of zlib. */
function isZlib(bytes: Buffer): boolean {
  return ((bytes[0] ?? 0) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;
}
