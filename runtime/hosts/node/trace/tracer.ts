import { describeThrown } from '../failure.ts';
import { tracerName } from '../transform/tracer-name.ts';
import { LoopLedger, type LedgerDeps } from './ledger.ts';

const maxMessageLength = 1000;

/** A handler or a loop that is passed more often tells nothing new; the loop around it counts on. */
const maxReportsOfASite = 1000;

/** A handler that may throw again: reported when it is over, unless it did. */
type Catching = { readonly rethrown: () => void; readonly end: () => void };

/** Puts in place what the inserted code calls. */
export function installTracer(deps: LedgerDeps): void {
  const { report, scope, sites, places } = deps;
  let loops = 0;
  const reports = new Map<number, number>();
  const mayReport = (id: number): boolean => {
    const count = (reports.get(id) ?? 0) + 1;
    reports.set(id, count);
    return count <= maxReportsOfASite;
  };
  const reportCaught = (id: number, thrown: unknown, { type, message } = describeThrown(thrown)): void => {
    if (!mayReport(id)) {
      return;
    }
    const site = sites.handler(id);
    const raisedAt = places.of(thrown);
    report({
      type: 'exception.caught',
      exception_type: type,
      message: message.slice(0, maxMessageLength),
      at: site.at,
      ...(raisedAt && { raised_at: raisedAt }),
      used: site.used,
      ...scope.iteration(),
    });
  };
  const caught = (id: number, thrown: unknown, ledger?: LoopLedger): void => {
    const site = sites.handler(id);
    const described = describeThrown(thrown);
    // The scope of an awaited call that failed is not this turn's.
    ledger?.resume(undefined);
    ledger?.caught(site, described.type);
    reportCaught(id, thrown, described);
  };
  const tracer = {
    loop: (id: number): LoopLedger => {
      loops += 1;
      return new LoopLedger(`l${loops}`, sites.loop(id), mayReport(id) ? deps : { ...deps, report: () => undefined });
    },
    returned: (line: number, value: unknown, ...ledgers: LoopLedger[]): unknown => {
      for (const ledger of ledgers) {
        ledger.left('return', line);
      }
      return value;
    },
    caught,
    catching: (id: number, thrown: unknown, ledger?: LoopLedger): Catching => {
      let isRethrown = false;
      ledger?.resume(undefined);
      ledger?.caught(sites.handler(id), describeThrown(thrown).type);
      return {
        rethrown: () => {
          isRethrown = true;
        },
        end: () => {
          if (!isRethrown) {
            reportCaught(id, thrown);
          }
        },
      };
    },
    handler: (id: number, handler: unknown): unknown => {
      if (typeof handler !== 'function') {
        return handler;
      }
      return function reporting(this: unknown, ...values: unknown[]): unknown {
        const answer: unknown = Reflect.apply(handler, this, values);
        afterwards(answer, values[0], (thrown) => reportCaught(id, thrown));
        return answer;
      };
    },
  };
  Object.defineProperty(globalThis, tracerName, { value: tracer, enumerable: false });
}

/** Reports after the handler, and only if it did not fail itself. Other things than promises have a `.catch()` too: they pass no Error. */
function afterwards(answer: unknown, thrown: unknown, report: (thrown: unknown) => void): void {
  if (!(thrown instanceof Error)) {
    return;
  }
  if (answer instanceof Promise) {
    // The promise goes on to the caller, who hears of its failure; this branch only listens.
    answer.then(
      () => report(thrown),
      () => undefined,
    );
  } else {
    report(thrown);
  }
}
