import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import * as l10n from '@vscode/l10n';
import { syncFolder, writeDurably } from '../store/payloads.ts';

/** Values of `secret://name` that this machine knows. */
export type SecretSource = {
  /** Asked when an attempt begins, so that a changed secret needs no restart. */
  readonly valueOf: (name: string) => string | undefined;
};

export type SecretSourceOptions = {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** JSON, `{"name": "value"}`, readable by its owner only. */
  readonly file: string;
};

/** `HERMES_SECRET_<NAME>` first, then the file. */
export function secretSource({ env, file }: SecretSourceOptions): SecretSource {
  return { valueOf: (name) => env[variableOf(name)] ?? readSecrets(file).get(name) };
}

/** `smtp-token` as `HERMES_SECRET_SMTP_TOKEN`. */
export function variableOf(name: string): string {
  return `HERMES_SECRET_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
}

/** Throws where the file is not JSON, or others can read it. A missing file has no secrets. */
export function readSecrets(file: string): ReadonlyMap<string, string> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return new Map();
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    throw new Error(l10n.t('{0} can be read by others. Run: chmod 600 {0}', file));
  const content: unknown = parse(readFileSync(file, 'utf8'));
  if (typeof content !== 'object' || content === null) throw new Error(l10n.t('{0} is not a JSON object with names and values.', file));
  return new Map(Object.entries(content).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** Adds or replaces one secret; `undefined` removes it. */
export function writeSecret(file: string, name: string, value: string | undefined): void {
  const secrets = new Map(readSecrets(file));
  if (value === undefined) secrets.delete(name);
  else secrets.set(name, value);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeDurably(file, `${JSON.stringify(Object.fromEntries(secrets), null, 2)}\n`);
  syncFolder(dirname(file));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The message must not quote the text: it may hold half a secret.
    return undefined;
  }
}
