import { ApiError } from './api-error.ts';

/** The largest body that is read, in bytes. */
export const maxBodyBytes: number = 8 * 1024 * 1024;
/** Deeper values make JSON.stringify and structuredClone run out of stack further on. */
export const maxDepth = 200;
const maxKeys = 100_000;

/** Reads a JSON body: its type, size, encoding, depth and syntax are checked, in this order. An absent body is `undefined`. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request);
  if (text === '') return undefined;
  const reason = boundsProblem(text);
  if (reason !== undefined) throw new ApiError('json_too_deep', reason);
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    throw new ApiError('invalid_json', `The body is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function readText(request: Request): Promise<string> {
  const length = Number(request.headers.get('content-length') ?? 0);
  if (length > maxBodyBytes) throw tooLarge();
  const isJson = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(request.headers.get('content-type') ?? '');
  if (request.body === null || (!isJson && length === 0 && !request.headers.has('transfer-encoding'))) return '';
  if (!isJson) throw new ApiError('not_json', 'The body must be JSON: send "Content-Type: application/json".');
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const body: AsyncIterable<Uint8Array> = request.body;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > maxBodyBytes) throw tooLarge();
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new ApiError('invalid_json', 'The body is not valid UTF-8.');
  }
}

function tooLarge(): ApiError {
  return new ApiError(
    'body_too_large',
    `The body is larger than ${maxBodyBytes / 1024 / 1024} MiB. Pass large data as a file that the agent reads.`,
    {
      headers: { connection: 'close' },
    },
  );
}

const [quote, backslash, colon] = [0x22, 0x5c, 0x3a];

/** Looks at the text, not the value: a loop cannot run out of stack. Brackets inside strings do not count. */
export function boundsProblem(text: string): string | undefined {
  let depth = 0;
  let keys = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === quote) {
      i = endOfString(text, i);
    } else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > maxDepth) return `The body is nested deeper than ${maxDepth} levels.`;
    } else if (code === 0x5d || code === 0x7d) {
      depth -= 1;
    } else if (code === colon) {
      keys += 1;
      if (keys > maxKeys) return `The body has more than ${maxKeys} keys.`;
    }
  }
  return undefined;
}

/** The closing quote's place, or the end of a text that has none. */
function endOfString(text: string, start: number): number {
  let i = start + 1;
  for (let code = text.charCodeAt(i); i < text.length && code !== quote; code = text.charCodeAt(i)) i += code === backslash ? 2 : 1;
  return i;
}
