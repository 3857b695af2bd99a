import { spawn } from 'node:child_process';
import { Server } from 'node:net';
import { createEgressProxy } from './egress-proxy.ts';
import { hostList } from './host-list.ts';

/** The way out of one sandbox. */
export type Egress = {
  /** Settles when the agent can use it; rejects when it cannot be opened, and then the worker must not go on. */
  readonly ready: Promise<void>;
  readonly close: () => void;
};

export type EgressOptions = {
  /** `nsenter` of util-linux. */
  readonly nsenter: string;
  /** The first process of the sandbox, by the host's numbers. */
  readonly sandbox: Promise<number>;
  readonly hosts: readonly string[];
  /** Told when the agent wanted to go where it may not; its own client often does not say so. */
  readonly onRefused: (reason: string) => void;
};

/** Where the proxy is found inside; nothing else listens in a sandbox that has just been made. */
export const egressPort = 3128;

/**
 * Opens a listening socket inside the sandbox's network and serves it from here.
 * A short-lived process enters that network, listens, and hands the socket over by Node's own means; nothing of it stays inside.
 */
export function openEgress(options: EgressOptions): Egress {
  const proxy = createEgressProxy(hostList(options.hosts), options.onRefused);
  let listening: Server | undefined;
  let state: 'open' | 'closed' = 'open';

  async function open(): Promise<void> {
    const server = await listenInside(options.nsenter, await options.sandbox);
    if (state === 'closed') return void server.close();
    listening = server;
    server.on('connection', proxy.accept);
  }

  return {
    ready: open(),
    close: () => {
      state = 'closed';
      listening?.close();
      proxy.close();
    },
  };
}

function listenInside(nsenter: string, pid: number): Promise<Server> {
  // Root has every right over the sandbox's network; anyone else has it inside the sandbox's user namespace, which he owns.
  const user = process.getuid?.() === 0 ? [] : [`--user=/proc/${pid}/ns/user`, '--preserve-credentials'];
  const child = spawn(nsenter, [...user, `--net=/proc/${pid}/ns/net`, '--', process.execPath, '-e', listener, String(egressPort)], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: process.versions['electron'] === undefined ? {} : { ELECTRON_RUN_AS_NODE: '1' },
    cwd: '/',
  });
  let errors = '';
  child.stderr?.on('data', (bytes: Buffer) => {
    errors += bytes.toString('utf8');
  });
  return new Promise((resolve, reject) => {
    child.once('message', (_message, handle) => {
      if (handle instanceof Server) resolve(handle);
    });
    child.once('error', reject);
    child.once('close', () => reject(new Error(`the way out of the sandbox could not be opened: ${errors.trim()}`)));
  });
}

/** The loopback device of a new network comes up a moment after the network itself. */
const listener = `
const server = require('node:net').createServer();
const port = Number(process.argv[1]);
let tries = 0;
server.on('error', (error) => {
  if (tries++ > 400) throw error;
  setTimeout(() => server.listen(port, '127.0.0.1'), 5);
});
server.listen(port, '127.0.0.1', () => process.send('listening', server, () => process.exit(0)));
`;
