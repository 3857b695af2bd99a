import { expect, test } from 'vitest';
import { referencesIn, secretFieldNames, secretName, withReferences } from './secrets.ts';

const agent = { name: 'rss-monitor', secret_fields: ['notion_token', 'proxy_password'], input_schema: { required: ['notion_token'] } };

test('a required secret that the input lacks becomes a reference', () => {
  expect(withReferences(agent, { database_id: '8c1f' })).toEqual({
    database_id: '8c1f',
    notion_token: 'secret://rss-monitor.notion_token',
  });
});

test('a placeholder of an earlier task becomes a reference again', () => {
  expect(withReferences(agent, { notion_token: '‹secret notion_token›', proxy_password: '‹secret proxy_password›' })).toEqual({
    notion_token: 'secret://rss-monitor.notion_token',
    proxy_password: 'secret://rss-monitor.proxy_password',
  });
});

test('what the person gave stays as it is', () => {
  expect(withReferences(agent, { notion_token: 'typed' })).toEqual({ notion_token: 'typed' });
});

test('references are found at any depth, each once', () => {
  expect(referencesIn({ a: 'secret://x', b: [{ c: 'secret://x' }, 'secret://y'], d: 'no secret://z' })).toEqual(['x', 'y']);
});

test('each agent has its own secret of a name', () => {
  expect(secretName({ name: 'a' }, 'api_key')).not.toBe(secretName({ name: 'b' }, 'api_key'));
});

test('fields may be named as JSON Pointers', () => {
  expect(secretFieldNames({ secret_fields: ['/notion_token', 'plain'] })).toEqual(['notion_token', 'plain']);
});
