import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { socketEndpoint } from '../runtime/endpoint.ts';
import { curlText } from './curl-text.ts';

/** What a real shell hands to curl. */
function bodyOf(text: string, env: Readonly<Record<string, string>> = {}): unknown {
  const script = `curl() { for last; do :; done; printf '%s' "$last"; }\n${text}`;
  return JSON.parse(execFileSync('sh', ['-c', script], { encoding: 'utf8', env }));
}

test('the command submits the same input', () => {
  const input = { city: "L'Aquila", note: 'a "b" $HOME `id` \\n', list: [1, { deep: '上海' }] };
  const text = curlText(
    { agent_name: 'weather-checker', agent_path: '/agents/weather checker', input },
    socketEndpoint('/run/hermes-runtime/runtime.sock'),
    [],
  );
  expect(text).toContain('--unix-socket /run/hermes-runtime/runtime.sock http://localhost/api/v1/tasks');
  expect(bodyOf(text)).toEqual({ agent_name: 'weather-checker', agent_path: '/agents/weather checker', input });
});

test.each([
  ['a literal', 'ntn_5e1f'],
  ['a reference', 'secret://rss-monitor.notion_token'],
  ['a placeholder', '‹secret notion_token›'],
])('a secret given as %s is written as a variable', (_how, value) => {
  const text = curlText({ agent_name: 'rss-monitor', input: { notion_token: value, database_id: '8c1f' } }, socketEndpoint('/s'), [
    'notion_token',
  ]);
  expect(text).not.toContain('ntn_5e1f');
  expect(text).toContain('$NOTION_TOKEN');
  expect(bodyOf(text, { NOTION_TOKEN: 'from the shell' })).toMatchObject({
    input: { notion_token: 'from the shell', database_id: '8c1f' },
  });
});

test('a reference deep inside is found without being told', () => {
  const text = curlText({ agent_name: 'a', input: { auth: [{ 'api-key': 'secret://k' }] } }, socketEndpoint('/s'), []);
  expect(bodyOf(text, { API_KEY: 'v' })).toEqual({ agent_name: 'a', input: { auth: [{ 'api-key': 'v' }] } });
});

test('the token of another machine is a variable', () => {
  const text = curlText({ agent_name: 'echo', input: {} }, { type: 'url', url: 'https://prod.example.com', token: 'hrt_secret' }, []);
  expect(text).toContain('curl -sS https://prod.example.com/api/v1/tasks');
  expect(text).toContain('Bearer $HERMES_TOKEN');
  expect(text).not.toContain('hrt_secret');
});
