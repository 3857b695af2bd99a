import type { Place } from '../agent-files.ts';
import { responseHead } from '../http/response-head.ts';
import { patchMethod } from '../patch-method.ts';
import { callerPlace } from '../stack-frames.ts';
import { bytesOf, decodeBytes } from './decode-bytes.ts';
import type { DecodingDeps } from './watch-decoding.ts';

/** `text()` and `json()` of a `Response` always decode as UTF-8, whatever the server declared. */
export function watchResponseClass(responseClass: unknown, deps: DecodingDeps): void {
  watchReaders(typeof responseClass === 'function' ? Reflect.get(responseClass, 'prototype') : undefined, aboutResponse, deps);
}

/** The body of `undici.request`, which decodes in the same way. */
export function watchAnswer(answer: unknown, url: string, deps: DecodingDeps): void {
  const body = field(answer, 'body');
  const contentType = field(field(answer, 'headers'), 'content-type');
  watchReaders(body, () => ({ url, contentType: typeof contentType === 'string' ? contentType : undefined }), deps);
}

type About = (reader: unknown) => { readonly url: string; readonly contentType: string | undefined };

function watchReaders(holder: unknown, about: About, { texts, exchanges, files }: DecodingDeps): void {
  const readBytes = field(holder, 'arrayBuffer');
  const read = async (reader: unknown, at: Place | undefined): Promise<string> => {
    const buffer: unknown = typeof readBytes === 'function' ? await Reflect.apply(readBytes, reader, []) : undefined;
    const bytes = bytesOf(buffer) ?? new Uint8Array();
    const text = decodeBytes(bytes, 'utf-8');
    if (text.includes('\uFFFD')) {
      const { url, contentType } = about(reader);
      const { charset } = responseHead((name) => (name === 'content-type' ? contentType : undefined));
      texts.decoded({
        bytes,
        readAs: 'utf-8',
        declared: charset,
        exchange: exchanges.latest(url)?.number,
        where: at === undefined ? {} : { at },
      });
    }
    return text;
  };
  patchMethod(holder, 'text', ({ self, door }) => read(self, callerPlace(door, files)));
  patchMethod(holder, 'json', async ({ self, door }): Promise<unknown> => JSON.parse(await read(self, callerPlace(door, files))));
}

function aboutResponse(response: unknown): ReturnType<About> {
  const headers = field(response, 'headers');
  const get = field(headers, 'get');
  const contentType: unknown = typeof get === 'function' ? Reflect.apply(get, headers, ['content-type']) : undefined;
  return { url: String(field(response, 'url')), contentType: typeof contentType === 'string' ? contentType : undefined };
}

function field(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined;
}
