import type { AgentSummary, Case, ErrorBody, SubmitTask, Task, TraceEvent } from '@hermes-runtime/schemas';
import { validateAgentSummary, validateErrorBody, validateTask, validateTraceEvent } from '@hermes-runtime/schemas/messages';
import type { Endpoint } from './endpoint.ts';
import { type Answer, type Call, type StreamEnd, callRuntime, readStream } from './socket-call.ts';

/** What the runtime says about itself. */
export type RuntimeInfo = { readonly version: string; readonly pid: number };

/** The runtime did as asked, or said why not. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T; readonly lastSeq: number }
  | { readonly ok: false; readonly status: number; readonly error: ErrorBody['error'] };

/** One line of an installation, or its end. */
export type InstallEvent = { readonly type: 'progress' | 'installed' | 'failed'; readonly message: string };

export type RuntimeApi = {
  readonly endpoint: Endpoint;
  /** Why it would not take a task now; undefined when it would. Needs no token. */
  readonly health: () => Promise<string | undefined>;
  readonly info: () => Promise<RuntimeInfo | undefined>;
  /** Has a folder's agents served. `settled` answers only once each has loaded, or has not. */
  readonly addRoot: (folder: string, when: 'at once' | 'settled') => Promise<Reply<unknown>>;
  readonly agents: () => Promise<Reply<readonly AgentSummary[]>>;
  readonly tasks: (limit: number) => Promise<Reply<readonly Task[]>>;
  readonly taskEvents: (taskId: string) => Promise<Reply<readonly TraceEvent[]>>;
  readonly submit: (task: SubmitTask) => Promise<Reply<{ readonly task_id: string }>>;
  readonly cancel: (taskId: string) => Promise<Reply<unknown>>;
  /** What a replay of an ended task needs, as it is saved. */
  readonly caseOf: (taskId: string) => Promise<Reply<unknown>>;
  /** Keeps a case from a file; answers what `replay_of` takes. */
  readonly keepCase: (value: Case) => Promise<Reply<{ readonly replay_of: string }>>;
  readonly stop: () => Promise<Reply<unknown>>;
  /** Every event after `seq`, as it is stored. */
  readonly watch: (seq: number, onEvent: (event: TraceEvent) => void, signal: AbortSignal) => Promise<StreamEnd>;
  /** Installs what an agent depends on. Aborting cancels it. */
  /** Installs the debugger of the agent's language into its environment. */
  readonly installDebugger: (agentPath: string, onProgress: (event: InstallEvent) => void, signal: AbortSignal) => Promise<StreamEnd>;
  readonly install: (agentPath: string, onProgress: (event: InstallEvent) => void, signal: AbortSignal) => Promise<StreamEnd>;
};

export function runtimeApi(endpoint: Endpoint): RuntimeApi {
  const call = (request: Call): Promise<Answer> => callRuntime(endpoint, request);
  const post = async (path: string, body: unknown = {}): Promise<Reply<unknown>> =>
    replyOf(await call({ method: 'POST', path, body }), (value) => value);
  const install = async (body: object, onProgress: (event: InstallEvent) => void, signal: AbortSignal): Promise<StreamEnd> =>
    readStream(
      endpoint,
      { method: 'POST', path: '/api/v1/environments', body, signal },
      {
        onMessage: ({ data }) => {
          const event = installEventOf(jsonOf(data));
          if (event) onProgress(event);
        },
      },
    );
  return {
    endpoint,
    health: async () => {
      const { status, body } = await call({ method: 'GET', path: '/health' });
      if (status === 200) return undefined;
      return typeof body === 'object' && body !== null && 'message' in body ? String(body.message) : String(status);
    },
    info: async () => infoOf((await call({ method: 'GET', path: '/api/v1/runtime' })).body),
    addRoot: async (path, when) =>
      replyOf(await call({ method: 'PUT', path: '/api/v1/roots', body: { path, wait: when === 'settled' } }), (value) => value),
    agents: async () => replyOf(await call({ method: 'GET', path: '/api/v1/agents' }), listOf(validateAgentSummary)),
    tasks: async (limit) => replyOf(await call({ method: 'GET', path: `/api/v1/tasks?limit=${limit}` }), listOf(validateTask)),
    taskEvents: async (id) =>
      replyOf(
        await call({ method: 'GET', path: `/api/v1/tasks/${encodeURIComponent(id)}/events`, headers: { accept: 'application/json' } }),
        (body) => listOf(validateTraceEvent)(typeof body === 'object' && body !== null && 'events' in body ? body.events : undefined),
      ),
    submit: async (task) => replyOf(await call({ method: 'POST', path: '/api/v1/tasks', body: task }), taskIdOf),
    cancel: async (id) => post(`/api/v1/tasks/${encodeURIComponent(id)}/cancel`),
    caseOf: async (id) => replyOf(await call({ method: 'GET', path: `/api/v1/tasks/${encodeURIComponent(id)}/case` }), (value) => value),
    keepCase: async (value) => replyOf(await call({ method: 'POST', path: '/api/v1/cases', body: value }), replayOf),
    stop: async () => post('/api/v1/stop'),
    watch: async (seq, onEvent, signal) =>
      readStream(
        endpoint,
        { method: 'GET', path: '/api/v1/events', headers: { 'last-event-id': String(seq) }, signal },
        {
          onMessage: ({ data }) => {
            const event = jsonOf(data);
            if (validateTraceEvent(event)) onEvent(event);
          },
        },
      ),
    install: async (agentPath, onProgress, signal) => install({ agent_path: agentPath }, onProgress, signal),
    installDebugger: async (agentPath, onProgress, signal) => install({ agent_path: agentPath, debugger: true }, onProgress, signal),
  };
}

function replyOf<T>(answer: Answer, read: (body: unknown) => T): Reply<T> {
  const { status, body, headers } = answer;
  if (status >= 200 && status < 300) return { ok: true, value: read(body), lastSeq: Number(headers['x-hermes-last-seq'] ?? 0) };
  const error = validateErrorBody(body)
    ? body.error
    : { code: 'internal', message: `${status} ${typeof body === 'string' ? body : ''}`.trim() };
  return { ok: false, status, error };
}

/** What does not fit is left out: a newer runtime may know more than this editor. */
function listOf<T>(fits: (value: unknown) => value is T): (body: unknown) => T[] {
  return (body) => (Array.isArray(body) ? body.filter((item) => fits(item)) : []);
}

function taskIdOf(body: unknown): { readonly task_id: string } {
  const id = typeof body === 'object' && body !== null && 'task_id' in body ? body.task_id : undefined;
  return { task_id: String(id) };
}

function replayOf(body: unknown): { readonly replay_of: string } {
  const id = typeof body === 'object' && body !== null && 'replay_of' in body ? body.replay_of : undefined;
  return { replay_of: String(id) };
}

function infoOf(body: unknown): RuntimeInfo | undefined {
  if (typeof body !== 'object' || body === null || !('version' in body) || !('pid' in body)) return undefined;
  return typeof body.version === 'string' && typeof body.pid === 'number' ? { version: body.version, pid: body.pid } : undefined;
}

function installEventOf(value: unknown): InstallEvent | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  const { type } = value;
  if (type !== 'progress' && type !== 'installed' && type !== 'failed') return undefined;
  return { type, message: 'message' in value ? String(value.message) : '' };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A half line of a stream that was cut; the next connection repeats it.
    return undefined;
  }
}
