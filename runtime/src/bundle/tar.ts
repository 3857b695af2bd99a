/**
 * The part of POSIX ustar that a bundle needs: plain files with short names.
 * Written here rather than taken from a package: what a general reader accepts (links, devices, extensions, absolute names) is what must be refused.
 */

export type TarFile = { readonly path: string; readonly executable: boolean; readonly content: Buffer };

export type TarEntry = { readonly name: string; readonly type: string; readonly mode: number; readonly content: Buffer };

const block = 512;
const nameBytes = 100;
const prefixBytes = 155;

export class TarError extends Error {
  override readonly name = 'TarError';
  readonly entry: string;

  constructor(message: string, entry = '') {
    super(message);
    this.entry = entry;
  }
}

/** The same files give the same bytes: times, owners and order are fixed. */
export function writeTar(files: readonly TarFile[]): Buffer {
  const parts = files.flatMap((file) => {
    const padding = (block - (file.content.length % block)) % block;
    return [headerOf(file), file.content, Buffer.alloc(padding)];
  });
  return Buffer.concat([...parts, Buffer.alloc(2 * block)]);
}

function headerOf({ path, executable, content }: TarFile): Buffer {
  const header = Buffer.alloc(block);
  const { name, prefix } = split(path);
  header.write(name, 0, 'utf8');
  header.write(executable ? '0000755\0' : '0000644\0', 100, 'latin1');
  header.write('0000000\0', 108, 'latin1');
  header.write('0000000\0', 116, 'latin1');
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  header.write('00000000000\0', 136, 'latin1');
  header.write('0', 156, 'latin1');
  header.write('ustar', 257, 'latin1');
  header.write('00', 263, 'latin1');
  header.write(prefix, 345, 'utf8');
  header.write(`${checksumOf(header).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

/** A long path is cut at a slash, as ustar asks. */
function split(path: string): { readonly name: string; readonly prefix: string } {
  if (Buffer.byteLength(path) <= nameBytes) return { name: path, prefix: '' };
  const cuts = [...path.matchAll(/\//g)].map(({ index }) => index).toReversed();
  const at = cuts.find(
    (index) => Buffer.byteLength(path.slice(0, index)) <= prefixBytes && Buffer.byteLength(path.slice(index + 1)) <= nameBytes,
  );
  if (at === undefined) throw new TarError('the path is too long', path);
  return { name: path.slice(at + 1), prefix: path.slice(0, at) };
}

/** Every entry as it is written, whatever its type. Throws `TarError` for what is no whole ustar archive. */
export function* readTar(bytes: Buffer): Generator<TarEntry> {
  let offset = 0;
  for (;;) {
    if (offset + block > bytes.length) throw new TarError('the archive ends too early');
    const header = bytes.subarray(offset, offset + block);
    offset += block;
    if (header.every((byte) => byte === 0)) break;
    if (header.toString('latin1', 257, 262) !== 'ustar') throw new TarError('an entry has no ustar header');
    if (octal(header, 148, 8) !== checksumOf(header)) throw new TarError('the checksum of an entry is wrong');
    const prefix = textOf(header, 345, prefixBytes);
    const name = prefix === '' ? textOf(header, 0, nameBytes) : `${prefix}/${textOf(header, 0, nameBytes)}`;
    const size = octal(header, 124, 12);
    if (offset + size > bytes.length) throw new TarError('an entry says that it is larger than the archive', name);
    yield { name, type: header.toString('latin1', 156, 157), mode: octal(header, 100, 8), content: bytes.subarray(offset, offset + size) };
    const next = offset + Math.ceil(size / block) * block;
    if (bytes.subarray(offset + size, next).some((byte) => byte !== 0)) throw new TarError('something is hidden behind an entry', name);
    offset = next;
  }
  if (bytes.subarray(offset).some((byte) => byte !== 0)) throw new TarError('something follows the end of the archive');
}

function textOf(header: Buffer, from: number, length: number): string {
  const field = header.subarray(from, from + length);
  const end = field.indexOf(0);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(end === -1 ? field : field.subarray(0, end));
  } catch {
    throw new TarError('the name of an entry is not UTF-8');
  }
}

function octal(header: Buffer, from: number, length: number): number {
  const text = header.toString('latin1', from, from + length).replace(/[\0 ]+$/, '');
  if (!/^[0-7]+$/.test(text)) throw new TarError('a number in a header is not octal');
  return Number.parseInt(text, 8);
}

/** The sum of all bytes, its own field counted as spaces. */
function checksumOf(header: Buffer): number {
  return header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 0x20 : byte), 0);
}
