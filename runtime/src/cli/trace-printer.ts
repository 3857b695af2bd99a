import { isFinal, type TaskView } from '@hermes-runtime/schemas';
import { liveScreen, type LiveOutput } from './live-screen.ts';
import { lookOf, type Look } from './trace/look.ts';
import { bodyLines, headLines, renderTrace, verdictLines } from './trace/render-trace.ts';

export type TracePrinter = {
  readonly show: (view: TaskView) => void;
  readonly finish: (view: TaskView) => void;
};

/** Not faster than an eye can follow: ten times a second. */
const frameMs = 100;

/** Shows a task as it goes. Without a terminal nothing is drawn twice: the head when it starts, the rest when it has ended. */
export function tracePrinter(
  out: NodeJS.WriteStream,
  next: (view: TaskView) => readonly string[],
  { plain = false }: { readonly plain?: boolean | undefined } = {},
): TracePrinter {
  const look = lookOf(out, process.env);
  const write = (lines: readonly string[]): void => {
    out.write(`${lines.join('\n')}\n`);
  };
  const isLive = !plain && out.isTTY && process.env['TERM'] !== 'dumb';
  return isLive ? livePrinter(out, look, next) : plainPrinter(write, look, next);
}

function livePrinter(out: LiveOutput, look: Look, next: (view: TaskView) => readonly string[]): TracePrinter {
  const screen = liveScreen(out);
  let latest: TaskView | undefined;
  const lines = (view: TaskView): readonly string[] => renderTrace(view, look, { now: Date.now(), next: next(view) });
  const timer = setInterval(() => {
    if (latest) screen.draw(lines(latest));
  }, frameMs);
  return {
    show: (view) => {
      latest = view;
    },
    finish: (view) => {
      clearInterval(timer);
      screen.finish(lines(view));
    },
  };
}

function plainPrinter(write: (lines: readonly string[]) => void, look: Look, next: (view: TaskView) => readonly string[]): TracePrinter {
  let started = false;
  const begin = (view: TaskView): void => {
    if (started) return;
    started = true;
    write([...headLines(view, look), '']);
  };
  return {
    show: (view) => {
      if (view.attempts.length > 0 && !isFinal(view.status)) begin(view);
    },
    finish: (view) => {
      begin(view);
      write([...bodyLines(view, look), '', ...verdictLines(view, look, { now: Date.now(), next: next(view) })]);
    },
  };
}
