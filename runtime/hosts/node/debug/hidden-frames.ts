import { awaitedUrl } from './awaited-name.ts';

/** What a client does not get to see of the harness. */
export type HiddenFrames = {
  /** The notification without the harness; undefined where it is about nothing else. */
  readonly shown: (notification: object) => object | undefined;
  /** What to do with a stop that is nobody's, instead of showing it; undefined to show it. */
  readonly passedBy: (notification: object) => 'Debugger.resume' | 'Debugger.stepOut' | undefined;
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
  const internals = new Set<unknown>();
  const scriptOf = (frame: unknown): unknown => {
    const { location, scriptId } = fieldsOf(frame);
    return scriptId ?? fieldsOf(location)['scriptId'];
  };
  const isHidden = (frame: unknown): boolean => scripts.has(scriptOf(frame));
  let awaitedScript: unknown;
  // The stop at a divergence and that at the error which it throws are one to a person.
  let isAtDivergence = false;
  const passedBy = (notification: object): 'Debugger.resume' | 'Debugger.stepOut' | undefined => {
    const { method, params } = fieldsOf(notification);
    if (method !== 'Debugger.paused') {
      return undefined;
    }
    const { callFrames, reason } = fieldsOf(params);
    const frames = listOf(callFrames);
    const wasAtDivergence = isAtDivergence;
    const isInside = awaitedScript !== undefined && scriptOf(frames[0]) === awaitedScript;
    isAtDivergence = isInside && reason === 'other';
    if (isInside && reason === 'step') {
      return 'Debugger.stepOut';
    }
    // V8 stops at some exceptions that pass through nothing but what it was told to skip.
    const isNobodys = frames.every((frame) => isHidden(frame) || internals.has(scriptOf(frame)));
    return isException(reason) && (isNobodys || (isInside && wasAtDivergence)) ? 'Debugger.resume' : undefined;
  };
  const visible = (frames: unknown): unknown => {
    const kept = listOf(frames).filter((frame) => !isHidden(frame));
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
    passedBy,
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
          if (String(fields['url']).startsWith('node:')) {
            internals.add(fields['scriptId']);
          }
          if (isOwn(fields)) {
            scripts.add(fields['scriptId']);
            awaitedScript = fields['url'] === awaitedUrl ? fields['scriptId'] : awaitedScript;
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
      return { ...params, patterns: [...listOf(fieldsOf(params)['patterns']), ...patterns] };
    },
  };
}

function isException(reason: unknown): boolean {
  return reason === 'exception' || reason === 'promiseRejection';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
