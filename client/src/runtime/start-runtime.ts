import { spawn } from 'node:child_process';

export type StartResult = { readonly ok: true; readonly socket: string } | { readonly ok: false; readonly message: string };

/**
 * Has a runtime started unless one runs, and answers where it listens.
 * The process that is spawned here only sees to that and ends; the runtime itself is detached from the editor.
 */
export async function startRuntime(program: string, env: Readonly<Record<string, string | undefined>>): Promise<StartResult> {
  const child = spawn(process.execPath, [program, 'start', '--json'], {
    env: childEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let out = '';
  let noise = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (noise = (noise + chunk.toString()).slice(-4_000)));
  const code = await new Promise<number | string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (status, signal) => resolve(status ?? signal ?? 0));
  });
  const socket = socketIn(out);
  if (code === 0 && socket !== undefined) return { ok: true, socket };
  return { ok: false, message: reasonIn(noise.trim() || out.trim() || String(code)) };
}

/** The line that names the error comes first; a stack that Node printed follows for the log. */
function reasonIn(noise: string): string {
  const lines = noise.split('\n');
  const reason = lines.find((line) => /^\w*Error\b/.test(line));
  return reason === undefined ? noise : [reason, ...lines.filter((line) => line !== reason)].join('\n');
}

/** The editor's own variables would turn a child into another extension host, and have no business in a runtime that outlives it. */
export function childEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^(?:VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(entry[0]),
  );
  return { ...Object.fromEntries(kept), ELECTRON_RUN_AS_NODE: '1' };
}

function socketIn(out: string): string | undefined {
  for (const line of out.trim().split('\n').toReversed()) {
    try {
      const value: unknown = JSON.parse(line);
      if (typeof value === 'object' && value !== null && 'socket' in value && typeof value.socket === 'string') return value.socket;
    } catch {
      // Not the JSON line; an earlier one may be.
    }
  }
  return undefined;
}
