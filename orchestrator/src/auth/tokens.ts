import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { isScope, type Scope } from './scopes.ts';

export type TokenInfo = {
  /** Public: part of the token, and what a list shows. */
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Unix milliseconds, as the others. */
  readonly created_at: number;
  readonly expires_at?: number;
  readonly revoked_at?: number;
};

export type NewToken = { readonly name: string; readonly scopes: readonly Scope[]; readonly expires_at?: number };

export type TokenCheck =
  | { readonly status: 'good'; readonly token: TokenInfo }
  | { readonly status: 'expired' | 'revoked'; readonly token: TokenInfo }
  | { readonly status: 'unknown' };

/** The tokens of one orchestrator. Only digests are kept: what is shown at creation is shown nowhere again. */
export type Tokens = {
  /** The token itself, or undefined where one of this name is in use. */
  readonly create: (token: NewToken, now: number) => string | undefined;
  /** Newest first, revoked ones too. */
  readonly list: () => readonly TokenInfo[];
  /** False where no token of this name is in use. */
  readonly revoke: (name: string, now: number) => boolean;
  readonly check: (text: string, now: number) => TokenCheck;
  /** Whether anybody can come in at all. */
  readonly any: (now: number) => boolean;
};

const form = /^hro_([0-9a-f]{12})_([\w-]{43})$/;

export function tokensIn(database: DatabaseSync): Tokens {
  const insert = database.prepare('INSERT OR IGNORE INTO tokens VALUES (?, ?, ?, ?, ?, ?, NULL)');
  const all = database.prepare('SELECT * FROM tokens ORDER BY created_at DESC, id');
  const byId = database.prepare('SELECT * FROM tokens WHERE id = ?');
  const revoke = database.prepare('UPDATE tokens SET revoked_at = ? WHERE name = ? AND revoked_at IS NULL');
  const list = (): readonly TokenInfo[] => all.all().map((row) => infoOf(row));
  return {
    create: ({ name, scopes, expires_at }, now) => {
      const id = randomBytes(6).toString('hex');
      const secret = randomBytes(32).toString('base64url');
      const { changes } = insert.run(id, name, digestOf(secret), scopes.join(','), now, expires_at ?? null);
      return changes === 0 ? undefined : `hro_${id}_${secret}`;
    },
    list,
    revoke: (name, now) => revoke.run(now, name).changes > 0,
    check: (text, now) => {
      const [, id = '', secret = ''] = form.exec(text) ?? [];
      const row = byId.get(id);
      const hash = row?.['hash'];
      // An unknown id is compared with as well: how long it takes says nothing about which ids there are.
      const fits = timingSafeEqual(digestOf(secret), hash instanceof Uint8Array ? hash : digestOf('nobody'));
      if (row === undefined || !fits) return { status: 'unknown' };
      const token = infoOf(row);
      if (token.revoked_at !== undefined) return { status: 'revoked', token };
      if (token.expires_at !== undefined && token.expires_at <= now) return { status: 'expired', token };
      return { status: 'good', token };
    },
    any: (now) => list().some(({ revoked_at, expires_at }) => revoked_at === undefined && (expires_at === undefined || expires_at > now)),
  };
}

function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

function infoOf(row: Readonly<Record<string, unknown>>): TokenInfo {
  const { id, name, scopes, created_at, expires_at, revoked_at } = row;
  return {
    id: String(id),
    name: String(name),
    scopes: String(scopes)
      .split(',')
      .filter((scope) => isScope(scope)),
    created_at: Number(created_at),
    ...(typeof expires_at === 'number' && { expires_at }),
    ...(typeof revoked_at === 'number' && { revoked_at }),
  };
}
