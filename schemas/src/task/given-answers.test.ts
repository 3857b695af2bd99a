import { expect, test } from 'vitest';
import type { ExchangeDiverged, RecordedExchange } from '../generated/types.ts';
import { emptyTask } from './task-view.ts';
import { answerDraft, unansweredOf } from './given-answers.ts';

const asked: ExchangeDiverged = {
  type: 'exchange.diverged',
  seq: 1,
  time: 1,
  task_id: 't',
  attempt: 1,
  client: 'fetch',
  method: 'GET',
  url: 'http://shop.example/stock/9',
  reason: 'not_recorded',
  at: { file: 'main.py', line: 7 },
};

function recorded(n: number, url: string, line: number, body: string, status = 200): RecordedExchange {
  const headers: [string, string][] = [
    ['Content-Type', 'application/json'],
    ['Server', 'nginx'],
  ];
  const at = { file: 'main.py', line };
  const request = { headers: [], digest: '' };
  return { n, client: 'fetch', method: 'GET', url, at, try: 1, started: 0, ms: 1, request, response: { status, headers, body } };
}

const bodies = { a: { text: '{"left":4}' }, b: { text: 'null' } };
const text = ({ text: plain }: { readonly text?: string }): string | undefined => plain;

test('an answer starts as what the same line got before, without the noise of a server', () => {
  const exchanges = [recorded(1, 'http://else.example/', 2, 'b'), recorded(2, 'http://shop.example/stock/8', 7, 'a')];
  expect(answerDraft(asked, { exchanges, bodies }, text)).toEqual({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: { left: 4 },
  });
});

test('where nothing like it was recorded, it starts empty', () => {
  const exchanges = [recorded(1, 'http://else.example/', 2, 'b')];
  expect(answerDraft(asked, { exchanges, bodies }, text)).toEqual({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: {},
  });
});

test('a program that was not started cannot be answered by hand', () => {
  const view = (...diverged: readonly ExchangeDiverged[]): typeof emptyTask => ({ ...emptyTask, facts: { ...emptyTask.facts, diverged } });
  expect(unansweredOf(view({ ...asked, reason: 'subprocess' }))).toBeUndefined();
  expect(unansweredOf(view({ ...asked, reason: 'subprocess' }, asked))).toBe(asked);
});
