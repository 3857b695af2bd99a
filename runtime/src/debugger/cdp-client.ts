import { once } from 'node:events';
import { WebSocket } from 'ws';
import { recordOf } from './dap-client.ts';
import type { Stop, Waiting } from './debug-fixture.ts';

type Fields = { readonly [key: string]: unknown };

/** For tests: a small client of the Chrome DevTools Protocol. */
export type CdpClient = {
  readonly ask: (method: string, params?: object) => Promise<Fields>;
  /** Where it stops next; undefined once the session is over. */
  readonly stopped: () => Promise<Stop | undefined>;
  readonly valueOf: (expression: string, stop: Stop) => Promise<unknown>;
  readonly go: () => Promise<unknown>;
  /** The names of what was notified. */
  readonly heard: () => readonly string[];
  readonly close: () => void;
};

export type CdpSession = Waiting & CdpClient;

/** Throws where the WebSocket is refused. */
export async function connectCdp(address: string): Promise<WebSocket> {
  const client = new WebSocket(address);
  await once(client, 'open');
  return client;
}

/** Where a client of either kind finds the inspector. */
export function addressOf({ ready }: Waiting, by: 'socket' | 'port'): string {
  return by === 'port' ? (ready.websocket ?? '') : `ws+unix:${ready.socket}:${ready.path ?? ''}`;
}

export type CdpStops = { readonly file?: string; readonly lines?: readonly number[]; readonly exceptions?: 'uncaught' | 'caught' | 'all' };

export async function attachCdp(waiting: Waiting, stops: CdpStops, by: 'socket' | 'port' = 'socket'): Promise<CdpSession> {
  return { ...waiting, ...(await openCdp(addressOf(waiting, by), stops)) };
}

/** A client that has said where to stop. */
export async function openCdp(address: string, stops: CdpStops): Promise<CdpClient> {
  const client = await connectCdp(address);
  const heard: string[] = [];
  const answers = new Map<number, (message: Fields) => void>();
  const scripts = new Map<unknown, string>();
  const pauses: Fields[] = [];
  let wake = (): void => {};
  let isGone = false;
  let count = 0;
  client.on('message', (data: Buffer) => {
    const message = recordOf(JSON.parse(data.toString('utf8')));
    if (typeof message['method'] === 'string') heard.push(message['method']);
    if (typeof message['id'] === 'number') answers.get(message['id'])?.(message);
    else if (message['method'] === 'Debugger.scriptParsed') {
      const { scriptId, url } = recordOf(message['params']);
      scripts.set(scriptId, String(url));
    } else if (message['method'] === 'Debugger.paused') pauses.push(recordOf(message['params']));
    wake();
  });
  client.on('close', () => {
    isGone = true;
    for (const answer of answers.values()) answer({ error: 'the inspector has gone' });
    wake();
  });

  async function ask(method: string, params: object = {}): Promise<Fields> {
    count += 1;
    const id = count;
    const answer = new Promise<Fields>((resolve) => answers.set(id, resolve));
    client.send(JSON.stringify({ id, method, params }));
    const message = await answer;
    if (message['error'] !== undefined) throw new Error(`${method}: ${JSON.stringify(message['error'])}`);
    return recordOf(message['result']);
  }

  async function stopped(): Promise<Stop | undefined> {
    const pause = pauses.shift();
    if (pause === undefined && !isGone) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      return stopped();
    }
    if (pause === undefined) return undefined;
    const frames: readonly CdpFrame[] = Array.isArray(pause['callFrames']) ? pause['callFrames'] : [];
    const names = frames.map(({ functionName, location }) => {
      const url = scripts.get(location.scriptId) ?? 'hidden';
      return `${functionName} ${url.split('/').at(-1) ?? ''}:${location.lineNumber + 1}`;
    });
    return { reason: pause['reason'], thread: undefined, frames: names, frame: frames[0]?.callFrameId ?? '' };
  }

  await Promise.all([ask('Runtime.enable'), ask('Debugger.enable')]);
  await ask('Debugger.setPauseOnExceptions', { state: stops.exceptions ?? 'none' });
  for (const line of stops.lines ?? []) {
    // oxlint-disable-next-line no-await-in-loop -- One answer after the other.
    await ask('Debugger.setBreakpointByUrl', { url: `file://${stops.file ?? ''}`, lineNumber: line - 1 });
  }
  await ask('Runtime.runIfWaitingForDebugger');
  return {
    ask,
    stopped,
    valueOf: async (expression, { frame }) =>
      recordOf((await ask('Debugger.evaluateOnCallFrame', { callFrameId: frame, expression }))['result'])['value'],
    heard: () => heard,
    // It may end before it has answered.
    go: async () => ask('Debugger.resume').catch(() => undefined),
    close: () => client.terminate(),
  };
}

type CdpFrame = {
  readonly callFrameId: string;
  readonly functionName: string;
  readonly location: { readonly scriptId: string; readonly lineNumber: number };
};
