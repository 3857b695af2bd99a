import { isIP } from 'node:net';
import { hostname } from 'node:os';

export type HostRules = {
  readonly allows: (host: string | undefined) => boolean;
  /** A host that is allowed, for messages. */
  readonly example: string;
};

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether only this machine can reach a server that listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/**
 * Which `Host` headers are answered: a name that an attacker has pointed at this machine is not among them.
 * On loopback that is loopback's own names. Elsewhere also addresses, the machine's name, what the configuration lists, and
 * `host.docker.internal`, by which containers reach their host; the token is needed in any case.
 * `proxied` are names by which a proxy on this machine is reached, on whatever port that has.
 */
export function hostRules(bind: string, port: number, names: readonly string[] = [], proxied: readonly string[] = []): HostRules {
  const open = !isLoopback(bind);
  const known = new Set([...loopback, ...names, ...(open ? [hostname(), 'host.docker.internal'] : [])].map((name) => name.toLowerCase()));
  const byProxy = new Set(proxied.map((name) => name.toLowerCase()));
  return {
    example: `127.0.0.1:${port}`,
    allows: (host) => {
      const parts = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::(\d+))?$/i.exec(host ?? '');
      const name = parts?.[1]?.toLowerCase();
      if (name !== undefined && byProxy.has(name)) return true;
      if (name === undefined || (!open && Number(parts?.[2] ?? 80) !== port)) return false;
      return known.has(name) || (open && isIP(name.replaceAll(/[[\]]/g, '')) !== 0);
    },
  };
}
