import type { ExceptionCaught, Finding, HttpExchanged, LoopEnded, LoopExit, Place, TextGarbled } from '../generated/types.ts';
import { type HttpCall, callsOf } from './http-calls.ts';
import type { Facts, TaskView } from './task-view.ts';

/** What the runtime saw and the result does not say, by first occurrence. Counted from events; nothing is guessed. */
export function findingsOf(view: TaskView): readonly Finding[] {
  const { facts } = view;
  const said = saidBy(view);
  const calls = callsOf(facts.exchanges);
  return [
    ...calls.flatMap((call) => retried(call)),
    ...facts.loops.flatMap((loop) => [...lostTurns(loop, facts, calls), ...unbalanced(loop)]),
    ...skippedItems(facts),
    ...swallowed(facts, said, calls),
    ...garbledTexts(facts.garbled),
  ].toSorted((a, b) => a.time - b.time || (a.seqs[0] ?? 0) - (b.seqs[0] ?? 0));
}

function retried({ tries, ms }: HttpCall): Finding[] {
  const first = tries[0];
  if (!first || tries.length < 2) return [];
  const { at, method, url } = first;
  return [
    {
      kind: 'retried',
      count: tries.length,
      time: first.started,
      ...(at && { at }),
      title: `${method} ${shortUrl(url)}`,
      seqs: tries.map(({ seq }) => seq),
      items: tries.map((t) => outcomeOf(t)),
      ms,
    },
  ];
}

/** `503`, `timeout`, `ConnectionResetError`: what one try came to. */
export function outcomeOf({ status, error }: HttpExchanged): string {
  if (!error) return status === undefined ? '?' : String(status);
  return /time.?out/i.test(`${error.type} ${error.message}`) ? 'timeout' : error.type;
}

/** `https://company.com/blog/rss.xml?x=1` as `company.com/blog/rss.xml`: scheme and query are in the details. */
export function shortUrl(url: string): string {
  return url.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/[?#].*$/s, '');
}

/** One finding for each line at which turns were skipped or dropped. A turn that was a failed try is the retried call's. */
function lostTurns(loop: LoopEnded, facts: Facts, calls: readonly HttpCall[]): Finding[] {
  const retries = failedTriesOf(calls).filter(({ iteration }) => iteration?.loop === loop.loop);
  const isRetry = ({ index }: LoopExit): boolean => retries.some(({ iteration }) => iteration?.index === index);
  const findings: Finding[] = [];
  for (const how of ['skipped', 'dropped'] as const) {
    const groups = Map.groupBy(
      loop.exits.filter((exit) => exit.how === how && !isRetry(exit)),
      (exit) => `${exit.at.file}:${exit.at.line} ${reasonOf(exit, loop, facts) ?? ''}`,
    );
    // Exits beyond the first hundred are counted, not listed; they join the largest group.
    let unlisted = loop[how] - loop.exits.filter((exit) => exit.how === how).length;
    for (const exits of [...groups.values()].toSorted((a, b) => b.length - a.length)) {
      findings.push(lostTurn(how, exits, unlisted, loop, facts));
      unlisted = 0;
    }
  }
  return findings;
}

function lostTurn(how: 'skipped' | 'dropped', exits: readonly LoopExit[], unlisted: number, loop: LoopEnded, facts: Facts): Finding {
  const [first] = exits;
  const reason = first && reasonOf(first, loop, facts);
  return {
    kind: how,
    count: exits.length + Math.max(0, unlisted),
    time: loop.began,
    at: first?.at ?? loop.at,
    title: loop.header,
    seqs: [loop.seq],
    items: exits.map(({ index, item }) => (item ? `#${index} ${item}` : `#${index}`)),
    ...(reason !== undefined && { reason }),
    ...(how === 'dropped' && first?.reason !== undefined && { exception_type: first.reason }),
  };
}

/** Why a turn ended as it did: the exception, else the last answer that was no success. */
export function reasonOf(exit: LoopExit, loop: LoopEnded, facts: Facts): string | undefined {
  if (exit.reason !== undefined) return exit.reason;
  const last = facts.exchanges.findLast(({ iteration }) => iteration?.loop === loop.loop && iteration.index === exit.index);
  return last && (last.error !== undefined || (last.status ?? 0) >= 400) ? outcomeOf(last) : undefined;
}

function unbalanced(loop: LoopEnded): Finding[] {
  const missing = loop.started - loop.done - loop.skipped - loop.dropped - loop.handled - loop.left;
  if (missing === 0) return [];
  return [{ kind: 'unbalanced', count: Math.abs(missing), time: loop.began, at: loop.at, title: loop.header, seqs: [loop.seq], items: [] }];
}

/** Items that the agent itself reported as skipped, grouped by line and reason. */
function skippedItems({ skipped }: Facts): Finding[] {
  const groups = Map.groupBy(skipped, ({ at, reason }) => `${at?.file}:${at?.line} ${reason}`);
  return [...groups.values()].flatMap((events) => {
    const [first] = events;
    if (!first) return [];
    const { at, time, reason } = first;
    const items = events.map(({ item }) => item);
    return [
      { kind: 'skipped', count: events.length, time, ...(at && { at }), title: reason, seqs: events.map((e) => e.seq), items, reason },
    ];
  });
}

/** Exceptions that were caught and that nothing tells of: no retried call, not the loop's ledger, not the output, not a log line. */
function swallowed({ caught, loops }: Facts, said: string, calls: readonly HttpCall[]): Finding[] {
  const ledgers = new Map(loops.map((loop) => [loop.loop, loop]));
  const failedTries = failedTriesOf(calls).filter(({ error }) => error);
  const untold = caught.filter(
    (event) =>
      !(event.used && tells(said, event)) && !isInLedger(event, ledgers) && !failedTries.some((exchange) => isFrom(exchange, event)),
  );
  const groups = Map.groupBy(untold, ({ at, exception_type }) => `${at.file}:${at.line} ${exception_type}`);
  return [...groups.values()].flatMap((events) => {
    const [first] = events;
    if (!first) return [];
    const { at, time, exception_type, message } = first;
    // In a loop that still runs, or was cut off, the turn is lost; outside, the exception is merely silent.
    const kind = first.iteration && !ledgers.has(first.iteration.loop) ? 'dropped' : 'swallowed';
    const items = events.map((e) => (e.iteration ? `#${e.iteration.index} ${e.message}` : e.message));
    const seqs = events.map(({ seq }) => seq);
    return [{ kind, count: events.length, time, at, title: message, seqs, items, reason: exception_type, exception_type }];
  });
}

/** Every try that another one followed. */
function failedTriesOf(calls: readonly HttpCall[]): readonly HttpExchanged[] {
  return calls.flatMap(({ tries }) => tries.slice(0, -1));
}

/** From the failed exchange to the handler, in milliseconds: a client library unwinds a few frames in between. */
const unwinding = 250;

/** Whether the exception is what the client made of a failed try: the call that was tried again tells of it. */
function isFrom({ started, ms, at }: HttpExchanged, { time, raised_at }: ExceptionCaught): boolean {
  const since = time - started - ms;
  const isSameLine = !at || !raised_at || (at.file === raised_at.file && at.line === raised_at.line);
  return isSameLine && since > -unwinding && since < unwinding;
}

function tells(said: string, { message, exception_type }: ExceptionCaught): boolean {
  return said.includes(message === '' ? exception_type : message);
}

function isInLedger({ iteration, used }: ExceptionCaught, ledgers: ReadonlyMap<string, LoopEnded>): boolean {
  const loop = iteration && ledgers.get(iteration.loop);
  if (!loop || used) return false;
  const exit = loop.exits.find(({ index }) => index === iteration.index);
  return exit ? exit.how === 'dropped' : loop.dropped > loop.exits.filter(({ how }) => how === 'dropped').length;
}

/** One finding for each garbled text: where it left the agent if it did, else where it was read. */
function garbledTexts(events: readonly TextGarbled[]): Finding[] {
  return [...Map.groupBy(events, ({ garbled }) => garbled).values()].flatMap((group) => {
    const writes = group.filter(({ stage }) => stage === 'written');
    const first = writes[0] ?? group[0];
    if (!first) return [];
    const at: Place | undefined = first.at ?? group.find((event) => event.at)?.at;
    return [
      {
        kind: 'garbled',
        count: Math.max(1, writes.length),
        time: first.time,
        ...(at && { at }),
        title: first.sample,
        seqs: group.map(({ seq }) => seq),
        items: [first.should_be],
        written: writes.length > 0,
        reason: `${first.read_as} → ${first.fits}`,
      },
    ];
  });
}

/** Every text that the agent showed to someone: strings of its output, and its log. */
function saidBy({ output, facts }: TaskView): string {
  const texts: string[] = facts.logs.map(({ text }) => text);
  const open: unknown[] = [output];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) open.push(inner);
  }
  return texts.join('\n');
}
