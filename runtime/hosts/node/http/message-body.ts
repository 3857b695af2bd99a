/** Takes the bytes of one HTTP/1.1 message as they come, and gives those of its body. */
export function messageBody(give: (chunk: Buffer) => void): (bytes: Buffer) => void {
  let state: 'head' | 'plain' | 'size' | 'data' | 'over' = 'head';
  let pending: Buffer = Buffer.alloc(0);
  let left = 0;

  /** One step; false when more bytes are needed first. */
  const step = (): boolean => {
    switch (state) {
      case 'head': {
        const end = pending.indexOf('\r\n\r\n');
        if (end === -1) {
          return false;
        }
        const head = pending.toString('latin1', 0, end);
        pending = pending.subarray(end + 4);
        // An interim response, such as `100 Continue`, stands before the real one.
        if (!/^HTTP\/1\.\d 1\d\d/.test(head)) {
          state = /^transfer-encoding:.*\bchunked\b/im.test(head) ? 'size' : 'plain';
        }
        return pending.length > 0;
      }
      case 'plain':
        give(pending);
        pending = Buffer.alloc(0);
        return false;
      case 'size': {
        const end = pending.indexOf('\r\n');
        if (end === -1) {
          return false;
        }
        left = Number.parseInt(pending.toString('latin1', 0, end), 16);
        pending = pending.subarray(end + 2);
        state = left > 0 ? 'data' : 'over';
        return pending.length > 0;
      }
      case 'data': {
        if (left > 0) {
          const part = pending.subarray(0, left);
          give(part);
          left -= part.length;
          pending = pending.subarray(part.length);
        }
        if (left > 0 || pending.length < 2) {
          return false;
        }
        // The end of the line after the data.
        pending = pending.subarray(2);
        state = 'size';
        return pending.length > 0;
      }
      case 'over':
        return false;
    }
  };

  return (bytes) => {
    pending = pending.length === 0 ? bytes : Buffer.concat([pending, bytes]);
    while (step());
  };
}
