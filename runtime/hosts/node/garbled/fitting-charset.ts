import { fitsCharset, maxExaminedBytes } from './decode-bytes.ts';

/** A charset that bytes have, other than the one that they were read with. */
export type FittingCharset = 'utf-8' | 'gb18030';

const chineseCharsets: ReadonlySet<string> = new Set(['gb18030', 'gbk', 'gb2312']);

/**
 * The charset that the bytes really have, or undefined where the one that was used may be right.
 * Strict on purpose: a wrong accusation is worse than a missed one.
 */
export function fittingCharset(bytes: Uint8Array, readAs: string): FittingCharset | undefined {
  if (bytes.byteLength > maxExaminedBytes || readAs.startsWith('utf-16') || isAscii(bytes)) {
    return undefined;
  }
  if (fitsCharset(bytes, 'utf-8')) {
    return readAs === 'utf-8' ? undefined : 'utf-8';
  }
  return !chineseCharsets.has(readAs) && isChinese(bytes) ? 'gb18030' : undefined;
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

/**
 * Whether bytes are Chinese in GB 2312's rows and cannot be Western text: high bytes stand in pairs,
 * and most pairs are the commonest characters (rows B0 to D7) or punctuation (A1 to A3).
 */
function isChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  let high = 0;
  for (let index = 0; index < bytes.byteLength; index += 1) {
    const lead = bytes[index] ?? 0;
    const trail = bytes[index + 1] ?? 0;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) {
      pairs += 1;
      high += 2;
      common += (lead >= 0xb0 && lead <= 0xd7) || lead <= 0xa3 ? 1 : 0;
      index += 1;
    } else if (lead >= 0x80) {
      high += 1;
    }
  }
  return common >= 2 && pairs * 2 >= 0.7 * high && common >= 0.6 * pairs && fitsCharset(bytes, 'gb18030');
}
