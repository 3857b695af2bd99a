import type { AgentSummary, Failure } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { causeText } from '../tasks/task-text.ts';
import { blamedLine, loadFailure } from './load-failure.ts';

/** What loading an agent ended with, on its line. The rules' own problems come from the language server and are not told twice. */
export async function showLoadFailures(collection: vscode.DiagnosticCollection, agents: readonly AgentSummary[]): Promise<void> {
  const shown = await Promise.all(
    agents.map(async (agent) => {
      const failure = loadFailure(agent);
      return failure ? ([[await placeOf(agent, failure), failure, agent]] as const) : [];
    }),
  );
  const byFile = new Map<string, vscode.Diagnostic[]>();
  for (const [place, failure, agent] of shown.flat()) {
    const range = new vscode.Range(place.line, place.column, place.line, 1_000);
    const diagnostic = new vscode.Diagnostic(range, textOf(agent, failure), vscode.DiagnosticSeverity.Error);
    diagnostic.source = 'hermes-runtime';
    diagnostic.code = failure.code;
    byFile.set(place.file, [...(byFile.get(place.file) ?? []), diagnostic]);
  }
  collection.clear();
  for (const [file, diagnostics] of byFile) collection.set(vscode.Uri.file(file), diagnostics);
}

function textOf(agent: AgentSummary, failure: Failure): string {
  const cause = causeText(failure);
  if (agent.digest === undefined) return cause;
  return `${cause}\n${l10n.t('still serving {0}', agent.digest.replace(/^sha256:/, '').slice(0, 4))}`;
}

type Place = { readonly file: string; readonly line: number; readonly column: number };

/** A package that breaks while it is imported is no fault of the line that imports it, but of the one that asks for it. */
async function placeOf(agent: AgentSummary, failure: Failure): Promise<Place> {
  const descriptor = path.join(agent.path, 'agent.yaml');
  const text = await textIn(descriptor);
  const blamed = blamedLine(failure, text);
  if (blamed !== undefined || !failure.at) return { file: descriptor, line: blamed ?? 0, column: indentOf(text, blamed ?? 0) };
  const file = path.join(agent.path, failure.at.file);
  const line = Math.max(0, failure.at.line - 1);
  return { file, line, column: indentOf(await textIn(file), line) };
}

async function textIn(file: string): Promise<string> {
  return vscode.workspace.fs.readFile(vscode.Uri.file(file)).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '' /* Gone, or `agent.yml`: the line's number still holds. */,
  );
}

function indentOf(text: string, line: number): number {
  return /^[\s-]*/.exec(text.split('\n')[line] ?? '')?.[0].length ?? 0;
}
