import type { Place } from '../agent-files.ts';
import type { Exchange } from '../http/exchange-log.ts';
import type { Reporter } from '../reporter.ts';
import type { TaskScope } from '../trace/task-scope.ts';
import { fittingCharset, type FittingCharset } from './fitting-charset.ts';
import { textStretches, type Stretch } from './text-stretches.ts';

export type Decoded = {
  readonly bytes: Uint8Array;
  /** The charset that was used, in lower case. */
  readonly readAs: string;
  readonly declared?: string | undefined;
  readonly exchange?: number | undefined;
  /** The place where the agent decoded, as a field of the event. */
  readonly where: object;
};

/** What was read with the wrong charset, and where it turns up again. */
export type GarbledTexts = {
  readonly decoded: (decoded: Decoded) => void;
  readonly sent: (exchange: Exchange, chunk: Uint8Array) => void;
  readonly returned: (output: unknown) => void;
};

type Reading = {
  readonly id: string;
  readonly readAs: string;
  readonly fits: FittingCharset;
  readonly stretches: readonly Stretch[];
  readonly fields: object;
};

const maxReadings = 50;
const maxShown = 160;

export function createGarbledTexts(report: Reporter['report'], scope: TaskScope): GarbledTexts {
  const readings: Reading[] = [];
  const seen = new Set<string>();
  const once = (key: string): boolean => !seen.has(key) && seen.add(key).has(key);

  const look = (text: string, where: { readonly exchange?: number; readonly path?: string; readonly at?: Place }): void => {
    for (const { id, stretches, fields } of readings) {
      const mended = mend(text, stretches);
      if (mended !== undefined && once(JSON.stringify([id, where, mended.read]))) {
        report({
          type: 'text.garbled',
          stage: 'written',
          ...fields,
          sample: short(mended.read),
          should_be: short(mended.right),
          ...where,
          ...scope.iteration(),
        });
        return;
      }
    }
  };

  return {
    decoded: ({ bytes, readAs, declared, exchange, where }) => {
      const fits = readings.length < maxReadings ? fittingCharset(bytes, readAs) : undefined;
      const stretches = fits === undefined ? [] : textStretches(bytes, readAs, fits);
      const first = stretches[0];
      if (fits === undefined || first === undefined || !once(`${readAs} ${bytes.byteLength} ${first.read}`)) {
        return;
      }
      const id = `g${readings.length + 1}`;
      const fields = { garbled: id, ...(declared !== undefined && { declared }), read_as: readAs, fits };
      readings.push({ id, readAs, fits, stretches, fields });
      report({
        type: 'text.garbled',
        stage: 'read',
        ...fields,
        sample: short(first.read),
        should_be: short(first.right),
        ...(exchange !== undefined && { exchange }),
        ...where,
        ...scope.iteration(),
      });
    },
    sent: (exchange, chunk) => {
      if (readings.length > 0) {
        for (const text of textsOfBody(Buffer.from(chunk).toString())) {
          look(text, { exchange: exchange.number, ...(exchange.at && { at: exchange.at }) });
        }
      }
    },
    returned: (output) => {
      if (readings.length > 0) {
        forEachText(output, '', (text, path) => look(text, { path }));
      }
    },
  };
}

const notAscii = /[\u0080-\uFFFF]{2,}/;

/** The garbled part of a text and how it should read; undefined where the text holds none. */
function mend(text: string, stretches: readonly Stretch[]): Stretch | undefined {
  const run = notAscii.exec(text)?.[0];
  if (run === undefined) {
    return undefined;
  }
  const inside = stretches.find(({ read }) => text.includes(read));
  if (inside !== undefined) {
    return { read: text, right: stretches.reduce((mended, { read, right }) => mended.replaceAll(read, right), text) };
  }
  // A part of a stretch: its borders fell somewhere inside, so the whole stretch says how it should read.
  const around = stretches.find(({ read }) => read.includes(run));
  return around && { read: text, right: around.right };
}

function textsOfBody(body: string): readonly string[] {
  if (/^\s*[[{]/.test(body)) {
    try {
      const texts: string[] = [];
      forEachText(JSON.parse(body), '', (text) => texts.push(text));
      return texts;
    } catch {
      // It only looks like JSON.
    }
  }
  return body.includes('=') && !notAscii.test(body) ? [...new URLSearchParams(body).values()] : body.split('\n');
}

function forEachText(value: unknown, path: string, onText: (text: string, path: string) => void): void {
  if (typeof value === 'string') {
    onText(value, path);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, entry] of Object.entries(value)) {
      forEachText(entry, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, onText);
    }
  }
}

function short(text: string): string {
  return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
}
