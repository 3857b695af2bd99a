/** The longest head of a message, in bytes: nothing but its length is in it. */
const longestHead = 64;

/** For a stream's `data`: hands over the body of each DAP message; undefined, once, where the bytes are none. */
export function dapReader(maxBytes: number, take: (body: Buffer | undefined) => void): (chunk: Buffer) => void {
  let pending = Buffer.alloc(0);
  let parts: Buffer[] = [];
  let length = 0;
  /** Bytes that must be there before it is worth looking. */
  let wanted = 1;
  let state: 'open' | 'broken' = 'open';
  return (chunk) => {
    if (state === 'broken') return;
    parts.push(chunk);
    length += chunk.length;
    if (length < wanted) return;
    pending = Buffer.concat(parts);
    for (;;) {
      const head = /^Content-Length: (?<bytes>\d{1,9})\r\n\r\n/.exec(pending.toString('latin1', 0, longestHead));
      const bytes = Number(head?.groups?.['bytes']);
      if ((head === null && pending.length >= longestHead) || bytes > maxBytes) {
        state = 'broken';
        take(undefined);
        return;
      }
      const start = head?.[0].length ?? 0;
      wanted = head === null ? pending.length + 1 : start + bytes;
      if (pending.length < wanted) break;
      take(pending.subarray(start, wanted));
      pending = pending.subarray(wanted);
    }
    parts = [pending];
    length = pending.length;
  };
}
