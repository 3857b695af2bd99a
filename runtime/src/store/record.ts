import { hash } from 'node:crypto';
import type { SQLOutputValue } from 'node:sqlite';
import type { TraceEvent } from '@hermes-runtime/schemas';
import type { NewEvent } from './new-event.ts';
import { type Payloads, payloadThreshold } from './payloads.ts';

export type Row = Record<string, SQLOutputValue>;

/** One event as a row of `events`. */
export type EventRow = {
  readonly seq: number;
  readonly task: number | null;
  /** From 1 in each task: a record that vanished leaves a hole. */
  readonly position: number;
  readonly type: string;
  readonly time: number;
  readonly body: string | null;
  readonly payload: string | null;
  readonly hash: Uint8Array;
};

/** An event with the JSON of its own members. Made before a transaction begins, so that a value that cannot be written fails alone. */
export type EncodedEvent = { readonly event: NewEvent; readonly text: string };

export function encodeBody(event: NewEvent): EncodedEvent {
  const { type: _type, time: _time, ...rest } = event;
  return { event, text: JSON.stringify(rest) };
}

export type RowPlace = { readonly seq: number; readonly task: number | null; readonly position: number };

export function encodeEvent({ event, text }: EncodedEvent, place: RowPlace, payloads: Payloads): EventRow {
  const { type, time } = event;
  const row = text.length > payloadThreshold ? { body: null, payload: payloads.put(text) } : { body: text, payload: null };
  const content = { ...place, type, time, ...row };
  return { ...content, hash: hashOf(content) };
}

/** Undefined where the row, or its payload, is not what was written. */
export function decodeEvent(row: Row, payloads: Payloads): TraceEvent | undefined {
  const stored = eventRow(row);
  if (!stored || !sameBytes(stored.hash, hashOf(stored))) return undefined;
  const text = stored.body ?? (stored.payload === null ? undefined : payloads.get(stored.payload));
  if (text === undefined) return undefined;
  const rest: unknown = JSON.parse(text);
  const event: unknown = { type: stored.type, seq: stored.seq, time: stored.time, ...Object(rest) };
  return isEvent(event) ? event : undefined;
}

/** Half of a sha-256: it guards against rot, not against people. */
export function shortHash(text: string): Uint8Array {
  return hash('sha256', text, 'buffer').subarray(0, 16);
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function hashOf({ seq, task, position, type, time, body, payload }: Omit<EventRow, 'hash'>): Uint8Array {
  return shortHash(`${seq} ${task} ${position} ${type} ${time} ${payload}\n${body}`);
}

function eventRow(row: Row): EventRow | undefined {
  const { seq, task, position, type, time, body, payload, hash: stored } = row;
  if (typeof seq !== 'number' || typeof position !== 'number' || typeof type !== 'string' || typeof time !== 'number') return undefined;
  if (task !== null && typeof task !== 'number') return undefined;
  if (body !== null && typeof body !== 'string') return undefined;
  if (payload !== null && typeof payload !== 'string') return undefined;
  return stored instanceof Uint8Array ? { seq, task, position, type, time, body, payload, hash: stored } : undefined;
}

/** The hash has just shown that these are the bytes that a typed event was written as. */
function isEvent(value: unknown): value is TraceEvent {
  return typeof value === 'object' && value !== null;
}
