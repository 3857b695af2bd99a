/** What a mark on the left of a row means. */
export type Mark =
  | 'retried'
  | 'skipped'
  | 'dropped'
  | 'lost'
  | 'loop'
  | 'ok'
  | 'failed'
  | 'waits'
  | 'call'
  | 'print'
  | 'process'
  | 'span'
  | 'none';

export type Style = 'plain' | 'dim' | 'bold' | 'red' | 'yellow' | 'green' | 'blue' | 'purple';

/** How a terminal is written to: everything that depends on it, and nothing else. */
export type Look = {
  /** Columns; places are flush right at this. */
  readonly width: number;
  readonly unicode: boolean;
  readonly colour: boolean;
  /** Whether places become links that a terminal opens (OSC 8). */
  readonly links: boolean;
};

const unicodeMarks: Readonly<Record<Mark, string>> = {
  retried: '↻',
  skipped: '⊘',
  dropped: '⊗',
  lost: '⚠',
  loop: '∑',
  ok: '✓',
  failed: '✗',
  waits: '?',
  call: '→',
  print: '│',
  process: '$',
  span: '▸',
  none: ' ',
};

const asciiMarks: Readonly<Record<Mark, string>> = {
  retried: '~',
  skipped: '-',
  dropped: 'x',
  lost: '!',
  loop: '+',
  ok: 'ok',
  failed: 'FAIL',
  waits: '?',
  call: '>',
  print: '|',
  process: '$',
  span: '>',
  none: ' ',
};

const codes: Readonly<Record<Exclude<Style, 'plain'>, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [90, 39],
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  blue: [34, 39],
  purple: [35, 39],
};

export function markOf(mark: Mark, { unicode }: Look): string {
  return unicode ? unicodeMarks[mark] : asciiMarks[mark];
}

/** `·` between parts of a line; a comma where that cannot be shown. */
export function dotOf({ unicode }: Look): string {
  return unicode ? ' · ' : ', ';
}

export function ellipsisOf({ unicode }: Look): string {
  return unicode ? '…' : '...';
}

/** Texts that others made, in the characters that this terminal has. */
export function inCharacters(text: string, { unicode }: Look): string {
  if (unicode) return text;
  return text
    .replaceAll(' · ', ', ')
    .replaceAll('…', '...')
    .replaceAll(/[“”]/g, '"')
    .replaceAll('→', '->')
    .replaceAll(' ✓', ', ok')
    .replaceAll('‹', '<')
    .replaceAll('›', '>')
    .replaceAll('─', '-');
}

export function paint(text: string, style: Style, { colour }: Look): string {
  if (!colour || style === 'plain' || text === '') return text;
  const [on, off] = codes[style];
  return `\u001B[${on}m${text}\u001B[${off}m`;
}

export function link(text: string, target: string | undefined, { links }: Look): string {
  if (!links || target === undefined) return text;
  return `\u001B]8;;${target}\u001B\\${text}\u001B]8;;\u001B\\`;
}

/** What standard output can do, from the environment that programs agree on. */
export function lookOf(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  env: Readonly<Record<string, string | undefined>>,
): Look {
  const terminal = stream.isTTY === true && env['TERM'] !== 'dumb';
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return {
    width: Math.max(40, Math.min(stream.columns ?? (Number(env['COLUMNS']) || 92), 110)),
    unicode: /utf-?8/i.test(locale) || process.platform === 'win32' || process.platform === 'darwin',
    colour: (env['NO_COLOR'] ?? '') === '' && (terminal || forced),
    links: terminal && env['CI'] === undefined,
  };
}
