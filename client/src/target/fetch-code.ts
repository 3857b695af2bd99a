import type { Case } from '@hermes-runtime/schemas';
import { hash } from 'node:crypto';
import { access, chmod, readFile, realpath, rm } from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Session } from '../session.ts';
import { runCli } from './run-cli.ts';
import type { Target } from './target.ts';

export type FetchedCode =
  | {
      readonly ok: true;
      readonly folder: string;
      /** Files that the workspace's agent has otherwise; undefined where it has no such agent. */ readonly differing: number | undefined;
    }
  | { readonly ok: false; readonly message: string };

/** Where code of targets lies, by digest. */
export function codeFolder({ globalStorageUri }: Pick<vscode.ExtensionContext, 'globalStorageUri'>): string {
  return path.join(globalStorageUri.fsPath, 'code');
}

/** The bundled command line. */
export function cliProgram({ extensionUri }: Pick<vscode.ExtensionContext, 'extensionUri'>): string {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'runtime.mjs').fsPath;
}

/**
 * The exact code of a case in a folder of its own that nobody writes to, and known to this machine's runtime by its digest.
 * Where the workspace has exactly these files, they are what is debugged: breakpoints stand in them.
 */
export async function fetchCode(session: Session, target: Target, { agent, files }: Case): Promise<FetchedCode> {
  const own = session.agents.all.find(({ name }) => name === agent.name);
  if (own?.digest === agent.digest) return { ok: true, folder: own.path, differing: 0 };
  if (!/^[0-9a-f]{64}$/.test(agent.digest)) return { ok: false, message: agent.digest };
  // The name comes from another machine.
  const folder = path.join(codeFolder(session.context), agent.digest, agent.name.replaceAll(/[^\w-]/g, '_'));
  await makeRoom(folder);
  const fetched = await runCli({
    program: cliProgram(session.context),
    args: ['fetch', agent.digest, '--target', target.address.url, '--output', folder, '--keep'],
    token: await session.targets.tokenOf(target),
  });
  if (!fetched.ok) return { ok: false, message: fetched.message.split('\n', 1)[0] ?? '' };
  // As the runtime names it, links resolved.
  return { ok: true, folder: await realpath(folder), differing: own && Math.max(1, await countDiffering(own.path, files)) };
}

/** The runtime may have let go of its copy meanwhile, so both are written anew; a folder that is there would stay as it is. */
async function makeRoom(folder: string): Promise<void> {
  const there = await access(folder).then(
    () => true,
    () => false /* The first time. */,
  );
  if (!there) return;
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true, force: true });
}

async function countDiffering(folder: string, files: Case['files']): Promise<number> {
  const same = await Promise.all(
    Object.entries(files).map(async ([name, digest]) =>
      readFile(path.join(folder, name)).then(
        (content) => hash('sha256', content, 'hex') === digest,
        () => false /* It is not here, which is a difference. */,
      ),
    ),
  );
  return same.filter((equal) => !equal).length;
}
