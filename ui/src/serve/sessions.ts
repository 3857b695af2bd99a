import { randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may see the console: tokens that open it once, and the cookies that they turned into. Lives as long as the program. */
export type Sessions = {
  readonly issue: () => string;
  /** The `Set-Cookie` of a new session; undefined for a token that was used or never given. */
  readonly redeem: (token: string, isSecure: boolean) => string | undefined;
  readonly has: (cookie: string | undefined) => boolean;
};

const most = 256;

export function createSessions(port: number): Sessions {
  // Cookies ignore ports, so the name carries it.
  const name = `hermes_ui_${port}`;
  const tokens: string[] = [];
  const sessions: string[] = [];
  return {
    issue: () => keep(tokens),
    redeem: (token, isSecure) => {
      const at = tokens.findIndex((known) => isSame(known, token));
      if (at === -1) return undefined;
      tokens.splice(at, 1);
      return `${name}=${keep(sessions)}; Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
    },
    has: (cookie) => {
      const value = (cookie ?? '')
        .split(';')
        .map((pair) => pair.trim().split('='))
        .find(([key]) => key === name)?.[1];
      return value !== undefined && sessions.some((known) => isSame(known, value));
    },
  };
}

function keep(list: string[]): string {
  const value = randomBytes(32).toString('base64url');
  list.push(value);
  if (list.length > most) list.shift();
  return value;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
