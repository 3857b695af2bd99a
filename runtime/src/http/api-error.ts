import type { ErrorBody, ValueProblem } from '@hermes-runtime/schemas';

/** The catalogue: every code that the API answers, and its status. A code never changes its meaning. */
export const errorStatuses = {
  invalid_json: 400,
  json_too_deep: 400,
  invalid_request: 400,
  unauthorized: 401,
  origin_refused: 403,
  local_only: 403,
  scope_missing: 403,
  not_found: 404,
  unknown_agent: 404,
  unknown_task: 404,
  method_not_allowed: 405,
  ambiguous_agent: 409,
  ambiguous_task: 409,
  agent_unusable: 409,
  version_not_served: 409,
  not_runnable: 409,
  version_exists: 409,
  not_ended: 409,
  traffic_gone: 409,
  code_gone: 409,
  idempotency_conflict: 409,
  port_taken: 409,
  busy: 409,
  body_too_large: 413,
  not_json: 415,
  host_refused: 421,
  invalid_input: 422,
  upgrade_required: 426,
  internal: 500,
  record_damaged: 500,
  closing: 503,
  not_ready: 503,
  store_full: 507,
} as const;

export type ErrorCode = keyof typeof errorStatuses;

/** A request that is refused, on purpose and in words. Anything else that is thrown is a bug and answers `internal`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorCode;
  readonly problems: readonly ValueProblem[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ErrorCode,
    message: string,
    more: { readonly problems?: readonly ValueProblem[]; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.code = code;
    this.problems = more.problems ?? [];
    this.headers = more.headers ?? {};
  }

  get status(): (typeof errorStatuses)[ErrorCode] {
    return errorStatuses[this.code];
  }

  body(): ErrorBody {
    return { error: { code: this.code, message: this.message, ...(this.problems.length > 0 && { problems: [...this.problems] }) } };
  }
}
