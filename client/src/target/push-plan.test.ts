import { expect, test } from 'vitest';
import { advisedVersion, freeVersion, planDetail, planHead, pushPlanOf, withVersion } from './push-plan.ts';

const answer = {
  agent_name: 'rss-monitor',
  agent_version: '2.1.0',
  bytes: 5_000,
  files: [{ path: 'agent.yaml' }, { path: 'main.py' }],
  digest: '9bc1aaaa',
  pushed: false,
  deployed: { version: '2.0.0', digest: 'ffff' },
  diff: {
    breaking: true,
    suggested: '3.0.0',
    changes: [{ path: '/output_schema/errors', kind: 'changed', breaking: 'yes', message: 'errors[]: string → object' }],
  },
};

test('a breaking push says so, and which version it is by its changes', () => {
  const plan = pushPlanOf(answer);
  if (!plan) throw new Error('not read');
  expect(planHead(plan, 'prod')).toBe('rss-monitor 2.1.0 → prod 2.0.0 · breaking');
  expect(planDetail(plan, 'prod')).toBe(
    'breaking: errors[]: string → object\nCallers may break. By its changes this is 3.0.0.\n2 files, 5 KiB',
  );
  expect(advisedVersion(plan)).toBe('3.0.0');
});

test('who calls it there stands in the head, and each secret says whether it is set', () => {
  const secrets = [
    { field: 'notion_token', set: true },
    { field: 'smtp_password', set: false },
  ];
  const plan = pushPlanOf({
    ...answer,
    callers: [{ name: 'daily-digest', version: '1.0.0', steps: ['read'] }, 7],
    secrets: [...secrets, {}],
  });
  if (!plan) throw new Error('not read');
  expect(planHead(plan, 'prod')).toBe('rss-monitor 2.1.0 → prod 2.0.0 · breaking · caller: daily-digest');
  expect(planDetail(plan, 'prod').split('\n').slice(2, 4)).toEqual([
    'notion_token: set on prod ✓',
    'smtp_password: not set on prod; give it with each task, or set secret://smtp_password there',
  ]);
});

test('a version that says enough is pushed as it is', () => {
  const plan = pushPlanOf({ ...answer, agent_version: '3.0.0' });
  expect(plan && advisedVersion(plan)).toBeUndefined();
});

test('the first push of an agent breaks nobody', () => {
  const plan = pushPlanOf({ ...answer, deployed: undefined, diff: undefined });
  expect(plan && planHead(plan, 'prod')).toBe('rss-monitor 2.1.0 → prod (new there)');
});

test('an answer that is none is not taken for one', () => {
  expect(pushPlanOf({ ok: true })).toBeUndefined();
  expect(pushPlanOf(null)).toBeUndefined();
});

test.each([
  ['name: a\nversion: 2.1.0 # next\n', 'name: a\nversion: 3.0.0 # next\n'],
  ['version: "2.1.0"\nname: a\n', 'version: 3.0.0\nname: a\n'],
  ["version:   '2.1.0'\n", 'version:   3.0.0\n'],
])('only the version of %j changes', (text, changed) => {
  expect(withVersion(text, '3.0.0')).toBe(changed);
});

test('a descriptor without a version is left alone', () => {
  expect(withVersion('name: a\n', '3.0.0')).toBeUndefined();
});

test('a version that is taken leads to one that is free', () => {
  expect(
    freeVersion('weights 1.0.0 is there already with other files (4db1fd28de05). Versions never change: push as 1.0.1. (version_exists)'),
  ).toBe('1.0.1');
  expect(freeVersion('127.0.0.1:9 refused the connection. Nothing was pushed.')).toBeUndefined();
});
