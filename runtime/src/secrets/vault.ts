import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { syncFolder, writeDurably } from '../store/payloads.ts';

/** What a task needs and nobody may see. */
export type Sealed = {
  /** The input as sent, where it holds literals. */
  readonly input?: unknown;
  /** Values for `secret://name`, by name. */
  readonly secrets?: Readonly<Record<string, string>>;
};

/**
 * Keeps secrets of tasks that have not ended, each in a file of its own beside the database, so that none of its pages ever holds one.
 * AES-256-GCM; the key lives elsewhere, so that a copied data folder gives nothing away.
 */
export type Vault = {
  /** Durable when it returns: a task that was accepted can still run after a power cut. */
  readonly seal: (taskId: string, content: Sealed) => void;
  /** Undefined where nothing was sealed, or the key is another one now. */
  readonly open: (taskId: string) => Sealed | undefined;
  /** Called when the task ends: from then on only the placeholder is left. */
  readonly remove: (taskId: string) => void;
  /** Removes what a crash left behind. */
  readonly keepOnly: (taskIds: ReadonlySet<string>) => void;
  /** A digest that says nothing about the value to whoever lacks the key. Hex. */
  readonly digest: (text: string) => string;
};

export type VaultOptions = {
  /** Where sealed files go; inside the data folder. */
  readonly folder: string;
  /** Made, 0600, if it does not exist. Outside the data folder. */
  readonly keyFile: string;
};

export function openVault({ folder, keyFile }: VaultOptions): Vault {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = readKey(keyFile);
  const pathOf = (taskId: string): string => join(folder, basename(taskId));
  return {
    seal: (taskId, content) => {
      writeDurably(pathOf(taskId), encrypt(key, taskId, JSON.stringify(content)));
      syncFolder(folder);
    },
    open: (taskId) => {
      const bytes = existsSync(pathOf(taskId)) ? readFileSync(pathOf(taskId)) : undefined;
      const text = bytes && decrypt(key, taskId, bytes);
      if (text === undefined) return undefined;
      const content: unknown = JSON.parse(text);
      return isSealed(content) ? content : undefined;
    },
    remove: (taskId) => rmSync(pathOf(taskId), { force: true }),
    keepOnly: (taskIds) => {
      for (const name of readdirSync(folder)) if (!taskIds.has(name)) rmSync(join(folder, name), { force: true });
    },
    digest: (text) => createHmac('sha256', key).update(text).digest('hex'),
  };
}

function readKey(keyFile: string): Buffer {
  mkdirSync(dirname(keyFile), { recursive: true, mode: 0o700 });
  if (!existsSync(keyFile)) createKey(keyFile);
  const key = readFileSync(keyFile);
  if (key.length !== 32)
    throw new Error(l10n.t('{0} is not a key of Hermes Runtime: it must hold 32 bytes. Remove it to get a new one.', keyFile));
  if (process.platform !== 'win32' && (statSync(keyFile).mode & 0o077) !== 0) {
    throw new Error(l10n.t('{0} can be read by others. Run: chmod 600 {0}', keyFile));
  }
  return key;
}

/** Appears whole or not at all, and never replaces a key that another process has just made. */
function createKey(keyFile: string): void {
  const beside = `${keyFile}.${process.pid}`;
  const file = openSync(beside, 'wx', 0o600);
  try {
    fchmodSync(file, 0o600);
    writeSync(file, randomBytes(32));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    linkSync(beside, keyFile);
  } catch (error) {
    if (!existsSync(keyFile)) throw error;
  } finally {
    rmSync(beside, { force: true });
  }
  syncFolder(dirname(keyFile));
}

/** The task's id is bound in: a sealed file that is renamed does not open. */
function encrypt(key: Buffer, taskId: string, text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(taskId));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, taskId: string, bytes: Buffer): string | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      .setAAD(Buffer.from(taskId))
      .setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    // Another key, or not what was written: the task fails with `secret_missing`, which says what to do.
    return undefined;
  }
}

/** What opens under our key was written by `seal`. */
function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null;
}
