import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FixtureRunner, createFixtureRunner, linesOf } from './fixture-runner.ts';

let fixture: FixtureRunner;
beforeAll(() => {
  fixture = createFixtureRunner();
});
afterAll(() => fixture.close());

test('input comes by file as well, the result may go to a file, and the task is known by name', async () => {
  const { outcome } = await fixture.run('writes-output-shell', { city: '北京' });
  expect(outcome).toMatchObject({ status: 'succeeded', output: { task: 'task-1', attempt: 1, key: 'key-1', input: { city: '北京' } } });
});

test('a last line that is not JSON is a failure that shows it', async () => {
  const run = await fixture.run('says-nothing-shell');
  expect(run.outcome).toMatchObject({ status: 'failed', failure: { code: 'not_json', message: expect.stringContaining('not json') } });
  expect(linesOf(run, 'stdout')).toEqual(['not json']);
});

test('input is data: what looks like a command is not run', async () => {
  const input = { text: '"; touch /tmp/owned; $(touch /tmp/owned) `touch /tmp/owned` \n -c' };
  expect((await fixture.run('echo-shell', input)).outcome).toMatchObject({ status: 'succeeded', output: { got: input } });
});

test('a trace says that a shell agent is not looked into', async () => {
  const { events } = await fixture.run('echo-shell', {}, { trace: 'full' });
  expect(events[0]).toMatchObject({ type: 'attempt.started', language: 'shell', instrumented: false });
});
