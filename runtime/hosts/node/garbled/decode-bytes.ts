/** Bytes beyond this are not looked at. */
export const maxExaminedBytes: number = 4 * 1024 * 1024;

/** Kept before the trace puts its own in place: looking at bytes must not be taken for the agent's reading. */
const decode: unknown = Reflect.get(TextDecoder.prototype, 'decode');

/** The bytes of what a decoder takes. */
export function bytesOf(input: unknown): Uint8Array | undefined {
  if (input instanceof ArrayBuffer) {
    return new Uint8Array(input);
  }
  return ArrayBuffer.isView(input) ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength) : undefined;
}

/** Decodes; what does not fit becomes U+FFFD. `iso-8859-1` is the one with a character for each byte, as Node's `latin1`. */
export function decodeBytes(bytes: Uint8Array, charset: string): string {
  if (charset === 'iso-8859-1') {
    return Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('');
  }
  return decodeWith(new TextDecoder(charset), bytes);
}

/** Whether each byte has its place in the charset. The decoders map each valid sequence to one text, so what fits round-trips. */
export function fitsCharset(bytes: Uint8Array, charset: string): boolean {
  try {
    decodeWith(new TextDecoder(charset, { fatal: true }), bytes);
    return true;
  } catch {
    // That is the answer.
    return false;
  }
}

function decodeWith(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string {
  const text: unknown = typeof decode === 'function' ? Reflect.apply(decode, decoder, [bytes]) : '';
  return String(text);
}
