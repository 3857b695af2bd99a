import { StringDecoder } from 'node:string_decoder';

export type OutputStream = 'stdout' | 'stderr';

export type OutputLines = {
  readonly write: (stream: OutputStream, bytes: Buffer) => void;
  /** What has no line end yet is a line too, once nothing follows. */
  readonly flush: () => void;
};

/** A program may print without ever ending a line; pieces of this many characters then stand for lines. */
const longestLine = 16_384;

/** Turns bytes into lines of text; bytes that are not UTF-8 become replacement characters. */
export function createOutputLines(onLine: (stream: OutputStream, text: string) => void): OutputLines {
  const states = { stdout: { decoder: new StringDecoder('utf8'), rest: '' }, stderr: { decoder: new StringDecoder('utf8'), rest: '' } };

  function take(stream: OutputStream, text: string): void {
    const state = states[stream];
    const lines = (state.rest + text).split('\n');
    state.rest = lines.pop() ?? '';
    for (const line of lines) onLine(stream, line.endsWith('\r') ? line.slice(0, -1) : line);
    while (state.rest.length > longestLine) {
      onLine(stream, state.rest.slice(0, longestLine));
      state.rest = state.rest.slice(longestLine);
    }
  }

  return {
    write: (stream, bytes) => take(stream, states[stream].decoder.write(bytes)),
    flush: () => {
      for (const stream of ['stdout', 'stderr'] as const) {
        take(stream, states[stream].decoder.end());
        if (states[stream].rest !== '') onLine(stream, states[stream].rest);
        states[stream].rest = '';
      }
    },
  };
}
