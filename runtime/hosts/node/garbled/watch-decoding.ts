import { IncomingMessage } from 'node:http';
import type { AgentFiles, Place } from '../agent-files.ts';
import type { ExchangeLog } from '../http/exchange-log.ts';
import { responseHead } from '../http/response-head.ts';
import { patchMethod } from '../patch-method.ts';
import { callerPlace, callingFrames, innermostPlace } from '../stack-frames.ts';
import { bytesOf, maxExaminedBytes } from './decode-bytes.ts';
import type { GarbledTexts } from './garbled-texts.ts';

export type DecodingDeps = { readonly texts: GarbledTexts; readonly exchanges: ExchangeLog; readonly files: AgentFiles };

/** Watches the doors by which bytes become text in Node. Each costs a look at the result, and more only where that is suspicious. */
export function watchDecoding({ texts, files }: DecodingDeps): void {
  patchMethod(TextDecoder.prototype, 'decode', ({ self, values, original, door }) => {
    const text = original();
    const bytes = bytesOf(values[0]);
    if (self instanceof TextDecoder && bytes !== undefined && !self.fatal && !isStreaming(values[1]) && isSuspicious(text, self.encoding)) {
      const at = callerPlace(door, files);
      // Node and libraries decode too; only what the agent asked for is its text.
      if (at !== undefined) {
        texts.decoded({ bytes: bytes.slice(), readAs: self.encoding, where: { at } });
      }
    }
    return text;
  });
  patchMethod(Buffer.prototype, 'toString', ({ self, values, original, door }) => {
    const text = original();
    const readAs = bufferCharset(values[0]);
    if (readAs !== undefined && self instanceof Uint8Array && isSuspicious(text, readAs)) {
      const at = innermostPlace(callingFrames(door, 1), files);
      if (at !== undefined) {
        const [, start, end] = values;
        const bytes = new Uint8Array(self).slice(typeof start === 'number' ? start : 0, typeof end === 'number' ? end : undefined);
        texts.decoded({ bytes, readAs, where: { at } });
      }
    }
    return text;
  });
  patchMethod(IncomingMessage.prototype, 'setEncoding', ({ self, values, original, door }) => {
    const readAs = bufferCharset(values[0]);
    if (self instanceof IncomingMessage && readAs !== undefined) {
      watchStream(self, readAs, callerPlace(door, files), texts);
    }
    return original();
  });
}

/** A stream that decodes by itself: its bytes are looked at as a whole when it has ended. */
function watchStream(response: IncomingMessage, readAs: string, at: Place | undefined, texts: GarbledTexts): void {
  const chunks: Uint8Array[] = [];
  let size = 0;
  patchMethod(response, 'push', ({ values, original }) => {
    const [chunk] = values;
    if (chunk instanceof Uint8Array && size <= maxExaminedBytes) {
      size += chunk.byteLength;
      chunks.push(chunk);
    } else if (chunk === null && size > 0) {
      const { charset } = responseHead((name) => (name === 'content-type' ? response.headers['content-type'] : undefined));
      texts.decoded({ bytes: Buffer.concat(chunks), readAs, declared: charset, where: at === undefined ? {} : { at } });
    }
    return original();
  });
}

function isSuspicious(text: unknown, charset: string): boolean {
  return typeof text === 'string' && (charset === 'utf-8' ? text.includes('\uFFFD') : /[\u0080-\uFFFF]/.test(text));
}

function isStreaming(options: unknown): boolean {
  return typeof options === 'object' && options !== null && 'stream' in options && options.stream === true;
}

/** The charset behind a name of Node's; undefined for those that are no text, as hex. */
function bufferCharset(encoding: unknown): string | undefined {
  switch (typeof encoding === 'string' ? encoding.toLowerCase() : encoding) {
    case undefined:
    case 'utf8':
    case 'utf-8':
      return 'utf-8';
    case 'latin1':
    case 'binary':
      return 'iso-8859-1';
    default:
      return undefined;
  }
}
