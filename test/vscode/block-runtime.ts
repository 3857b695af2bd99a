import { chmodSync, renameSync } from 'node:fs';
import path from 'node:path';

/** Takes the built runtime away for a while; the answer puts it back. */
export function blockRuntime(profile: string): () => void {
  const program = path.join(profile, 'extensions', 'hermes-runtime.hermes-runtime-0.1.0', 'dist', 'runtime.mjs');
  renameSync(program, `${program}.away`);
  return () => {
    renameSync(`${program}.away`, program);
    chmodSync(program, 0o755);
  };
}
