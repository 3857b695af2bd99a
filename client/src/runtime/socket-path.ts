import { tmpdir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Where this user's runtime listens if one runs: tried first, because a connection costs less than a process that tells the path. */
export function socketPath(env: Readonly<Record<string, string | undefined>>): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\hermes-runtime-${userInfo().username}`;
  const base = env['XDG_RUNTIME_DIR'];
  const folder =
    base !== undefined && isAbsolute(base)
      ? join(base, 'hermes-runtime')
      : join(tmpdir(), `hermes-runtime-${process.getuid?.() ?? userInfo().username}`);
  return join(folder, 'runtime.sock');
}
