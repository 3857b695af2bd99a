import { type AgentSummary, type ErrorBody, type SubmitTask, type Task, type TraceEvent, traceEventTypes } from '@hermes-runtime/schemas';

/** A refusal of the API, with its code and its own words. */
export class ApiError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export type TaskPage = {
  readonly tasks: readonly Task[];
  /** Events after this are not in the page yet. */
  readonly lastSeq: number;
  readonly cursor?: string;
  /** The API behind this console, where that is another program; undefined for a runtime of this machine. */
  readonly target?: string;
};

/** The runtime's API as the console uses it; the session cookie goes along by itself. */
export async function fetchTasks(query: Readonly<Record<string, string>>): Promise<TaskPage> {
  const response = await call(`/api/v1/tasks?${new URLSearchParams(query).toString()}`);
  const cursor = response.headers.get('x-hermes-cursor');
  const tasks = await bodyOf<readonly Task[]>(response);
  const target = response.headers.get('x-hermes-target');
  return {
    tasks,
    lastSeq: Number(response.headers.get('x-hermes-last-seq') ?? 0),
    ...(cursor !== null && { cursor }),
    ...(target !== null && { target }),
  };
}

export async function fetchTask(taskId: string): Promise<Task> {
  return bodyOf(await call(`/api/v1/tasks/${taskId}`));
}

export async function fetchAgents(): Promise<readonly AgentSummary[]> {
  return bodyOf(await call('/api/v1/agents'));
}

export async function submitTask(body: SubmitTask): Promise<{ readonly task_id: string }> {
  return bodyOf(
    await call('/api/v1/tasks', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  );
}

export async function cancelTask(taskId: string): Promise<void> {
  await call(`/api/v1/tasks/${taskId}/cancel`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
}

/** Follows a stream of events, over lost connections too; the answer ends it. */
export function followEvents(path: string, onEvent: (event: TraceEvent) => void, onState: (isConnected: boolean) => void): () => void {
  const source = new EventSource(path);
  source.addEventListener('open', () => onState(true));
  source.addEventListener('error', () => onState(false));
  for (const type of traceEventTypes)
    source.addEventListener(type, ({ data }: MessageEvent<string>) => {
      const event: unknown = JSON.parse(data);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- As in bodyOf.
      onEvent(event as TraceEvent);
    });
  return () => source.close();
}

async function call(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(path, init);
  if (response.ok) return response;
  const { error } = await bodyOf<Partial<ErrorBody>>(response).catch((): Partial<ErrorBody> => ({}));
  const problems = (error?.problems ?? []).map(({ path: at, message }) => `${at || '/'}: ${message}`);
  throw new ApiError(error?.code ?? String(response.status), [error?.message ?? response.statusText, ...problems].join('\n'));
}

/** The page and the API come from one program of one version, so its answers are what the schemas say; checking them would cost the page 200 KB of validators. */
async function bodyOf<T>(response: Response): Promise<T> {
  const value: unknown = JSON.parse(await response.text());
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- See above.
  return value as T;
}
