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
  readonly idempotency_key: string;
  /** The largest result, in bytes of JSON. */
  readonly max_result_bytes: number;
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
    idempotency_key: typeof fields['idempotency_key'] === 'string' ? fields['idempotency_key'] : '',
    max_result_bytes: typeof bytes === 'number' && bytes > 0 ? bytes : defaultResultBytes,
  };
}

function fieldsOf(frame: unknown, type: string): Readonly<Record<string, unknown>> {
  const fields: Readonly<Record<string, unknown>> = typeof frame === 'object' && frame !== null ? { ...frame } : {};
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
