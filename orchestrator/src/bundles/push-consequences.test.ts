import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AgentFile } from '@hermes-runtime/schemas';
import { packAgent } from '@hermes-runtime/runtime';
import { expect, test } from 'vitest';
import { type AccessWorld, type Answer, accessWorlds } from '../../testdata/access-world.ts';
import { callersOf } from './push-consequences.ts';

const { world } = accessWorlds();

const parser = `name: parser
version: 1.0.0
input_schema:
  type: object
  properties: { path: { type: string }, notion_token: { type: string, writeOnly: true }, smtp: { type: object, properties: { password: { type: string, writeOnly: true } } } }
runtime: { type: nodejs, entrypoint: main.mjs }
`;
const digest = `name: daily-digest
version: 1.2.0
steps:
  - { id: read, agent: parser@^1.0, input: { path: a } }
`;

async function push(it: AccessWorld, yaml: string, query = ''): Promise<Answer> {
  const [, name = '', version = ''] = /name: (\S+)\nversion: (\S+)/.exec(yaml) ?? [];
  const folder = join(it.folder, 'work', name);
  for (const [file, text] of [
    ['agent.yaml', yaml],
    ['main.mjs', 'export const execute = () => ({});\n'],
  ] as const) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const packed = packAgent(folder, ['main.mjs']);
  if (packed.status === 'refused') throw new Error(packed.message);
  const headers = { ...it.bearer('push'), 'content-type': 'application/gzip' };
  const response = await fetch(`${it.url}/api/v1/agents/${name}/versions/${version}?digest=${packed.digest}${query}`, {
    method: 'PUT',
    headers,
    body: Uint8Array.from(packed.bytes),
  });
  const body: unknown = await response.json();
  return { status: response.status, code: undefined, message: JSON.stringify(body), headers: {}, body };
}

test('a push names the agents that have this one as a step, and says which secrets are set there', async () => {
  const it = await world();
  expect((await push(it, digest)).status).toBe(201);
  const secrets = join(it.folder, 'data/hermes-orchestrator/secrets.json');
  writeFileSync(secrets, '{"parser.notion_token":"canary-secret"}', { mode: 0o600 });
  const answer = await push(it, parser, '&dry_run=1');
  expect(answer.body).toMatchObject({
    pushed: false,
    callers: [{ name: 'daily-digest', version: '1.2.0', steps: ['read'] }],
    secrets: [
      { field: 'notion_token', set: true, reference: 'secret://notion_token' },
      { field: 'smtp.password', set: false },
    ],
  });
  expect(answer.message).not.toContain('canary');
});

test('an agent is no caller of itself, nor one whose step has a similar name', () => {
  const steps: AgentFile['steps'] = [{ agent: 'parser-2' }, { approval: {} }, { agent: 7 }];
  const agents: AgentFile[] = [
    { name: 'parser', version: '1.0.0', steps: [{ agent: 'parser' }] },
    { name: 'other', version: '1.0.0', steps },
  ];
  expect(callersOf('parser', agents)).toEqual([]);
});
