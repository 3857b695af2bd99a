/** How far an exchange had come. */
export type ExchangePhase = 'connect' | 'send' | 'headers' | 'body';

export type ExchangeError = { readonly type: string; readonly message: string; readonly phase: ExchangePhase };

const maxMessageLength = 500;

/** The error below the client library: its class where it has one of its own, else the system's code. */
export function exchangeError(error: unknown, phase: ExchangePhase): ExchangeError {
  if (!(error instanceof Error)) {
    return { type: typeof error, message: String(error).slice(0, maxMessageLength), phase };
  }
  // `http` wraps the reason of an abort, a timeout among them.
  const reason = error.name === 'AbortError' && error.cause instanceof Error ? error.cause : error;
  const code = 'code' in reason && typeof reason.code === 'string' ? reason.code : undefined;
  const type = reason.name === 'Error' || reason.name === 'AggregateError' ? (code ?? reason.name) : reason.name;
  return { type, message: (reason.message || code || type).slice(0, maxMessageLength), phase };
}
