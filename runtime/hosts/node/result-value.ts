import type { Failure } from '@hermes-runtime/schemas';
import { AgentFailure, shortText } from './failure.ts';

/** Deeper values break readers of JSON elsewhere; no honest result is this deep. */
const maxDepth = 200;

/** The result as JSON, or a failure that names the key at which it stops being JSON. */
export function resultValue(value: unknown, maxBytes: number): unknown {
  if (value === undefined) {
    throw new AgentFailure({ code: 'no_result', message: 'execute() returned nothing. Return an object with the keys of output_schema.' });
  }
  const plain = toPlain(value, '', new Set());
  const bytes = Buffer.byteLength(JSON.stringify(plain), 'utf8');
  if (bytes > maxBytes) {
    throw new AgentFailure({
      code: 'result_too_large',
      message: `the result has ${bytes} bytes of JSON, ${maxBytes} are allowed (limits.output_mb); the largest part is ${largestPath(plain)}`,
      path: largestPath(plain),
    });
  }
  return plain;
}

function toPlain(value: unknown, at: string, above: Set<object>): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : notJson(at, `${value} is no JSON number`);
    case 'object':
      return value === null ? null : objectToPlain(value, at, above);
    case 'undefined':
      return notJson(at, 'undefined is not JSON; leave the key out or use null');
    case 'bigint':
      return notJson(at, 'a BigInt is not JSON; use Number(…) or String(…)');
    case 'function':
      return notJson(at, 'a function is not JSON');
    case 'symbol':
      return notJson(at, 'a symbol is not JSON');
  }
}

function objectToPlain(value: object, at: string, above: Set<object>): unknown {
  if (above.has(value)) {
    return notJson(at, 'the value contains itself');
  }
  if (above.size >= maxDepth) {
    throw new AgentFailure({
      code: 'result_too_deep',
      message: `the result is nested more than ${maxDepth} deep at ${named(at)}`,
      path: at,
    });
  }
  const kind = unsupportedKind(value);
  if (kind !== undefined) {
    return notJson(at, kind);
  }
  above.add(value);
  let plain: unknown;
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    plain = toPlain(jsonForm(value, value.toJSON, at), at, above);
  } else if (Array.isArray(value)) {
    // `Array.from` visits holes, `map` would leave them.
    plain = Array.from(value, (entry: unknown, index) => toPlain(entry, `${at}/${index}`, above));
  } else {
    plain = Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toPlain(entry, `${at}/${pointerPart(key)}`, above)]));
  }
  above.delete(value);
  return plain;
}

function jsonForm(value: object, toJson: object, at: string): unknown {
  try {
    const form: unknown = typeof toJson === 'function' ? Reflect.apply(toJson, value, []) : value;
    return form;
  } catch (error) {
    return notJson(at, `its toJSON() failed: ${shortText(error)}`);
  }
}

/** Objects that JSON.stringify turns into `{}` or into something that nobody meant. */
function unsupportedKind(value: object): string | undefined {
  if (value instanceof Map || value instanceof Set || value instanceof WeakMap || value instanceof WeakSet) {
    return `a ${value.constructor.name} is not JSON; use Object.fromEntries(…) or [...…]`;
  }
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
    return 'bytes are not JSON; use .toString("base64") or decode them';
  }
  if (value instanceof Promise) {
    return 'a Promise is not JSON; await it';
  }
  if (value instanceof Error) {
    return 'an Error is not JSON; use its message';
  }
  if (value instanceof RegExp) {
    return 'a RegExp is not JSON';
  }
  if (value instanceof Date && Number.isNaN(value.getTime())) {
    return 'an invalid Date is not JSON';
  }
  return undefined;
}

function notJson(at: string, reason: string): never {
  const failure: Failure = { code: 'not_json', message: `the result is not JSON at ${named(at)}: ${reason}`, path: at };
  throw new AgentFailure(failure);
}

function named(at: string): string {
  return at === '' ? 'its root' : at;
}

function pointerPart(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function largestPath(plain: unknown): string {
  if (typeof plain !== 'object' || plain === null) {
    return '';
  }
  const sizes = Object.entries(plain).map(([key, entry]) => ({ key, bytes: (JSON.stringify(entry) ?? '').length }));
  const largest = sizes.toSorted((left, right) => right.bytes - left.bytes)[0];
  return largest === undefined ? '' : `/${pointerPart(largest.key)}`;
}
