import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Environment, RuntimePaths } from './paths.ts';

/** The token of `serve` and `dev`: `HERMES_TOKEN`, else one that is made once and kept in a file of mode 0600. */
export function accessToken(paths: RuntimePaths, env: Environment = process.env): string {
  const given = env['HERMES_TOKEN']?.trim();
  if (given !== undefined && given !== '') return given;
  return readToken(paths.token) ?? makeToken(paths.token);
}

function readToken(path: string): string | undefined {
  try {
    const token = readFileSync(path, 'utf8').trim();
    return token === '' ? undefined : token;
  } catch {
    // There is none yet.
    return undefined;
  }
}

/** A link fails where a file is: of two programs that make a token at once, both get the first one's. */
function makeToken(path: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const own = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(own, `hrt_${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(own, path);
  } catch (error) {
    const existing = readToken(path);
    if (existing === undefined) throw error;
  } finally {
    rmSync(own, { force: true });
  }
  return readFileSync(path, 'utf8').trim();
}
