import {
  CodeActionKind,
  type ClientCapabilities,
  type CodeAction,
  type CreateFile,
  type Diagnostic,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver/node';
import type { QuickFix } from '../fixes/quick-fix.ts';

type ActionContext = {
  readonly client: ClientCapabilities;
  readonly fileOf: (path: string) => EditedFile;
  readonly kind?: CodeActionKind;
  readonly diagnostics?: readonly Diagnostic[];
  readonly preferred?: boolean;
};

/** A file as the editor names it; the version of its text, where it is open, keeps a late edit off a newer text. */
export type EditedFile = { readonly uri: string; readonly version: number | null };

/** A fix as an editor takes it; none for an editor that cannot do what it needs. */
export function toCodeAction(
  { title, edits, create, command }: Omit<QuickFix, 'safe'>,
  { client, fileOf, kind = CodeActionKind.QuickFix, diagnostics = [], preferred }: ActionContext,
): CodeAction[] {
  const can = client.workspace?.workspaceEdit;
  const canCreate = can?.documentChanges === true && can.resourceOperations?.includes('create') === true;
  if (create !== undefined && !canCreate) return [];
  const action: CodeAction = {
    title,
    kind,
    ...(diagnostics.length === 0 ? {} : { diagnostics: [...diagnostics] }),
    ...(preferred === undefined ? {} : { isPreferred: preferred }),
    ...(command === undefined ? {} : { command }),
  };
  if (edits.length === 0 && create === undefined) return command === undefined ? [] : [action];
  if (can?.documentChanges !== true) {
    const changes: Record<string, TextEdit[]> = {};
    for (const { path, edits: texts } of edits) changes[fileOf(path).uri] = [...texts];
    return [{ ...action, edit: { changes } }];
  }
  const documentChanges: (TextDocumentEdit | CreateFile)[] = [];
  if (create !== undefined) {
    const { uri } = fileOf(create.path);
    const start = { line: 0, character: 0 };
    documentChanges.push({ kind: 'create', uri, options: { ignoreIfExists: true } });
    documentChanges.push({ textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: create.text }] });
  }
  for (const { path, edits: texts } of edits) documentChanges.push({ textDocument: fileOf(path), edits: [...texts] });
  return [{ ...action, edit: { documentChanges } }];
}
