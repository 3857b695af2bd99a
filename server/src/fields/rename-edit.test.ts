import { expect, it } from 'vitest';
import type { ClientCapabilities, WorkspaceEdit } from 'vscode-languageserver/node';
import { Editor } from '../testing/editor.ts';

const files = {
  'a/agent.yaml':
    'name: a\nversion: 1.0.0\ninput_schema: { properties: { city: {} } }\nruntime: { type: python, entrypoint: main.py }\nexamples: [ { input: { city: Rome } } ]\n',
  'a/main.py': 'def execute(d):\n    return {"a": d["city"]}\n',
  'b/agent.yaml': 'name: b\nversion: 1.0.0\nsteps: [ { id: x, agent: a, input: { city: Rome } } ]\noutput: {}\n',
};

async function renamed(
  workspaceEdit: NonNullable<ClientCapabilities['workspace']>['workspaceEdit'],
): Promise<{ edit: WorkspaceEdit; editor: Editor }> {
  const editor = await Editor.start(files, {
    capabilities: { workspace: { workspaceFolders: true, ...(workspaceEdit && { workspaceEdit }) } },
  });
  await editor.open('a/agent.yaml');
  await editor.open('a/main.py');
  // What is open is not what lies on the disk.
  await editor.type('a/main.py', 'd["city"]', 'd.get("city")');
  const edit = await editor.ask<WorkspaceEdit>('textDocument/rename', 'a/main.py', {
    position: { line: 1, character: 25 },
    newName: 'town',
  });
  return { edit, editor };
}

it('holds each edit to the version of what is open, and names the groups of a preview', { timeout: 60_000 }, async () => {
  const { edit, editor } = await renamed({ documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } });
  try {
    const changes = (edit.documentChanges ?? []).flatMap((change) => ('edits' in change ? [change] : []));
    expect(changes.map(({ textDocument }) => [textDocument.uri.slice(editor.uri('').length), textDocument.version])).toEqual([
      ['/a/agent.yaml', 1],
      ['/a/main.py', 2],
      ['/b/agent.yaml', null],
    ]);
    expect(changes.flatMap(({ edits }) => edits.map((one) => ('annotationId' in one ? one.annotationId : '')))).toEqual([
      'schema',
      'example',
      'code',
      'caller',
    ]);
    expect(Object.keys(edit.changeAnnotations ?? {}).toSorted()).toEqual(['caller', 'code', 'example', 'schema']);
    expect(editor.applied({ title: '', edit })['a/main.py']).toBe('def execute(d):\n    return {"a": d.get("town")}\n');
  } finally {
    await editor.close();
  }
});

it('gives plain changes to an editor that knows no more', { timeout: 60_000 }, async () => {
  const { edit, editor } = await renamed(undefined);
  try {
    expect(edit.documentChanges).toBeUndefined();
    expect(Object.keys(edit.changes ?? {})).toEqual(['a/agent.yaml', 'a/main.py', 'b/agent.yaml'].map((file) => editor.uri(file)));
  } finally {
    await editor.close();
  }
});
