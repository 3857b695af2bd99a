import { spawn } from 'node:child_process';
import { childEnvironment } from '../runtime/start-runtime.ts';

export type CliCall = {
  /** The bundled `runtime.mjs`. */
  readonly program: string;
  readonly args: readonly string[];
  /** Travels in the environment: a command line can be read by every program of the machine. */
  readonly token: string;
  readonly signal?: AbortSignal;
};

export type CliAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: number; readonly message: string };

/** Runs one command of `hermes-runtime` to its end and reads its JSON. Never rejects. */
export async function runCli({ program, args, token, signal }: CliCall): Promise<CliAnswer> {
  const child = spawn(process.execPath, [program, ...args, '--json'], {
    env: { ...childEnvironment(process.env), HERMES_TARGET_TOKEN: token },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    ...(signal && { signal }),
  });
  const [out, noise]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => noise.push(chunk));
  const failure = await new Promise<string | number>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (status) => resolve(status ?? 1));
  });
  const said = Buffer.concat(noise).toString().trim();
  if (failure !== 0) return { ok: false, code: typeof failure === 'number' ? failure : 1, message: said === '' ? String(failure) : said };
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(out).toString()) };
  } catch {
    // It said that it went well and not what: no version of ours does that.
    return { ok: false, code: 1, message: said === '' ? 'no answer' : said };
  }
}
