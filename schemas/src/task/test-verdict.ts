import * as l10n from '@vscode/l10n';
import type { Case, CaseExpectation, Finding } from '../generated/types.ts';
import { findingsOf } from './findings.ts';
import type { TaskView } from './task-view.ts';

/** What a saved case asks of later code: that it ends as this task did, and hides nothing more. A failed task is asked to succeed. */
export function expectationOf(view: TaskView): CaseExpectation {
  if (view.status !== 'succeeded') return { status: 'succeeded' };
  const findings: Record<string, number> = {};
  for (const { kind, count } of findingsOf(view)) findings[kind] = (findings[kind] ?? 0) + count;
  return { status: 'succeeded', output: view.output ?? null, findings };
}

/** Why a replay is not what its test expects, a line for each reason; empty where the test passes. */
export function testFailures(expect: CaseExpectation, view: TaskView): readonly string[] {
  const [diverged] = view.facts.diverged;
  if (diverged) {
    const at = diverged.at ? ` (${diverged.at.file}:${diverged.at.line})` : '';
    return [l10n.t('Not recorded: {0} {1}', diverged.method, diverged.url) + at];
  }
  if (view.status !== expect.status) {
    const { failure } = view;
    const at = failure?.at ? ` (${failure.at.file}:${failure.at.line})` : '';
    return [`${l10n.t('It ended as {0}, not {1}.', view.status, expect.status)} ${failure?.message ?? ''}${at}`.trim()];
  }
  const failures: string[] = [];
  if (expect.failure_code !== undefined && view.failure?.code !== expect.failure_code)
    failures.push(l10n.t('It failed with {0}, not {1}.', view.failure?.code ?? '', expect.failure_code));
  if (expect.output !== undefined && !isSame(expect.output, view.output ?? null))
    failures.push(l10n.t('The output differs: {0}, not {1}.', short(view.output), short(expect.output)));
  if (expect.findings !== undefined) failures.push(...moreFindings(expect.findings, findingsOf(view)));
  return failures;
}

/** A test made of an example: its input, no traffic at all, and its output. */
export function caseOfExample(
  example: { readonly input: unknown; readonly output?: unknown },
  subject: Pick<Case, 'agent' | 'descriptor' | 'interpreter'>,
): Case {
  return {
    schema: 'hermes-runtime-case/1',
    task_id: 'example',
    recorded_at: 0,
    ...subject,
    files: {},
    input: example.input,
    status: 'succeeded',
    attempt: 1,
    traffic: 'kept',
    exchanges: [],
    bodies: {},
    feeds: [],
    expect: { status: 'succeeded', output: example.output },
  };
}

function moreFindings(allowed: Readonly<Record<string, number>>, found: readonly Finding[]): string[] {
  const counts = new Map<string, number>();
  for (const { kind, count } of found) counts.set(kind, (counts.get(kind) ?? 0) + count);
  return [...counts].flatMap(([kind, count]) => {
    const most = allowed[kind] ?? 0;
    return count > most ? [l10n.t('{0} {1}, where {2} are expected.', count, kind, most)] : [];
  });
}

/** Deep equality of JSON values; the order of keys does not count. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return (
    keys.length === others.length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(Reflect.get(one, key), Reflect.get(other, key)))
  );
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
