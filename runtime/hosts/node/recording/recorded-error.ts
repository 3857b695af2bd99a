import type { RecordedError } from '@hermes-runtime/schemas';
import type { ExchangePhase } from '../http/exchange-error.ts';

/** The agent or its library gave up: a replay leaves the request without an answer, and they give up again. */
export const givenUp = 'ABORTED';

/** Errors of the connection carry one of these names; all others are reasons to give up. */
const connectionErrors: ReadonlySet<string> = new Set([
  'Error',
  'AggregateError',
  'SocketError',
  'HTTPParserError',
  'ConnectTimeoutError',
  'HeadersTimeoutError',
  'BodyTimeoutError',
]);

/** `closedByPeer`: whether the connection says itself that it was closed; undefined where only the error tells. */
export function recordedError(thrown: unknown, phase: ExchangePhase, closedByPeer: boolean | undefined): RecordedError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  // `http` says "hang up" and "aborted" of both sides.
  const isOwn = code === 'ECONNRESET' && !('errno' in error) && closedByPeer === false;
  if (code === undefined || isOwn || !(connectionErrors.has(error.name) || isRefusal(error))) {
    return { phase, type: givenUp, message: error.message, client_type: error.name };
  }
  return {
    phase,
    type: code,
    ...('errno' in error && typeof error.errno === 'number' && Number.isInteger(error.errno) && { errno: error.errno }),
    message: error.message,
    ...(error.name !== 'Error' && { client_type: error.name }),
  };
}

/** undici names it as if the agent had given up. */
function isRefusal({ message }: Error): boolean {
  return message.startsWith('Proxy response (');
}
