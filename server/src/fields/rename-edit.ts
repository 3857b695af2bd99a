import * as l10n from '@vscode/l10n';
import type { AnnotatedTextEdit, ChangeAnnotation, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { Look } from '../service/feature.ts';
import type { NewText, Place } from './field.ts';

/** A place, and what stands there afterwards. */
export type Renaming = NewText & { readonly place: Place };

/** What a person reads in the preview, by the kinds of places. All of it is sure, so that nothing has to be confirmed one by one. */
function annotations(): Readonly<Record<string, ChangeAnnotation>> {
  const schema = l10n.t('Schemas');
  const example = l10n.t('Examples and tests');
  return {
    schema: { label: schema, needsConfirmation: false, description: 'agent.yaml' },
    example: { label: example, needsConfirmation: false },
    code: { label: l10n.t('Code'), needsConfirmation: false },
    caller: { label: l10n.t('Agents that call it'), needsConfirmation: false },
  };
}

const groupOf: Readonly<Record<Place['kind'], string>> = {
  declaration: 'schema',
  schema: 'schema',
  example: 'example',
  test: 'example',
  code: 'code',
  caller: 'caller',
};

/** One edit of all files, held to the versions of those that are open; in groups, where the editor shows them. */
export function renameEdit({ client, documents }: Look, renamings: readonly Renaming[]): WorkspaceEdit {
  const can = client.workspace?.workspaceEdit;
  const isGrouped = can?.documentChanges === true && can.changeAnnotationSupport !== undefined;
  const files = new Map<string, (TextEdit | AnnotatedTextEdit)[]>();
  const groups = new Set<string>();
  for (const { place, range, text } of renamings) {
    const group = groupOf[place.kind];
    groups.add(group);
    const edit = { range, newText: text, ...(isGrouped ? { annotationId: group } : {}) };
    files.set(place.file, [...(files.get(place.file) ?? []), edit]);
  }
  if (can?.documentChanges !== true)
    return { changes: Object.fromEntries([...files].map(([file, edits]) => [documents.uriOf(file), edits])) };
  const documentChanges = [...files].map(([file, edits]) => ({ textDocument: documents.identify(file), edits }));
  const used = Object.entries(annotations()).filter(([group]) => groups.has(group));
  return { documentChanges, ...(isGrouped ? { changeAnnotations: Object.fromEntries(used) } : {}) };
}
