import { Writable } from 'node:stream';

/**
 * Puts head and body of each message into one write. The protocol package makes two of them,
 * and each is a system call that wakes the editor: for a small message that is a third of all that a key costs.
 */
export function wholeMessages(out: Writable): Writable {
  let head: Buffer | undefined;
  const through = new Writable({
    decodeStrings: true,
    write: (chunk: Buffer, _encoding, done) => {
      if (head === undefined && isHead(chunk)) {
        head = chunk;
        // It is as good as written: nobody reads a head by itself.
        done();
        return;
      }
      const whole = head === undefined ? chunk : Buffer.concat([head, chunk]);
      head = undefined;
      out.write(whole, done);
    },
  });
  out.on('error', (error) => through.destroy(error));
  out.on('close', () => through.destroy());
  return through;
}

/** No body begins like this: it is an object of JSON. */
function isHead(chunk: Buffer): boolean {
  return chunk.subarray(0, 8).toString('latin1') === 'Content-' && chunk.subarray(-4).toString('latin1') === '\r\n\r\n';
}
