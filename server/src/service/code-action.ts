import {
  CodeActionKind,
  type CodeAction,
  type Diagnostic,
  type TextDocumentEdit,
  type CreateFile,
  type TextEdit,
} from 'vscode-languageserver/node';
import type { QuickFix } from './quick-fixes.ts';

/** What the editor can do with an edit. */
export type EditSupport = { readonly documentChanges: boolean; readonly createFiles: boolean };

type ActionContext = { readonly diagnostic: Diagnostic; readonly preferred: boolean; readonly fileOf: (path: string) => EditedFile };

/** A file as the editor names it; the version of its text, where it is open, keeps a late edit off a newer text. */
type EditedFile = { readonly uri: string; readonly version: number | null };

/** A fix as an editor takes it; none for an editor that cannot do what it needs. */
export function toCodeAction(
  { title, edits, create }: QuickFix,
  { diagnostic, preferred, fileOf }: ActionContext,
  support: EditSupport,
): CodeAction[] {
  if (create !== undefined && !(support.createFiles && support.documentChanges)) return [];
  const action = { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred: preferred };
  if (!support.documentChanges) {
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
