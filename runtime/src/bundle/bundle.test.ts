import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../daemon/system-clock.ts';
import { takeSnapshot } from '../registry/snapshot.ts';
import { bundleLimits } from './limits.ts';
import { packAgent } from './pack.ts';
import { type TarFile, writeTar } from './tar.ts';
import { readBundle, writeBundle } from './unpack.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hermes-bundle-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (path: string, text = 'x', executable = false): TarFile => ({ path, executable, content: Buffer.from(text) });
const good = [file('agent.yaml', 'name: a\n'), file('main.py', 'print()\n', true), file('data/城市.json', '{}')];

/** An archive with one header changed by hand; its checksum is put right unless the test is about that. */
function tampered(change: (header: Buffer) => void, { checksum = true, text = 'x' } = {}): Buffer {
  const archive = writeTar([file('a', text)]);
  const header = archive.subarray(0, 512);
  change(header);
  if (checksum) {
    const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 0x20 : byte), 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  }
  return gzipSync(archive);
}

const named = (name: string): Buffer =>
  tampered((header) => {
    header.fill(0, 0, 100);
    header.write(name, 0, 'utf8');
  });
const typed = (type: string): Buffer => tampered((header) => header.write(type, 156, 'latin1'));
const field = (at: number, text: string): Buffer => tampered((header) => header.write(text, at, 'latin1'));
const both = (one: string, other: string): Buffer => gzipSync(writeTar([file(one), file(other)]));
const zipped = gzipSync(writeTar(good));

const evil: readonly (readonly [string, string, Buffer])[] = [
  ['goes up', 'bad_name', named('../evil')],
  ['goes up in the middle', 'bad_name', named('a/../../evil')],
  ['goes up at its end', 'bad_name', named('a/..')],
  ['is absolute', 'bad_name', named('/tmp/evil')],
  ['is a Windows drive', 'bad_name', named('C:/evil')],
  ['is a Windows path', 'bad_name', named(String.raw`..\evil`)],
  ['is a Windows share', 'bad_name', named(String.raw`\\host\share\evil`)],
  ['is an alternate stream', 'bad_name', named('main.py:evil')],
  ['is a device of Windows', 'bad_name', named('nul')],
  ['is a device with an extension', 'bad_name', named('data/COM1.txt')],
  ['ends in a dot', 'bad_name', named('evil.')],
  ['ends in a space', 'bad_name', named('evil ')],
  ['has a folder that ends in a dot', 'bad_name', named('evil./a')],
  ['has a line break', 'bad_name', named('a\nb')],
  ['has an escape sequence', 'bad_name', named('\u001B[2J')],
  ['has an empty part', 'bad_name', named('a//b')],
  ['is the folder itself', 'bad_name', named('.')],
  ['begins in the folder itself', 'bad_name', named('./a')],
  ['is empty', 'bad_name', named('')],
  ['has a wildcard', 'bad_name', named('a*')],
  ['is not UTF-8', 'not_an_archive', tampered((header) => header.writeUInt8(0xff, 0))],
  ['is a symbolic link', 'not_a_file', typed('2')],
  ['is a hard link', 'not_a_file', typed('1')],
  ['is a character device', 'not_a_file', typed('3')],
  ['is a block device', 'not_a_file', typed('4')],
  ['is a folder', 'not_a_file', typed('5')],
  ['is a FIFO', 'not_a_file', typed('6')],
  ['is contiguous', 'not_a_file', typed('7')],
  ['is a pax header', 'not_a_file', typed('x')],
  ['is a global pax header', 'not_a_file', typed('g')],
  ['is a GNU long name', 'not_a_file', typed('L')],
  ['is a GNU long link', 'not_a_file', typed('K')],
  ['is sparse', 'not_a_file', typed('S')],
  ['is of an unknown type', 'not_a_file', typed('\u0001')],
  ['twice', 'name_clash', both('a', 'a')],
  ['differs by case', 'name_clash', both('Main.py', 'main.py')],
  ['differs by case of a folder', 'name_clash', both('Data/a', 'data/b')],
  ['differs by Unicode form', 'name_clash', both('caf\u00E9', 'cafe\u0301')],
  ['differs by a ligature', 'name_clash', both('\uFB01le', 'file')],
  ['is a file and a folder', 'name_clash', both('a', 'a/b')],
  ['is a folder and a file', 'name_clash', both('a/b', 'a')],
  ['says that it is larger than it is', 'not_an_archive', field(124, '00000777777\0')],
  ['has a size that is no number', 'not_an_archive', field(124, '-0000000001\0')],
  ['has a size in base 256', 'not_an_archive', tampered((header) => header.writeUInt8(0x80, 124))],
  ['has a wrong checksum', 'not_an_archive', tampered((header) => header.write('zz', 0), { checksum: false })],
  ['is not ustar', 'not_an_archive', field(257, 'other\0')],
  ['is cut off', 'not_an_archive', zipped.subarray(0, -20)],
  ['is cut off inside', 'not_an_archive', gzipSync(writeTar(good).subarray(0, 700))],
  ['has no end', 'not_an_archive', gzipSync(writeTar([file('a')]).subarray(0, 1024))],
  ['is not gzipped', 'not_an_archive', writeTar(good)],
  ['is nothing', 'not_an_archive', Buffer.alloc(0)],
  ['has something after the compressed data', 'not_an_archive', Buffer.concat([zipped, Buffer.from('evil')])],
  ['has something after its end', 'not_an_archive', gzipSync(Buffer.concat([writeTar(good), Buffer.from('evil')]))],
  ['is a second archive behind the first', 'not_an_archive', gzipSync(Buffer.concat([writeTar(good), writeTar([file('b')])]))],
  ['is a bomb', 'too_large', gzipSync(Buffer.alloc(bundleLimits.bytes + 20 * 1024 * 1024))],
  ['has too many files', 'too_many_files', gzipSync(writeTar(Array.from({ length: bundleLimits.files + 1 }, (_, n) => file(`f${n}`, ''))))],
];

test(`${evil.length} archives that nobody should send are refused, each with its reason, before a byte is written`, () => {
  expect(evil.length).toBeGreaterThanOrEqual(40);
  const answers = evil.map(([what, , bytes]) => {
    const read = readBundle(bytes);
    return [what, read.status === 'refused' ? read.code : 'read'];
  });
  expect(answers).toEqual(evil.map(([what, code]) => [what, code]));
  expect(readdirSync(folder)).toEqual([]);
});

test('any change of one byte is refused, or is another digest', () => {
  const archive = writeTar(good);
  const { digest } = readBundle(gzipSync(archive)) as { digest: string };
  for (let at = 0; at < archive.length; at += 37) {
    const copy = Buffer.from(archive);
    copy.writeUInt8(copy.readUInt8(at) ^ 0x01, at);
    // Fields that say nothing here (times, owners) may differ: they are covered by the checksum of their header.
    expect(readBundle(gzipSync(copy), digest).status).toBe('refused');
  }
});

test('an agent is packed the same every time, and unpacked as it was, with the digest that its snapshot has', async () => {
  const agent = join(folder, 'agent');
  mkdirSync(join(agent, 'data'), { recursive: true });
  for (const { path, content, executable } of good) writeFileSync(join(agent, path), content, { mode: executable ? 0o755 : 0o644 });
  const long = `${'d'.repeat(90)}/${'f'.repeat(90)}.txt`;
  mkdirSync(join(agent, 'd'.repeat(90)));
  writeFileSync(join(agent, long), 'long');
  writeFileSync(join(agent, '.gitignore'), 'ignored\n');
  writeFileSync(join(agent, 'ignored'), 'no');
  symlinkSync('/etc/passwd', join(agent, 'link'));
  const [one, other] = [packAgent(agent), packAgent(agent)];
  if (one.status !== 'packed' || other.status !== 'packed') throw new Error('not packed');
  expect(one.bytes.equals(other.bytes)).toBe(true);
  const snapshot = await takeSnapshot(agent, join(folder, 'snapshots'), { clock: systemClock });
  expect(one.digest).toBe(snapshot.digest);
  const read = readBundle(one.bytes, one.digest);
  if (read.status !== 'read') throw new Error(read.message);
  writeBundle(read.files, join(folder, 'out'));
  expect(read.files.map(({ path }) => path).toSorted()).toEqual(['.gitignore', 'agent.yaml', 'data/城市.json', long, 'main.py'].toSorted());
  expect(readFileSync(join(folder, 'out', long), 'utf8')).toBe('long');
  expect(statSync(join(folder, 'out/main.py')).mode & 0o777).toBe(0o555);
  expect(readBundle(one.bytes, 'f'.repeat(64))).toMatchObject({ status: 'refused', code: 'wrong_digest' });
});

test('a folder that is there already stays as it is, and nothing half is left beside it', () => {
  const target = join(folder, 'kept');
  writeBundle([file('a', 'first')], target);
  writeBundle([file('a', 'second')], target);
  expect(readFileSync(join(target, 'a'), 'utf8')).toBe('first');
  expect(() => writeBundle([file('b'), file('b/c')], join(folder, 'half'))).toThrow(/EEXIST|ENOTDIR/);
  expect(readdirSync(folder).filter((name) => name.startsWith('.new') || name === 'half')).toEqual([]);
});

test('an agent that is too large says so', () => {
  const large = join(folder, 'large');
  mkdirSync(large);
  writeFileSync(join(large, 'agent.yaml'), '');
  writeFileSync(join(large, 'data.bin'), Buffer.alloc(bundleLimits.bytes + 1));
  expect(packAgent(large)).toMatchObject({ status: 'refused', message: expect.stringContaining('.gitignore') });
});
