import { CodeActionKind, DocumentFormattingRequest, type CancellationToken } from 'vscode-languageserver/node';
import type * as answers from './answers.ts';
import type { Feature, Look } from './feature.ts';
import { fixAllKind } from './fix-all-kind.ts';
import { ourYaml } from './opened-yaml.ts';
import { createPause, type Pause } from './pause.ts';

/** Loads what answers; at once from the second time on. */
export const loadAnswers = (): Promise<Answers> => import('./answers.ts');

type Answers = typeof answers;

/** A handler that loads its answer with the first question. A look is taken only then: the texts may be others meanwhile. */
function answer<P, R>(
  look: () => Look | undefined,
  choose: (answers: Answers) => (look: Look, params: P, pause: Pause) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R | null> {
  return async (params, token) => {
    const loaded = await loadAnswers();
    const now = look();
    return now === undefined ? null : choose(loaded)(now, params, createPause(token));
  };
}

/** What a person asks for. A server starts sooner without the code that answers. */
export const loadedLater: readonly Feature[] = [
  {
    capabilities: { completionProvider: { triggerCharacters: ['"', "'", '.', '{', ' ', '['], resolveProvider: false } },
    listen: (connection, look) => connection.onCompletion(answer(look, ({ complete }) => complete)),
  },
  { capabilities: { hoverProvider: true }, listen: (connection, look) => connection.onHover(answer(look, ({ hover }) => hover)) },
  {
    capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind] } },
    listen: (connection, look) => connection.onCodeAction(answer(look, ({ codeActions }) => codeActions)),
  },
  {
    capabilities: { definitionProvider: true },
    listen: (connection, look) => connection.onDefinition(answer(look, ({ definition }) => definition)),
  },
  {
    capabilities: { referencesProvider: true },
    listen: (connection, look) => connection.onReferences(answer(look, ({ references }) => references)),
  },
  {
    capabilities: { documentHighlightProvider: true },
    listen: (connection, look) => connection.onDocumentHighlight(answer(look, ({ documentHighlights }) => documentHighlights)),
  },
  {
    capabilities: { renameProvider: { prepareProvider: true } },
    listen: (connection, look) => {
      connection.onPrepareRename(answer(look, ({ prepareRename }) => prepareRename));
      connection.onRenameRequest(answer(look, ({ rename }) => rename));
    },
  },
  {
    capabilities: {
      workspace: {
        fileOperations: {
          willRename: {
            filters: [{ pattern: { glob: '**/*', matches: 'file' } }, { pattern: { glob: '**', matches: 'folder' } }],
          },
        },
      },
    },
    listen: (connection, look) => connection.workspace.onWillRenameFiles(answer(look, ({ renameFiles }) => renameFiles)),
  },
  {
    capabilities: { documentFormattingProvider: true },
    // Announced for all files of our languages, an editor would ask which formatter a Python file is for.
    byItself: {
      method: DocumentFormattingRequest.method,
      options: { documentSelector: ourYaml },
      can: ({ textDocument }) => textDocument?.formatting?.dynamicRegistration === true,
    },
    listen: (connection, look) => connection.onDocumentFormatting(answer(look, ({ format }) => format)),
  },
];
