import { once } from 'node:events';
import { type Socket, connect } from 'node:net';

type Message = { readonly [key: string]: unknown };

/** For tests: a small client of the Debug Adapter Protocol over a Unix socket. */
export type DapClient = {
  /** The body of the answer; throws the adapter's words where it refuses. */
  readonly ask: (command: string, args?: object) => Promise<Message>;
  /** The body of the next event with one of these names; those of other names are passed over. Undefined once the adapter has gone. */
  readonly event: (...names: readonly string[]) => Promise<(Message & { readonly name: string }) | undefined>;
  /** What the adapter has asked for. */
  readonly asked: readonly unknown[];
  readonly close: () => void;
  readonly closed: Promise<unknown>;
};

export async function connectDap(socketPath: string): Promise<DapClient> {
  const socket = connect(socketPath);
  await once(socket, 'connect');
  const answers = new Map<number, (message: Message) => void>();
  const events: (Message & { readonly name: string })[] = [];
  const asked: unknown[] = [];
  let wake = (): void => {};
  let gone = false;
  let seq = 0;
  readMessages(socket, (message) => {
    if (message['type'] === 'response') answers.get(Number(message['request_seq']))?.(message);
    else if (message['type'] !== 'event') asked.push(message);
    else {
      events.push({ ...recordOf(message['body']), name: String(message['event']) });
      wake();
    }
  });
  const closed = once(socket, 'close').finally(() => {
    gone = true;
    for (const answer of answers.values()) answer({ success: false, message: 'the adapter has gone' });
    wake();
  });

  async function event(...names: readonly string[]): Promise<(Message & { readonly name: string }) | undefined> {
    for (;;) {
      const next = events.shift();
      if (next !== undefined && names.includes(next.name)) return next;
      if (next !== undefined) continue;
      if (gone) return undefined;
      // oxlint-disable-next-line no-await-in-loop -- One event after the other.
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  async function ask(command: string, args: object = {}): Promise<Message> {
    seq += 1;
    const answer = new Promise<Message>((resolve) => answers.set(seq, resolve));
    const text = JSON.stringify({ seq, type: 'request', command, arguments: args });
    socket.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    const message = await answer;
    if (message['success'] !== true) throw new Error(`${command}: ${String(message['message'])}`);
    return recordOf(message['body']);
  }

  return { ask, event, asked, close: () => socket.destroy(), closed };
}

function readMessages(socket: Socket, take: (message: Message) => void): void {
  let bytes = Buffer.alloc(0);
  socket.on('data', (part: Buffer) => {
    bytes = Buffer.concat([bytes, part]);
    for (;;) {
      const head = /^Content-Length: (\d+)\r\n\r\n/.exec(bytes.toString('latin1', 0, 60));
      if (head === null) return;
      const end = head[0].length + Number(head[1]);
      if (bytes.length < end) return;
      take(recordOf(JSON.parse(bytes.toString('utf8', head[0].length, end))));
      bytes = bytes.subarray(end);
    }
  });
}

export function recordOf(value: unknown): Message {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
