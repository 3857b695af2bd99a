/** One message as the runtime takes it: a u32 big-endian length, then JSON. */
export function messageBytes(message: object): Buffer {
  const body = Buffer.from(JSON.stringify(message), 'utf8');
  const head = Buffer.allocUnsafe(4);
  head.writeUInt32BE(body.length);
  return Buffer.concat([head, body]);
}

/** For a stream's `data`: calls `take` for each whole message. */
export function messageReader(take: (message: unknown) => void): (chunk: Buffer) => void {
  let pending: Buffer = Buffer.alloc(0);
  return (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    while (pending.length >= 4 && pending.length >= 4 + pending.readUInt32BE(0)) {
      const end = 4 + pending.readUInt32BE(0);
      take(JSON.parse(pending.toString('utf8', 4, end)));
      pending = pending.subarray(end);
    }
  };
}
