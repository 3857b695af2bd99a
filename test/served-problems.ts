import { inFileOrder } from '@hermes-runtime/contract';
import type { Problem } from '@hermes-runtime/schemas';
import type { Diagnostic, ProtocolConnection, PublishDiagnosticsParams } from 'vscode-languageserver/node';

const severities = ['', 'error', 'warning', 'info', 'hint'] as const;

export type ServedFolder = {
  readonly uri: string;
  /** A file's path relative to the folder. */
  readonly pathOf: (uri: string) => string;
  /** What else an editor sends before anything is asked. */
  readonly tell?: (connection: ProtocolConnection) => Promise<void>;
};

/** What a language server publishes for a folder, turned back into problems. */
export async function servedProblems(connection: ProtocolConnection, { uri: folder, pathOf, tell }: ServedFolder): Promise<Problem[]> {
  const published = new Map<string, readonly Diagnostic[]>();
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: PublishDiagnosticsParams) => void published.set(uri, diagnostics),
  );
  connection.listen();
  const workspaceFolders = [{ uri: folder, name: 'tree' }];
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, workspaceFolders, capabilities: {}, locale: 'en' });
  await connection.sendNotification('initialized', {});
  await tell?.(connection);
  // The answer about the whole workspace comes after everything that is known was published.
  await connection.sendRequest('workspace/symbol', { query: '' });
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  connection.dispose();
  return inFileOrder(
    [...published].flatMap(([address, diagnostics]) =>
      diagnostics.map(({ code, severity, message, range, relatedInformation, data }) => {
        const related = relatedInformation?.map(({ location, message: said }) => ({
          path: pathOf(location.uri),
          range: location.range,
          message: said,
        }));
        return {
          path: pathOf(address),
          code: String(code),
          severity: severities[severity ?? 0] as Problem['severity'],
          message: typeof message === 'string' ? message : message.value,
          range,
          ...(related && { related }),
          ...(data === undefined ? {} : { data: data as Record<string, unknown> }),
        };
      }),
    ),
  );
}
