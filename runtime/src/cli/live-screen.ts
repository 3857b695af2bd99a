/** Lines that are drawn again in place as they change. Only for a terminal. */
export type LiveScreen = {
  readonly draw: (lines: readonly string[]) => void;
  /** Draws for the last time and leaves the cursor below. */
  readonly finish: (lines: readonly string[]) => void;
};

/** A terminal's stream, as far as it is needed here. */
export type LiveOutput = { readonly rows?: number; readonly write: (text: string) => unknown };

/**
 * Rewrites from the first line that changed. What has scrolled out of the window cannot be reached:
 * then the rest is drawn, and the whole once more at the end, if something up there was no longer true.
 */
export function liveScreen(out: LiveOutput): LiveScreen {
  let shown: readonly string[] = [];
  let outdated = false;
  const put = (lines: readonly string[]): void => {
    const same = commonLines(shown, lines);
    const reach = Math.max(0, shown.length - ((out.rows ?? 24) - 1));
    if (same < reach) outdated = true;
    const from = Math.max(same, reach);
    const up = shown.length - from;
    const move = up > 0 ? `\u001B[${up}A` : '';
    out.write(
      `\u001B[?25l${move}\r\u001B[J${lines
        .slice(from)
        .map((line) => `${line}\n`)
        .join('')}\u001B[?25h`,
    );
    shown = lines;
  };
  return {
    draw: (lines) => {
      if (lines.length !== shown.length || commonLines(shown, lines) !== lines.length) put(lines);
    },
    finish: (lines) => {
      put(lines);
      if (outdated) out.write(`\n${lines.join('\n')}\n`);
    },
  };
}

function commonLines(a: readonly string[], b: readonly string[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) if (a[i] !== b[i]) return i;
  return length;
}
