import type { Case, ExchangeDiverged, RecordedBody, RecordedExchange } from '../generated/types.ts';
import type { TaskView } from './task-view.ts';

/** An answer as a person writes it: what a server would have said. */
export type AnswerDraft = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: unknown };

/** Headers that say something to an agent; the rest of a recorded answer is noise to who writes one. */
const telling: ReadonlySet<string> = new Set(['content-type', 'link', 'location', 'retry-after']);

/** The request of a replay that waits for an answer by hand: the first that was not recorded, and that one answer ends. */
export function unansweredOf(view: TaskView): ExchangeDiverged | undefined {
  return view.facts.diverged.find(({ reason, client }) => reason !== 'subprocess' && client !== 'net');
}

/** `bodyText` undoes compression; undefined where the bytes are no text. */
export type BodyText = (body: RecordedBody, coding: string | undefined) => string | undefined;

/** What the nearest recorded exchange was answered with, as a start; where there is none, an empty document. */
export function answerDraft(asked: ExchangeDiverged, recorded: Pick<Case, 'exchanges' | 'bodies'>, bodyText: BodyText): AnswerDraft {
  const near = nearest(asked, recorded.exchanges)?.response;
  if (near === undefined) return { status: 200, headers: { 'content-type': 'application/json' }, body: {} };
  const headers = near.headers.map(([name, value]): [string, string] => [name.toLowerCase(), value]);
  const valueOf = (wanted: string): string | undefined => headers.find(([name]) => name === wanted)?.[1];
  const body = near.body === undefined ? undefined : recorded.bodies[near.body];
  const text = body && bodyText(body, valueOf('content-encoding'));
  return {
    status: near.status,
    headers: Object.fromEntries(headers.filter(([name]) => telling.has(name))),
    body: valueOf('content-type')?.includes('json') === true ? jsonOf(text) : (text ?? ''),
  };
}

/** Its like first: the same request, then the same line of code, then the same folder of the same server. */
function nearest(asked: ExchangeDiverged, exchanges: readonly RecordedExchange[]): RecordedExchange | undefined {
  const scoreOf = ({ method, url, at, response }: RecordedExchange): number => {
    if (response === undefined || response.truncated === true) return 0;
    const isSameLine = at !== undefined && at.file === asked.at?.file && at.line === asked.at.line;
    const isBeside = method === asked.method && folderOf(url) === folderOf(asked.url);
    return (
      (url === asked.url && method === asked.method ? 8 : 0) + (isSameLine ? 4 : 0) + (isBeside ? 2 : 0) + (response.status < 400 ? 1 : 0)
    );
  };
  const scored = exchanges.map((exchange) => ({ exchange, score: scoreOf(exchange) })).filter(({ score }) => score > 1);
  return scored.toSorted((one, other) => other.score - one.score)[0]?.exchange;
}

function folderOf(url: string): string {
  return url.replace(/[?#].*$/s, '').replace(/[^/]*$/, '');
}

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    // It said that it was JSON; a person mends it as text.
    return text;
  }
}
