import * as l10n from '@vscode/l10n';
import { textsFor, type Texts } from '@hermes-runtime/schemas/texts';
import { outcomesMethod, type OutcomesParams } from '@hermes-runtime/schemas/lsp';
import { isMap, own } from '@hermes-runtime/contract';
import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
  WatchKind,
  type Connection,
  type FileSystemWatcher,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver/node';
import { Documents } from './documents.ts';
import type { Place } from './index/disk.ts';
import { LanguageService } from './language-service.ts';
import { FolderSettings } from './settings/folder-settings.ts';
import { pagesIn } from './settings/page-addresses.ts';
import { settingsSection } from './settings/read-levels.ts';
import { capabilitiesFor, features, registerRest } from './service/features.ts';
import { loadAnswers } from './service/loaded-later.ts';

/** What matters on the disk: changes of descriptors, of configurations, of what may be an entrypoint and of other lists of dependencies; and whatever comes or goes, for a folder takes its files along without a word of them. */
const watchers: FileSystemWatcher[] = [
  { globPattern: '**/{agent,runtime-config,orchestrator-config}.{yaml,yml}', kind: WatchKind.Change },
  { globPattern: '**/*.{py,js,mjs,cjs,ts,mts,cts,sh}', kind: WatchKind.Change },
  { globPattern: '**/{requirements.txt,pyproject.toml,package.json}', kind: WatchKind.Change },
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
];

/** So long after the first look at everything the rest of the server is loaded, in milliseconds: an editor that starts asks a lot. */
const quietMs = 1000;

export type Served = {
  /** For who learns of changed files by another way than the editor's word. */
  readonly touch: (path: string) => void;
};

/** The only file that knows LSP: turns messages into calls of the service, and its answers into messages. Runs nothing of a workspace. */
export function serve(connection: Connection, place: Place): Served {
  let service: LanguageService | undefined;
  let client: InitializeParams | undefined;
  let settings: FolderSettings | undefined;
  let answers: ReturnType<typeof setTimeout> | undefined;
  const withPath = (uri: string, use: (path: string) => void): void => {
    const path = place.pathOf(uri);
    if (path !== undefined) use(path);
  };
  const documents = new Documents(place, { onTouched: (path) => service?.touch(path), onTyped: (path) => service?.type(path) });

  connection.onInitialize(async (params): Promise<InitializeResult> => {
    client = params;
    const texts = await configureTexts(params);
    const folders = new FolderSettings({
      ...(params.capabilities.workspace?.configuration === true
        ? {
            ask: async (folder): Promise<unknown> => {
              const said: unknown = await connection.workspace.getConfiguration({
                scopeUri: place.uriOf(folder),
                section: settingsSection,
              });
              return said;
            },
          }
        : {}),
      onChanged: () => service?.republish(),
      initial: params.initializationOptions,
    });
    settings = folders;
    service = new LanguageService({
      place: { ...place, pageOf: pagesIn(params.initializationOptions) ?? place.pageOf },
      documents,
      translate: (english) => texts?.[english] ?? english,
      client: params.capabilities,
      lenses: own(params.initializationOptions, 'trusted') !== false,
      commands: own(params.initializationOptions, 'trusted') === true,
      levelsIn: (folder) => folders.levelsIn(folder),
      publish: (publication) =>
        void connection
          .sendDiagnostics({ ...publication, diagnostics: [...publication.diagnostics] })
          .catch(() => undefined /* The editor is gone, and so are we in a moment. */),
      refreshLenses: () => {
        if (params.capabilities.workspace?.codeLens?.refreshSupport !== true) return;
        void connection
          .sendRequest(CodeLensRefreshRequest.type)
          .catch(() => undefined /* An editor that does not answer shows them a little later. */);
      },
      // Nobody waits then: whoever asks first need not wait either.
      onIdle: () => void (answers ??= setTimeout(() => void loadAnswers(), quietMs)),
    });
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        workspaceSymbolProvider: true,
        codeLensProvider: { resolveProvider: false },
        ...capabilitiesFor(params.capabilities),
        workspace: {
          ...capabilitiesFor(params.capabilities).workspace,
          workspaceFolders: { supported: true, changeNotifications: true },
        },
      },
      serverInfo: { name: 'hermes-language-server' },
    };
  });

  connection.onInitialized(() => {
    for (const path of rootsOf(client, place)) service?.addRoot(path);
    registerRest(connection, client?.capabilities ?? {});
    if (client?.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      void connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers })
        .catch(() => undefined /* Then open buffers are all there is. */);
    }
    if (client?.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      void connection.client
        .register(DidChangeConfigurationNotification.type, { section: settingsSection })
        .catch(() => undefined /* Then the settings hold that it has now. */);
    }
    if (client?.capabilities.workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) withPath(uri, (path) => service?.removeRoot(path));
        for (const { uri } of added) withPath(uri, (path) => service?.addRoot(path));
      });
    }
  });

  connection.onDidChangeConfiguration((params: unknown) => settings?.change(own(params, 'settings')));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) withPath(uri, (path) => service?.touch(path));
  });
  connection.onNotification(outcomesMethod, (params: unknown) => {
    if (isOutcomes(params)) service?.setOutcomes(params);
  });
  connection.onCodeLens(({ textDocument }) => service?.codeLenses(textDocument.uri) ?? []);
  connection.onWorkspaceSymbol(({ query }) => service?.symbols(query) ?? []);
  for (const { listen } of features) listen(connection, () => service?.look);
  connection.onShutdown(() => {
    clearTimeout(answers);
    service?.dispose();
  });

  documents.listen(connection);
  connection.listen();
  return { touch: (path) => service?.touch(path) };
}

/** Says every text in the editor's language from here on. */
async function configureTexts({ locale, initializationOptions }: InitializeParams): Promise<Texts | undefined> {
  const said = own(initializationOptions, 'language');
  const texts = await textsFor(locale ?? (typeof said === 'string' ? said : 'en'));
  l10n.config({ contents: { ...texts } });
  return texts;
}

function rootsOf(client: InitializeParams | undefined, { pathOf }: Place): string[] {
  const folders = client?.workspaceFolders?.map(({ uri }) => uri) ?? (client?.rootUri ? [client.rootUri] : []);
  return folders.flatMap((uri) => pathOf(uri) ?? []);
}

function isOutcomes(params: unknown): params is OutcomesParams {
  const agents = own(params, 'agents');
  return isMap(agents) && Object.values(agents).every((agent) => typeof own(agent, 'text') === 'string');
}
