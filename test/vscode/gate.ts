import { once } from 'node:events';
import { type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page that answers when the test says so: an agent that asks for it runs exactly as long as it is to run. */
export type Gate = { readonly url: string; readonly open: () => void; readonly close: () => Promise<void> };

export async function startGate(): Promise<Gate> {
  const waiting: ServerResponse[] = [];
  const server = createServer((_request, response) => waiting.push(response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    open: () => {
      for (const response of waiting.splice(0)) response.end('go');
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
