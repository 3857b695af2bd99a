import { Session } from 'node:inspector';
import { Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { hiddenFrames } from './debug/hidden-frames.ts';
import { messageReader, messageBytes } from './debug/message-wire.ts';
import { relayData } from './debug/start-debugger.ts';

/** Runs in a thread of its own: carries the inspector's messages between the main thread and the runtime. */

type Request = { readonly id: number; readonly method: string; readonly params?: object };

const { fd, closed, harness } = relayData(workerData);
const frames = hiddenFrames(harness);
const runtime = new Socket({ fd, readable: true, writable: true });
const session = new Session();
session.connectToMainThread();

session.on('inspectorNotification', (notification) => {
  const instead = frames.passedBy(notification);
  if (instead !== undefined) {
    session.post(instead);
    return;
  }
  const shown = frames.shown(notification);
  if (shown !== undefined) {
    send(shown);
  }
});
runtime.on('data', messageReader(take));
// The client has left, or the runtime has: what is stopped goes on.
runtime.on('end', leave);
runtime.on('error', leave);
parentPort?.on('message', () => {
  // What the main thread answered before it asked for this is on its way here: it is read in the turn between the two.
  setImmediate(() => {
    setImmediate(() => {
      leave();
      Atomics.store(closed, 0, 1);
      Atomics.notify(closed, 0);
    });
  });
});

function take(message: unknown): void {
  if (!isRequest(message)) {
    return;
  }
  const { id, method } = message;
  session.post(method, frames.hiding(message), (error, result) => {
    send(error === null ? { id, result: result ?? {} } : { id, error: { code: -32000, message: error.message } });
  });
  if (method === 'Debugger.enable') {
    session.post('Debugger.setBlackboxPatterns', { patterns: ['^node:', ...frames.patterns] });
    // Until the client says otherwise; an editor's says nothing unless a person has ticked a box.
    session.post('Debugger.setPauseOnExceptions', { state: 'uncaught' });
  }
  if (method === 'Runtime.runIfWaitingForDebugger') {
    parentPort?.postMessage('attached');
  }
}

function send(message: object): void {
  if (runtime.writable) {
    runtime.write(messageBytes(message));
  }
}

function leave(): void {
  session.disconnect();
}

function isRequest(message: unknown): message is Request {
  return (
    typeof message === 'object' &&
    message !== null &&
    'id' in message &&
    typeof message.id === 'number' &&
    'method' in message &&
    typeof message.method === 'string'
  );
}
