import * as l10n from '@vscode/l10n';
import { codeLanguageOf, normalEntrypoint, valueAt, type AgentDescriptor, type CodeReader } from '@hermes-runtime/contract';
import type { CodeLens, Range } from 'vscode-languageserver/node';

/** What a lens is about. */
export type LensSubject = {
  readonly descriptor: AgentDescriptor;
  /** The agent's folder, absolute. */
  readonly folder: string;
  /** The file, relative to the folder, and its text. */
  readonly file: string;
  readonly text: string;
  readonly readCode: CodeReader;
  /** What became of the agent's last task, in the client's words. */
  readonly outcome: string | undefined;
};

/** `▶ Run · last outcome | Debug | Push` on the name of an agent and on its `execute`. Empty only where there has never been a place for it. */
export function lensesOf(subject: LensSubject): CodeLens[] {
  const { descriptor, folder, file, outcome } = subject;
  const range = file === descriptor.file ? descriptor.yaml.keyRange(['name']) : executeIn(subject);
  if (range === undefined) return [];
  const title = outcome === undefined ? l10n.t('▶ Run') : l10n.t('▶ Run · {0}', outcome);
  const run = { range, command: { title, command: 'hermesRuntime.run', arguments: [folder] } };
  const push = { range, command: { title: l10n.t('Push'), command: 'hermesRuntime.push', arguments: [folder] } };
  const type = valueAt(descriptor.value, ['runtime', 'type']);
  if (type !== 'python' && type !== 'nodejs') return [run, push];
  return [run, { range, command: { title: l10n.t('Debug'), command: 'hermesRuntime.debug', arguments: [folder] } }, push];
}

function executeIn({ descriptor, file, text, readCode }: LensSubject): Range | undefined {
  const language = codeLanguageOf(file);
  const entrypoint = valueAt(descriptor.value, ['runtime', 'entrypoint']);
  if (language === undefined || typeof entrypoint !== 'string' || normalEntrypoint(entrypoint) !== file) return undefined;
  return readCode(text, language).definitions.at(-1)?.range;
}
