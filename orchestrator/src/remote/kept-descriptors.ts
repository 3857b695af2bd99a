import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgentVersion } from '@hermes-runtime/runtime';
import type { AgentFile, AgentRef } from '@hermes-runtime/schemas';
import { validateAgentFile } from '@hermes-runtime/schemas/files';

/** What agents of another machine promise, by digest: a task of yesterday is read by the descriptor that it had. */
export type KeptDescriptors = {
  readonly keep: (digest: string, file: AgentFile) => void;
  readonly versionOf: (ref: AgentRef) => AgentVersion | undefined;
};

export function keptDescriptors(folder: string): KeptDescriptors {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pathOf = (digest: string): string | undefined => (/^[0-9a-f]{64}$/.test(digest) ? join(folder, `${digest}.json`) : undefined);
  return {
    keep: (digest, file) => {
      const path = pathOf(digest);
      if (path === undefined || existsSync(path)) return;
      writeFileSync(`${path}.new`, JSON.stringify(file), { mode: 0o600 });
      renameSync(`${path}.new`, path);
    },
    versionOf: (ref) => {
      const path = pathOf(ref.digest);
      const file = path === undefined ? undefined : readDescriptor(path);
      return file && remoteVersion(ref, file);
    },
  };
}

/** A version whose files are on the runtime's machine. */
export function remoteVersion(ref: AgentRef, file: AgentFile): AgentVersion {
  return { ref, file, snapshot: '', folder: ref.path };
}

function readDescriptor(path: string): AgentFile | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return validateAgentFile(value) ? value : undefined;
  } catch {
    // Never kept, or not to be read: the version is as good as gone.
    return undefined;
  }
}
