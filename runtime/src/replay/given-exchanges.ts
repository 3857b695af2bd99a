import type { GivenAnswer, RecordedBody, RecordedExchange } from '@hermes-runtime/schemas';
import { digestOf } from './recording.ts';

/** They follow from the body, whatever was given. */
const ofTheBody: ReadonlySet<string> = new Set(['content-length', 'content-encoding', 'transfer-encoding', 'connection']);

type Recorded = { readonly exchanges: readonly RecordedExchange[]; readonly bodies: Readonly<Record<string, RecordedBody>> };

/** A case with what was given by hand behind what was recorded. */
export function withGiven<T extends Recorded>(recorded: T, given: readonly GivenAnswer[] = []): T {
  if (given.length === 0) return recorded;
  const last = recorded.exchanges.reduce((most, { n }) => Math.max(most, n), 0);
  const made = given.map((answer, index) => exchangeOf(answer, last + index + 1));
  return {
    ...recorded,
    exchanges: [...recorded.exchanges, ...made.map(({ exchange }) => exchange)],
    bodies: { ...recorded.bodies, ...Object.fromEntries(made.flatMap(({ body, digest }) => (body ? [[digest, body]] : []))) },
  };
}

type Made = { readonly exchange: RecordedExchange; readonly digest: string; readonly body: RecordedBody | undefined };

function exchangeOf({ method, url, status, headers = {}, body }: GivenAnswer, n: number): Made {
  const isJson = body !== undefined && typeof body !== 'string';
  const text = isJson ? JSON.stringify(body) : (body ?? '');
  const digest = digestOf({ text });
  const own = Object.entries(headers).filter(([name]) => !ofTheBody.has(name.toLowerCase()));
  const isTyped = own.some(([name]) => name.toLowerCase() === 'content-type');
  const sent = [
    ...own,
    ...(isTyped || !isJson ? [] : [['content-type', 'application/json']]),
    ['content-length', String(Buffer.byteLength(text))],
  ];
  return {
    exchange: {
      n,
      client: 'given',
      method: method.toUpperCase(),
      url,
      try: 1,
      started: 0,
      ms: 0,
      request: { headers: [], digest: digestOf({ text: '' }) },
      response: {
        status,
        headers: sent.map(([name = '', value = '']): [string, string] => [name, value]),
        encoding: 'wire',
        ...(text !== '' && { body: digest }),
      },
      given: true,
    },
    digest,
    body: text === '' ? undefined : { text },
  };
}
