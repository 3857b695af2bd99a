import type { RecordedBody, RecordedExchange, RecordedFeed } from '@hermes-runtime/schemas';

/** How much of the agent's work is reported. `calls`: HTTP and processes; `full`: loops, exceptions and garbled text as well. */
export type TraceLevel = 'off' | 'calls' | 'full';

/** The first frame of the host: which agent to load. */
export type LoadFrame = {
  /** The author's folder: code is compiled under these paths. */
  readonly folder: string;
  /** Where the files of this version really are. */
  readonly snapshot: string;
  readonly entrypoint: string;
  readonly trace: TraceLevel;
  /** `node_modules` folders of the agent's environment. */
  readonly modules: readonly string[];
};

/** The one task of this process. */
export type TaskFrame = {
  readonly id: string;
  readonly task_id: string;
  readonly attempt: number;
  readonly input: unknown;
  readonly trace: TraceLevel;
  readonly secrets: readonly string[];
  /** What stands for each secret in a recording. */
  readonly placeholders: readonly string[];
  /** Whether exchanges are kept with their bodies, and what clock and randomness gave. */
  readonly record: boolean;
  /** Set where the network is served from a recording. */
  readonly replay: { readonly rule: 'exact' | 'place'; readonly feeds: readonly RecordedFeed[] } | undefined;
  readonly idempotency_key: string;
  /** The largest result, in bytes of JSON. */
  readonly max_result_bytes: number;
};

/** Comes before the task of a replay, in as many frames as it takes. */
export type RecordedFrame = {
  readonly exchanges: readonly RecordedExchange[];
  readonly bodies: Readonly<Record<string, RecordedBody>>;
};

const defaultResultBytes = 8 * 1024 * 1024;

/** The host is trusted, but a frame that lacks a field must say so here and not later. */
export function readLoadFrame(frame: unknown): LoadFrame {
  const fields = fieldsOf(frame, 'load');
  return {
    folder: textOf(fields, 'folder'),
    snapshot: textOf(fields, 'snapshot'),
    entrypoint: textOf(fields, 'entrypoint'),
    trace: levelOf(fields['trace']),
    modules: textsOf(fields['site_packages']),
  };
}

export function readTaskFrame(frame: unknown): TaskFrame {
  const fields = fieldsOf(frame, 'task');
  const bytes = fields['max_result_bytes'];
  return {
    id: textOf(fields, 'id'),
    task_id: textOf(fields, 'task_id'),
    attempt: typeof fields['attempt'] === 'number' ? fields['attempt'] : 1,
    input: fields['input'],
    trace: levelOf(fields['trace']),
    secrets: textsOf(fields['secrets']),
    placeholders: textsOf(fields['placeholders']),
    record: fields['record'] === true,
    replay: replayOf(fields['replay']),
    idempotency_key: typeof fields['idempotency_key'] === 'string' ? fields['idempotency_key'] : '',
    max_result_bytes: typeof bytes === 'number' && bytes > 0 ? bytes : defaultResultBytes,
  };
}

/** Undefined for a frame of another kind. */
export function readRecordedFrame(frame: unknown): RecordedFrame | undefined {
  const fields = copyOf(frame);
  if (fields['type'] !== 'recorded') {
    return undefined;
  }
  const exchanges: readonly unknown[] = Array.isArray(fields['exchanges']) ? fields['exchanges'] : [];
  return {
    exchanges: exchanges.filter((entry): entry is RecordedExchange => hasText(entry, 'method') && hasText(entry, 'url')),
    bodies: Object.fromEntries(
      Object.entries(copyOf(fields['bodies'])).flatMap(([digest, body]): [string, RecordedBody][] => {
        const { text, base64 } = copyOf(body);
        return typeof text === 'string' ? [[digest, { text }]] : typeof base64 === 'string' ? [[digest, { base64 }]] : [];
      }),
    ),
  };
}

function replayOf(value: unknown): TaskFrame['replay'] {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const { rule, feeds } = copyOf(value);
  const entries: readonly unknown[] = Array.isArray(feeds) ? feeds : [];
  return { rule: rule === 'place' ? 'place' : 'exact', feeds: entries.filter((entry): entry is RecordedFeed => hasText(entry, 'name')) };
}

function copyOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function hasText(value: unknown, key: string): boolean {
  return typeof copyOf(value)[key] === 'string';
}

function fieldsOf(frame: unknown, type: string): Readonly<Record<string, unknown>> {
  const fields = copyOf(frame);
  if (fields['type'] !== type) {
    throw new TypeError(`expected a frame of type "${type}"`);
  }
  return fields;
}

function textOf(fields: Readonly<Record<string, unknown>>, key: string): string {
  const value = fields[key];
  if (typeof value !== 'string') {
    throw new TypeError(`the frame's "${key}" is not a text`);
  }
  return value;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

function levelOf(value: unknown): TraceLevel {
  return value === 'off' || value === 'calls' ? value : 'full';
}
