/** A message for a worker's debugger: a u32 big-endian length, then its JSON. */
export function messageBytes(json: Buffer): Buffer {
  const head = Buffer.allocUnsafe(4);
  head.writeUInt32BE(json.length);
  return Buffer.concat([head, json]);
}

/** For a stream's `data`: hands over each whole message; undefined, once, for one that is too long to be one. */
export function messageReader(maxBytes: number, take: (json: Buffer | undefined) => void): (chunk: Buffer) => void {
  let parts: Buffer[] = [];
  let length = 0;
  let state: 'open' | 'broken' = 'open';
  return (chunk) => {
    if (state === 'broken') return;
    parts.push(chunk);
    length += chunk.length;
    while (length >= 4) {
      if ((parts[0]?.length ?? 0) < 4) parts = [Buffer.concat(parts)];
      const size = parts[0]?.readUInt32BE(0) ?? 0;
      if (size > maxBytes) {
        state = 'broken';
        take(undefined);
        return;
      }
      if (length < 4 + size) return;
      const all = parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts);
      take(all.subarray(4, 4 + size));
      parts = [all.subarray(4 + size)];
      length -= 4 + size;
    }
  };
}
