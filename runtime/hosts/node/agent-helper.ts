import type { AgentFiles } from './agent-files.ts';
import { helperSlot } from './helper-module.ts';
import type { TaskFrame } from './host-frames.ts';
import { shortText } from './failure.ts';
import type { Reporter } from './reporter.ts';
import type { TaskScope } from './trace/task-scope.ts';
import { callerPlace } from './stack-frames.ts';

const logLevels: ReadonlySet<unknown> = new Set(['debug', 'info', 'warning', 'error']);

/** What `import … from 'hermes_runtime'` gives; answers the call that tells it the task. */
export function installAgentHelper(report: Reporter['report'], files: AgentFiles, scope: TaskScope): (task: TaskFrame) => void {
  const listeners: ((task: TaskFrame) => void)[] = [];
  let spans = 0;
  const placed = (caller: (...values: never[]) => unknown): object => {
    const at = callerPlace(caller, files);
    return at === undefined ? {} : { at };
  };
  const helper = {
    onTask: (listener: (task: TaskFrame) => void): void => void listeners.push(listener),
    log: (message: unknown, level: unknown = 'info'): void =>
      report({
        type: 'log',
        level: logLevels.has(level) ? level : 'info',
        stream: 'agent',
        text: typeof message === 'string' ? message : shortText(message, 10_000),
        ...placed(helper.log),
        ...scope.iteration(),
      }),
    progress: (done?: unknown, total?: unknown, message?: unknown): void =>
      report({
        type: 'progress',
        ...numberField('done', done),
        ...numberField('total', total),
        ...(message !== undefined && { message: shortText(message) }),
      }),
    skip: (item: unknown, reason: unknown = ''): void =>
      report({ type: 'item.skipped', item: shortText(item), reason: shortText(reason), ...placed(helper.skip), ...scope.iteration() }),
    /** `span(name, work)` lasts as long as the work; `span(name)` until its `end()`, or the end of a `using` block. */
    span: (name: unknown, work?: unknown): unknown => {
      spans += 1;
      const id = `s${spans}`;
      const began = performance.now();
      const parent = scope.span();
      report({
        type: 'span.started',
        span_id: id,
        ...(parent !== undefined && { parent_id: parent }),
        name: shortText(name),
        ...placed(helper.span),
      });
      let open = true;
      const end = (error?: unknown): void => {
        if (open) {
          open = false;
          report({
            type: 'span.ended',
            span_id: id,
            ms: performance.now() - began,
            ...(error !== undefined && { error: shortText(error instanceof Error ? error.message : error) }),
          });
        }
      };
      return typeof work === 'function'
        ? scope.runInSpan(id, () => settled(() => Reflect.apply(work, undefined, []), end))
        : { end, [Symbol.dispose]: end };
    },
  };
  Object.defineProperty(globalThis, helperSlot, { value: helper, enumerable: false });
  return (task) => listeners.forEach((listener) => listener(task));
}

function numberField(key: string, value: unknown): object {
  return typeof value === 'number' && Number.isFinite(value) ? { [key]: value } : {};
}

/** Calls `end` when the work, sync or async, is over, and passes on what came of it. */
function settled(work: () => unknown, end: (error?: unknown) => void): unknown {
  let result: unknown;
  try {
    result = work();
  } catch (error) {
    end(error);
    throw error;
  }
  if (result instanceof Promise) {
    return result.then(
      (value: unknown) => {
        end();
        return value;
      },
      (error: unknown) => {
        end(error);
        throw error;
      },
    );
  }
  end();
  return result;
}
