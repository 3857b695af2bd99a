import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import * as l10n from '@vscode/l10n';
import {
  type AgentSummary,
  type SubmitTask,
  durationText,
  emptyTask,
  expectationOf,
  foldEvents,
  testFailures,
} from '@hermes-runtime/schemas';
import { validateAgentSummary } from '@hermes-runtime/schemas/messages';
import { connect } from '../daemon/connect.ts';
import { RefusedError, type RuntimeClient } from '../daemon/runtime-client.ts';
import { type AgentTest, testsFolder, testsOf } from './agent-tests.ts';
import { caseOf } from './case.ts';
import { CliError, exitCodes, type ExitCode } from './exit-codes.ts';
import { say, writeResult } from './output.ts';
import { followTask } from './task-stream.ts';
import { inert } from './trace/cells.ts';
import { lookOf, markOf } from './trace/look.ts';
import { storedEvents } from './trace.ts';

export type TestOptions = { readonly filter?: string; readonly json?: boolean };

type TestResult = {
  readonly agent: string;
  readonly name: string;
  readonly status: 'passed' | 'failed';
  readonly ms: number;
  readonly failures: readonly string[];
  readonly task_id?: string;
};

/** `hermes-runtime test`: saved cases and examples, from recordings alone: no network, no key. */
export async function test(path: string, { filter, json }: TestOptions): Promise<ExitCode> {
  const { client } = await connect();
  try {
    const folder = resolve(path);
    await client.call('PUT', '/api/v1/roots', { body: { path: folder, wait: true } });
    const tests = (await agentsIn(client, folder))
      .flatMap((agent) => testsOf(agent))
      .filter(({ agent, name }) => filter === undefined || `${agent.name} ${name}`.includes(filter));
    if (tests.length === 0) {
      if (json === true) writeResult(JSON.stringify({ tests: [] }));
      else say(l10n.t('No tests here. `hermes-runtime test add TASK` makes one of a task.'));
      return exitCodes.ok;
    }
    const results: TestResult[] = [];
    for (const one of tests) {
      // One after the other: what a test prints belongs together, and agents may share files.
      // oxlint-disable-next-line no-await-in-loop
      const result = await runTest(client, one);
      results.push(result);
      if (json !== true) print(result);
    }
    const failed = results.filter(({ status }) => status === 'failed').length;
    if (json === true) writeResult(JSON.stringify({ tests: results }));
    else say(l10n.t('{0} passed, {1} failed', results.length - failed, failed));
    return failed > 0 ? exitCodes.failed : exitCodes.ok;
  } finally {
    client.close();
  }
}

/** `hermes-runtime test add`: a task becomes a test in its agent's folder. */
export async function addTest(reference: string, { name, json }: { readonly name?: string; readonly json?: boolean }): Promise<ExitCode> {
  const { client } = await connect();
  try {
    const value = await caseOf(client, reference);
    const view = foldEvents(emptyTask, await storedEvents(client, value.task_id));
    if (value.traffic === 'not_kept')
      throw new CliError(exitCodes.notStarted, l10n.t('The traffic of that task was not kept, so it cannot become a test.'));
    const file = `${fileName(name ?? value.task_id.slice(0, 8))}.case.json`;
    const folder = join(value.agent.path, testsFolder);
    const expect = expectationOf(view);
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, file), `${JSON.stringify({ ...value, expect }, undefined, 2)}\n`, { flag: 'wx' });
    } catch (error) {
      throw new CliError(
        exitCodes.usage,
        l10n.t('{0} cannot be written: {1}', join(folder, file), error instanceof Error ? error.message : String(error)),
      );
    }
    if (json === true) writeResult(JSON.stringify({ file: join(folder, file), expect }));
    else {
      say(l10n.t('Expects: {0}', JSON.stringify(expect).slice(0, 200)));
      writeResult(join(folder, file));
    }
    return exitCodes.ok;
  } finally {
    client.close();
  }
}

async function agentsIn(client: RuntimeClient, folder: string): Promise<readonly AgentSummary[]> {
  const { body } = await client.call('GET', '/api/v1/agents');
  const all = Array.isArray(body) ? body.filter((agent) => validateAgentSummary(agent)) : [];
  return all.filter(({ path }) => path === folder || path.startsWith(folder + sep)).toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

async function runTest(client: RuntimeClient, one: AgentTest): Promise<TestResult> {
  const { agent, name } = one;
  const started = performance.now();
  const result = (failures: readonly string[], task_id?: string): TestResult => ({
    agent: agent.name,
    name,
    status: failures.length === 0 ? 'passed' : 'failed',
    ms: Math.round(performance.now() - started),
    failures,
    ...(task_id !== undefined && { task_id }),
  });
  if ('problem' in one) return result([one.problem]);
  try {
    const { body } = await client.call('POST', '/api/v1/cases', { body: one.value });
    const replay_of = typeof body === 'object' && body !== null && 'replay_of' in body ? String(body.replay_of) : '';
    const task: SubmitTask = { agent_name: agent.name, agent_path: agent.path, replay_of, replay_mode: 'my_code', source: 'cli' };
    const view = await followTask(await client.stream('POST', '/api/v1/tasks', { body: task }), () => undefined);
    return result(testFailures(one.value.expect ?? { status: 'succeeded' }, view), view.task_id);
  } catch (error) {
    if (error instanceof RefusedError)
      return result([[error.message, ...error.problems.map(({ path, message }) => `${path} ${message}`)].join(' ')]);
    throw error;
  }
}

function print({ agent, name, status, ms, failures, task_id }: TestResult): void {
  const look = lookOf(process.stdout, process.env);
  writeResult(`${markOf(status === 'passed' ? 'ok' : 'failed', look)} ${inert(agent)} › ${inert(name)}  ${durationText(ms)}`);
  for (const line of failures) writeResult(`    ${inert(line)}`);
  if (failures.length > 0 && task_id !== undefined) writeResult(`    hermes-runtime trace ${task_id.slice(0, 4)}`);
}

/** A name as a file of any system. */
function fileName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, '-')
    .replaceAll(/^[.\s]+|[.\s]+$/g, '');
  if (safe === '') throw new CliError(exitCodes.usage, l10n.t('Give the test a name with letters in it.'));
  return safe.slice(0, 100);
}
