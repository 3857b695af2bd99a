import { randomBytes } from 'node:crypto';

/** Who may see the console: tokens that open it once, and the cookies that they turned into. Lives as long as the runtime. */
export type ConsoleSessions = {
  /** A token for the URL of the console, good for one visit. */
  readonly issue: () => string;
  /** Trades a token for the `Set-Cookie` of a session; a token that was used or never given is `undefined`. */
  readonly redeem: (token: string) => string | undefined;
  /** Whether a `Cookie` header holds a session. */
  readonly has: (cookie: string | undefined) => boolean;
};

/** More browsers than one person has; the oldest is forgotten first. */
const maxSessions = 64;

/** Cookies ignore ports, so the name carries it: two runtimes in one browser do not sign each other out. */
export function consoleSessions(port: number): ConsoleSessions {
  const name = `hermes_runtime_${port}`;
  const tokens = new Set<string>();
  const sessions = new Set<string>();
  return {
    issue: () => {
      const token = randomBytes(24).toString('base64url');
      keep(tokens, token);
      return token;
    },
    redeem: (token) => {
      if (!tokens.delete(token)) return undefined;
      const session = randomBytes(32).toString('base64url');
      keep(sessions, session);
      return `${name}=${session}; Path=/; HttpOnly; SameSite=Strict`;
    },
    has: (cookie) => (cookie ?? '').split(/; */).some((pair) => pair.startsWith(`${name}=`) && sessions.has(pair.slice(name.length + 1))),
  };
}

function keep(set: Set<string>, value: string): void {
  set.add(value);
  const [oldest] = set;
  if (set.size > maxSessions && oldest !== undefined) set.delete(oldest);
}
