import { ApiError } from './api-error.ts';

/** Reads a body that is no JSON, up to a size in bytes. */
export async function bytesIn(request: Request, largest: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  if (request.body === null) return new Uint8Array();
  const body: AsyncIterable<Uint8Array> = request.body;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > largest)
      throw new ApiError('body_too_large', `At most ${largest / 1024 / 1024} MiB are taken.`, { headers: { connection: 'close' } });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
