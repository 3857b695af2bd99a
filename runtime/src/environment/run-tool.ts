import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export type ToolCommand = { readonly program: string; readonly args: readonly string[]; readonly cwd: string };

/** A program that ended badly, with the last that it said. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
}

/**
 * Runs an installer and hands over its lines as they come. Ends with the whole group of processes when the signal is given.
 * It sees where the user's own indexes, proxies and certificates are, and nothing else of the environment.
 */
export async function* runTool(command: ToolCommand, signal: AbortSignal): AsyncGenerator<string, void, void> {
  signal.throwIfAborted();
  const child = spawn(command.program, command.args, {
    cwd: command.cwd,
    env: installerEnvironment(process.env),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const ended = new Promise<number | undefined>((resolve) => {
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code ?? -1));
  });
  const stop = (): void => killGroup(child.pid);
  signal.addEventListener('abort', stop, { once: true });
  const errors: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    errors.push(line);
    if (errors.length > 20) errors.shift();
  });
  try {
    for await (const line of createInterface({ input: child.stdout })) if (line.trim() !== '') yield line.trim();
    const code = await ended;
    signal.throwIfAborted();
    if (code !== 0) throw new ToolError(lastWords(command, code, errors));
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
    await ended;
  }
}

const passed =
  /^(?:PATH|HOME|LANG|LC_.*|TMPDIR|PIP_.*|UV_.*|npm_config_.*|NPM_CONFIG_.*|(?:https?|no|all)_proxy|SSL_CERT_.*|REQUESTS_CA_BUNDLE|NODE_EXTRA_CA_CERTS|XDG_C.*|SystemRoot|APPDATA|LOCALAPPDATA)$/i;

function installerEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => passed.test(name))),
    PYTHONUTF8: '1',
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PIP_NO_INPUT: '1',
  };
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of the group is left.
  }
}

function lastWords({ program, args }: ToolCommand, code: number | undefined, errors: readonly string[]): string {
  const how = code === undefined ? 'could not be started' : `ended with exit code ${code}`;
  const said = errors.findLast((line) => /error/i.test(line)) ?? errors.at(-1);
  return `${[program, ...args].join(' ')} ${how}.${said === undefined ? '' : ` It said: ${said.trim()}`}`;
}
