import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Terminal cells of a text: a CJK character is two, an ambiguous one is one. */
export function cellsOf(text: string): number {
  return stringWidth(text);
}

export function padEnd(text: string, cells: number): string {
  return text + ' '.repeat(Math.max(0, cells - cellsOf(text)));
}

export function padStart(text: string, cells: number): string {
  return ' '.repeat(Math.max(0, cells - cellsOf(text))) + text;
}

/** Cuts the end off, for prose. */
export function cutEnd(text: string, cells: number, ellipsis: string): string {
  if (cellsOf(text) <= cells) return text;
  return take(text, cells - cellsOf(ellipsis)) + ellipsis;
}

/** Cuts the middle out, for paths and URLs: the beginning says where, the end says what. */
export function cutMiddle(text: string, cells: number, ellipsis: string): string {
  if (cellsOf(text) <= cells) return text;
  const room = cells - cellsOf(ellipsis);
  const tail = takeLast(text, Math.ceil(room * 0.6));
  return take(text, room - cellsOf(tail)) + ellipsis + tail;
}

/** Lines of at most `cells`; breaks at spaces where there are any, never inside a character. */
export function wrap(text: string, cells: number): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (cellsOf(rest) > cells) {
    const head = take(rest, Math.max(2, cells));
    const space = head.lastIndexOf(' ');
    const cut = space > head.length / 2 ? space : head.length;
    lines.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return [...lines, rest];
}

/**
 * A text that cannot drive the terminal: what an agent, a server or a file name put in is shown, not obeyed.
 * Line breaks become `⏎`-free spaces; other controls, escape sequences' first byte and direction marks become visible.
 */
export function inert(text: string): string {
  return text
    .replaceAll(/[\r\n\t]+/g, ' ')
    .replaceAll(
      /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
      (char) => `\\x${(char.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`,
    );
}

function take(text: string, cells: number): string {
  let used = 0;
  let end = 0;
  for (const { segment } of segmenter.segment(text)) {
    used += cellsOf(segment);
    if (used > cells) break;
    end += segment.length;
  }
  return text.slice(0, end);
}

function takeLast(text: string, cells: number): string {
  let used = 0;
  let start = text.length;
  for (const { segment } of [...segmenter.segment(text)].toReversed()) {
    used += cellsOf(segment);
    if (used > cells) break;
    start -= segment.length;
  }
  return text.slice(start);
}
