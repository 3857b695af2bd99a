import type { RecordedError } from '@hermes-runtime/schemas';

/** The system's error as it was below the client library, which then makes its own of it. */
export function remadeError({ type, errno, message, client_type: name }: RecordedError): Error {
  const error = name === 'AggregateError' ? new AggregateError([], message) : new Error(message);
  if (name !== undefined && name !== 'AggregateError') {
    Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
  }
  return Object.assign(error, { code: type, ...(errno !== undefined && { errno }), ...systemFields(message, type) });
}

/** Node writes them into the message: `connect ECONNREFUSED 127.0.0.1:80`, `getaddrinfo ENOTFOUND example.com`. */
function systemFields(message: string, code: string): object {
  const [syscall, said, target, ...more] = message.split(' ');
  if (syscall === undefined || said !== code || more.length > 0) {
    return {};
  }
  if (syscall === 'getaddrinfo') {
    return { syscall, ...(target !== undefined && { hostname: target }) };
  }
  const address = /^(.*):(\d+)$/.exec(target ?? '');
  return { syscall, ...(address !== null && { address: address[1], port: Number(address[2]) }) };
}
