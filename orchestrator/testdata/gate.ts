import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page that agents ask for, and that answers when the test says so: it counts how often an agent really ran. */
export type Gate = {
  readonly url: string;
  /** How often it was asked. */
  readonly asked: () => number;
  /** Resolves once it was asked so often. */
  readonly askedTimes: (count: number) => Promise<void>;
  /** Answers all that wait, and all that come. */
  readonly open: (status?: number) => void;
  readonly close: () => void;
};

export async function openGate(): Promise<Gate> {
  const held = new Set<ServerResponse>();
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  let asked = 0;
  let answer: number | undefined;
  const server = createServer((_request, response) => {
    asked += 1;
    for (const waiter of waiting) if (asked >= waiter.count) waiter.resolve();
    if (answer === undefined) held.add(response);
    else response.writeHead(answer).end('open');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked: () => asked,
    askedTimes: (count) =>
      new Promise((resolve) => {
        if (asked >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    open: (status = 200) => {
      answer = status;
      for (const response of held) response.writeHead(status).end('open');
      held.clear();
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
