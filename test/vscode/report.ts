import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Window } from './window.ts';

export type Report = { passed: number; failed: number; skipped: number; window: string; failures: Failure[] };

/** `window` is what has to be opened again to see it fail again. */
export type Failure = { readonly window: string; readonly name: string };

/** One thing that a person does or sees. A step that fails is told with a picture, and the next one is tried all the same. */
export type Step = (name: string, run: () => Promise<void>) => Promise<void>;

/** A step waits for a person's patience, not for ever. */
const stepMs = 90_000;

export function stepsOf(report: Report, group: string, window?: Pick<Window, 'shot'>): Step {
  return async (name, run) => {
    const before = performance.now();
    try {
      await limited(run());
      report.passed += 1;
      console.log(`ok   ${group}: ${name} (${Math.round(performance.now() - before)} ms)`);
    } catch (error) {
      report.failed += 1;
      report.failures.push({ window: report.window, name: `${group}: ${name}` });
      console.log(
        `FAIL ${group}: ${name}\n     ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`.slice(0, 2_000),
      );
      await window
        ?.shot(`failed-${group}-${name}`.replaceAll(/[^\w-]+/g, '-').slice(0, 100))
        .catch(() => undefined /* The window itself may be what failed. */);
    }
  };
}

export function writeReport(report: Report): void {
  const cache = path.resolve(import.meta.dirname, '../../.cache');
  mkdirSync(cache, { recursive: true });
  writeFileSync(path.join(cache, 'vscode.json'), `${JSON.stringify(report)}\n`);
  console.log(`${report.passed} passed, ${report.failed} failed`);
}

async function limited(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not done in ${stepMs} ms`)), stepMs);
  });
  try {
    await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
