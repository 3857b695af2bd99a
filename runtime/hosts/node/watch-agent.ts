import type { AgentFiles } from './agent-files.ts';
import { subscribe } from 'node:diagnostics_channel';
import { createGarbledTexts } from './garbled/garbled-texts.ts';
import { watchDecoding } from './garbled/watch-decoding.ts';
import { watchResponseClass } from './garbled/watch-responses.ts';
import { watchUndiciPackage } from './garbled/watch-undici-package.ts';
import type { ErrorPlaces } from './error-places.ts';
import type { TraceLevel } from './host-frames.ts';
import { createExchangeLog } from './http/exchange-log.ts';
import type { ExchangeObserver } from './http/exchange-tap.ts';
import { watchFetch } from './http/watch-fetch.ts';
import { watchHttp } from './http/watch-http.ts';
import { watchUndici, type RequestBodyListener } from './http/watch-undici.ts';
import type { Reporter } from './reporter.ts';
import type { TaskScope } from './trace/task-scope.ts';
import { watchProcesses } from './watch-processes.ts';

export type AgentWatch = {
  /** Looks at the result before it is sent. */
  readonly returned: (output: unknown) => void;
  /** Reports what was begun and is not over. */
  readonly flush: () => void;
  /** From now on each exchange is shown to the observer, at whatever level. */
  readonly observe: (observer: ExchangeObserver) => void;
};

export type WatchDeps = {
  readonly report: Reporter['report'];
  readonly files: AgentFiles;
  readonly scope: TaskScope;
  readonly places: ErrorPlaces;
};

/** Everything that is seen from outside the agent's code: HTTP, subprocesses and, in full, text that was decoded wrongly. */
export function watchAgent(level: TraceLevel, deps: WatchDeps): AgentWatch {
  if (level === 'off') {
    return watchWhenObserved(deps);
  }
  const { report, files, scope, places } = deps;
  const exchanges = createExchangeLog({ report, files, scope, places });
  const watch = (onRequestBody: RequestBodyListener): void => {
    watchFetch(files, places);
    watchUndici(exchanges, onRequestBody);
    watchHttp(exchanges, onRequestBody);
    watchProcesses(report, files, scope);
  };
  if (level === 'calls') {
    watch(() => undefined);
    return { returned: () => undefined, flush: exchanges.flush, observe: exchanges.observe };
  }
  const texts = createGarbledTexts(report, scope);
  watch(texts.sent);
  const decoding = { texts, exchanges, files };
  watchDecoding(decoding);
  watchUndiciPackage(decoding);
  // `Response` costs 20 ms to load, so it is not touched before the agent's first request.
  whenFirstRequest(() => watchResponseClass(globalThis.Response, decoding));
  return { returned: texts.returned, flush: exchanges.flush, observe: exchanges.observe };
}

/** With the trace off nothing is reported, and nothing is watched before a recording or a replay asks for it. */
function watchWhenObserved({ files, scope, places }: WatchDeps): AgentWatch {
  const exchanges = createExchangeLog({ report: () => undefined, files, scope, places });
  let isWatched = false;
  return {
    returned: () => undefined,
    flush: exchanges.flush,
    observe: (observer) => {
      if (!isWatched) {
        isWatched = true;
        watchUndici(exchanges, () => undefined);
        watchHttp(exchanges, () => undefined);
      }
      exchanges.observe(observer);
    },
  };
}

function whenFirstRequest(then: () => void): void {
  let isDone = false;
  subscribe('undici:request:create', () => {
    if (!isDone) {
      isDone = true;
      then();
    }
  });
}
