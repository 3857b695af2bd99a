import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkAgent } from '@hermes-runtime/contract';
import type { AgentRef } from '@hermes-runtime/schemas';
import type { AgentVersion } from '../ports.ts';
import { diskFolder } from './disk-folder.ts';

/** A version from its snapshot alone; the author's folder may have changed or be gone. */
export function keptVersion(snapshots: string, ref: AgentRef): AgentVersion | undefined {
  if (!/^[0-9a-f]{64}$/.test(ref.digest)) return undefined;
  const snapshot = join(snapshots, ref.digest);
  if (!existsSync(snapshot)) return undefined;
  const file = checkAgent(diskFolder(snapshot)).descriptor?.agent;
  return file && { ref, file, snapshot, folder: ref.path };
}
