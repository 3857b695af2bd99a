import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { filesMethod, type FilesParams } from '@hermes-runtime/schemas/lsp';
import { build, type Metafile } from 'esbuild';
import { createProtocolConnection, PortMessageReader, PortMessageWriter, type ProtocolConnection } from 'vscode-languageserver/node';
import { serverForBrowsers } from '../scripts/web-bundles.ts';

export type BuiltWorker = { readonly code: string; readonly metafile: Metafile };

/** The language server as one script for a web worker. */
export async function buildWorker(): Promise<BuiltWorker> {
  const { outputFiles, metafile } = await build({ ...serverForBrowsers, minify: true, metafile: true, write: false, outdir: 'dist' });
  return { code: outputFiles[0]?.text ?? '', metafile };
}

/** Starts it in a thread, with what every worker of a browser has, and nothing of Node's. */
export function startWorker({ code }: BuiltWorker): { readonly connection: ProtocolConnection; readonly stop: () => Promise<number> } {
  const worker = new Worker(
    `const { workerData, parentPort } = require('node:worker_threads');
    const { MessageChannel, TextDecoder, TextEncoder, URL, clearTimeout, console, performance, queueMicrotask, setTimeout } = globalThis;
    const browser = { MessageChannel, TextDecoder, TextEncoder, URL, clearTimeout, console, performance, queueMicrotask, setTimeout };
    require('node:vm').runInNewContext(workerData, { ...browser, self: parentPort });`,
    { eval: true, workerData: code },
  );
  const connection = createProtocolConnection(new PortMessageReader(worker), new PortMessageWriter(worker));
  return { connection, stop: async () => worker.terminate() };
}

/** Sends a folder of this disk as if it lay in a virtual file system. */
export async function sendFolder(connection: ProtocolConnection, folder: string, uriOf: (file: string) => string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    return entry.isFile() ? [{ uri: uriOf(path), text: readFileSync(path, 'utf8') }] : [];
  });
  await connection.sendNotification(filesMethod, { files, gone: [] } satisfies FilesParams);
}
