/** Bytes by character, for the two-byte part of GB18030: Node can read that charset but not write it. */
function readTable(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  return table;
}

const table = readTable();

/** Encodes ASCII and common Chinese text. Throws on a character that has no two-byte form. */
export function encodeGb18030(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      if (code < 0x80) return [code];
      const bytes = table.get(letter);
      if (!bytes) throw new Error(`"${letter}" has no two-byte form in GB18030`);
      return [...bytes];
    }),
  );
}
