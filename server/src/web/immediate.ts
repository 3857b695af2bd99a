// In the bundle for browsers these stand in for Node's functions of the same names: the next turn, after what has come already.

/** As browsers have it; the room has Node's types. */
declare const MessageChannel: new () => {
  readonly port1: { addEventListener: (type: 'message', listener: () => void) => void; start: () => void; close: () => void };
  readonly port2: { postMessage: (message: undefined) => void };
};

type Turn = { run: (() => void) | undefined };

export function setImmediate(run: () => void): Turn {
  const turn: Turn = { run };
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    turn.run?.();
  });
  port1.start();
  port2.postMessage(undefined);
  return turn;
}

export function clearImmediate(turn: Turn | undefined): void {
  if (turn !== undefined) turn.run = undefined;
}
