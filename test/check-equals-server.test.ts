import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inFileOrder } from '@hermes-runtime/contract';
import type { Problem } from '@hermes-runtime/schemas';
import { expect, test } from 'vitest';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';

const root = join(import.meta.dirname, '..');
const severities = ['', 'error', 'warning', 'info', 'hint'] as const;

/** What `hermes-runtime check FOLDER --json` prints. */
function checked(folder: string): readonly Problem[] {
  const { stdout } = spawnSync(process.execPath, [join(root, 'runtime/src/cli/main.ts'), 'check', folder, '--json'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, LANG: 'C', LC_ALL: 'C' },
  });
  return (JSON.parse(stdout) as { problems: Problem[] }).problems;
}

/** What the language server publishes over stdio for the same folder, turned back into problems. */
async function served(folder: string): Promise<readonly Problem[]> {
  const server = spawn(process.execPath, [join(root, 'server/src/main.ts'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const published = new Map<string, readonly Diagnostic[]>();
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: PublishDiagnosticsParams) => void published.set(uri, diagnostics),
  );
  connection.listen();
  const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'tree' }];
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, workspaceFolders, capabilities: {}, locale: 'en' });
  await connection.sendNotification('initialized', {});
  // The answer about the whole workspace comes after everything that is known was published.
  await connection.sendRequest('workspace/symbol', { query: '' });
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  connection.dispose();
  const pathOf = (address: string): string => relative(folder, fileURLToPath(address));
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

/** Every folder of samples and of fixtures that has agents, and each fixture by itself. */
function trees(): readonly string[] {
  const tops = ['agents-sample', 'contract/testdata', 'runtime/testdata', 'runtime/src/testdata'].map((folder) => join(root, folder));
  return tops.filter((folder) => existsSync(folder) && holdsAgents(folder));
}

function holdsAgents(folder: string): boolean {
  return readdirSync(folder, { recursive: true }).some((file) => /(?:^|\/)(?:agent|runtime-config)\.ya?ml$/.test(String(file)));
}

test.each(trees().map((folder) => [relative(root, folder), folder] as const))(
  'check and the language server say the same about %s',
  async (_name, folder) => {
    const [ofCheck, ofServer] = [checked(folder), await served(folder)];
    expect(ofCheck.length).toBeGreaterThan(0);
    expect(JSON.stringify(ofServer, undefined, 2)).toBe(JSON.stringify(ofCheck, undefined, 2));
  },
);

test('each folder of broken samples has the one problem that it is named after', () => {
  const folder = join(root, 'agents-sample/broken');
  const problems = checked(folder);
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  const found = names.map((name) => [name, problems.filter(({ path }) => path.startsWith(`${name}/`)).map(({ code }) => code)]);
  expect(found).toEqual(names.map((name) => [name, [name]]));
});

test('the samples that are not broken have no error', () => {
  const names = execFileSync('git', ['ls-files', 'agents-sample/*/agent.yaml'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
  for (const name of names.filter((path) => path.split('/').length === 3)) {
    const folder = join(root, name, '..');
    expect(readFileSync(join(root, name), 'utf8')).not.toBe('');
    expect([name, checked(folder).filter(({ severity }) => severity === 'error')]).toEqual([name, []]);
  }
});
