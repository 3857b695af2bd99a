import { awaitedUrl } from './awaited-name.ts';

/** What a client does not get to see of the harness. */
export type HiddenFrames = {
  /** The notification without the harness; undefined where it is about nothing else. */
  readonly shown: (notification: object) => object | undefined;
  /** The parameters of a client's request, with the harness among what it skips, and a stop where the agent fails. */
  readonly hiding: (request: { readonly method: string; readonly params?: object }) => object | undefined;
  /** What the debugger steps over. */
  readonly patterns: readonly string[];
};

type Fields = Readonly<Record<string, unknown>>;

/** `harness` is the URL of the folder of the harness. */
export function hiddenFrames(harness: string): HiddenFrames {
  const patterns = [`^${harness.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`];
  const isOwn = (named: unknown): boolean => {
    const url = fieldsOf(named)['url'];
    return typeof url === 'string' && (url.startsWith(harness) || url === awaitedUrl);
  };
  // A frame of a stopped thread names its script by number only.
  const scripts = new Set<unknown>();
  const isHidden = (frame: unknown): boolean => {
    const { location, scriptId } = fieldsOf(frame);
    return scripts.has(scriptId ?? fieldsOf(location)['scriptId']);
  };
  const visible = (frames: unknown): unknown => {
    const all: readonly unknown[] = Array.isArray(frames) ? frames : [];
    const kept = all.filter((frame) => !isHidden(frame));
    // Stopped in the harness itself, as by a pause at any moment: better its frames than none.
    return kept.length > 0 ? kept : frames;
  };
  // An editor's debugger stops at no exception unless a person has ticked a box; but what fails the agent is what they came to see.
  let hasAsked = false;
  const asyncStack = (stack: unknown): unknown => {
    const fields = fieldsOf(stack);
    if (fields['callFrames'] === undefined) {
      return stack;
    }
    const kept = { ...fields, callFrames: visible(fields['callFrames']) };
    return fields['parent'] === undefined ? kept : { ...kept, parent: asyncStack(fields['parent']) };
  };
  return {
    patterns,
    shown: (notification) => {
      const { method, params } = fieldsOf(notification);
      const fields = fieldsOf(params);
      switch (method) {
        case 'Debugger.paused':
          return {
            ...notification,
            params: {
              ...fields,
              // js-debug goes on from an exception that it has not asked for.
              ...(!hasAsked && isException(fields['reason']) && { reason: 'other' }),
              callFrames: visible(fields['callFrames']),
              ...(fields['asyncStackTrace'] !== undefined && { asyncStackTrace: asyncStack(fields['asyncStackTrace']) }),
            },
          };
        case 'Debugger.scriptParsed':
          if (isOwn(fields)) {
            scripts.add(fields['scriptId']);
            return undefined;
          }
          return notification;
        case 'NodeWorker.attachedToWorker':
          // The thread that carries these messages.
          return isOwn(fields['workerInfo']) ? undefined : notification;
        default:
          return notification;
      }
    },
    hiding: ({ method, params }) => {
      if (method === 'Debugger.setPauseOnExceptions') {
        hasAsked = fieldsOf(params)['state'] !== 'none';
        return hasAsked ? params : { ...params, state: 'uncaught' };
      }
      if (method !== 'Debugger.setBlackboxPatterns') {
        return params;
      }
      const own = fieldsOf(params)['patterns'];
      const asked: readonly unknown[] = Array.isArray(own) ? own : [];
      return { ...params, patterns: [...asked, ...patterns] };
    },
  };
}

function isException(reason: unknown): boolean {
  return reason === 'exception' || reason === 'promiseRejection';
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
