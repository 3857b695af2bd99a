import { hash } from 'node:crypto';
import { homedir, tmpdir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Where one user's runtime keeps its things. Every part follows the XDG variables, so tests and a second store can move all of them. */
export type RuntimePaths = {
  /** Unix socket or named pipe; at most about 100 bytes, as the kernel demands. */
  readonly socket: string;
  /** The folder of the socket, 0700. */
  readonly runtimeFolder: string;
  readonly data: string;
  readonly store: string;
  readonly snapshots: string;
  readonly state: string;
  readonly log: string;
  readonly token: string;
  readonly secrets: string;
  /** Held for as long as a runtime serves this store. */
  readonly lock: string;
  /** Held by the client that starts a runtime. */
  readonly startLock: string;
};

export type Environment = Readonly<Record<string, string | undefined>>;

export type PathOptions = {
  /** The name of the program, which its folders bear. @default 'hermes-runtime' */
  readonly program?: string;
  /** Another data folder than that of the user. */
  readonly data?: string;
};

export function runtimePaths(env: Environment = process.env, { program = 'hermes-runtime', ...chosen }: PathOptions = {}): RuntimePaths {
  const home = env['HOME'] ?? homedir();
  const data = chosen.data ?? join(folderFrom(env['XDG_DATA_HOME'], join(home, '.local', 'share')), program);
  const state = join(folderFrom(env['XDG_STATE_HOME'], join(home, '.local', 'state')), program);
  const name = chosen.data === undefined ? program : `${program}-${hash('sha256', data).slice(0, 8)}`;
  const runtimeFolder = runtimeFolderOf(env, name);
  return {
    socket: process.platform === 'win32' ? `\\\\.\\pipe\\${name}-${userInfo().username}` : join(runtimeFolder, 'runtime.sock'),
    runtimeFolder,
    data,
    store: join(data, 'store'),
    snapshots: join(data, 'snapshots'),
    state,
    log: join(state, 'runtime.log'),
    token: join(data, 'token'),
    secrets: join(data, 'secrets.json'),
    lock: join(data, 'runtime.lock'),
    startLock: join(data, 'start.lock'),
  };
}

function runtimeFolderOf(env: Environment, name: string): string {
  const base = env['XDG_RUNTIME_DIR'];
  if (base !== undefined && isAbsolute(base)) return join(base, name);
  return join(tmpdir(), `${name}-${process.getuid?.() ?? userInfo().username}`);
}

/** The XDG specification: a relative path is invalid and is ignored. */
function folderFrom(value: string | undefined, fallback: string): string {
  return value !== undefined && isAbsolute(value) ? value : fallback;
}
