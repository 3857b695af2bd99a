import type { Hono } from 'hono';
import type { ApiEnv, ListenRequest, Listening } from '../http/api-deps.ts';
import { ApiError } from '../http/api-error.ts';
import { consoleSessions, type ConsoleSessions } from '../http/console-sessions.ts';
import type { EventSockets } from '../http/event-socket.ts';
import { type Authorize, type Refused, oneToken } from '../http/door.ts';
import { hostRules } from '../http/host-rules.ts';
import { listen, type ListeningServer, type TlsFiles } from '../http/listen.ts';
import { portHolder } from './port-holder.ts';

export type TcpOptions = {
  readonly api: Hono<ApiEnv>;
  readonly sockets: EventSockets;
  readonly token: () => string;
  /** Another rule than the one token. */
  readonly authorize?: Authorize | undefined;
  /** Told of everybody who is not let in. */
  readonly refused?: Refused | undefined;
  readonly tls?: TlsFiles | undefined;
  /** Names that are answered beside those of every runtime. */
  readonly hostNames?: readonly string[] | undefined;
  readonly origins: readonly string[];
  readonly openMetrics: boolean;
};

type OpenDoor = {
  readonly request: ListenRequest;
  readonly url: string;
  readonly sessions: ConsoleSessions;
  readonly server: ListeningServer;
};

/** The TCP ports of one runtime. Asking for one that is open gives it again, with a new token for the console. */
export type TcpDoors = {
  readonly open: (request: ListenRequest) => Promise<Listening>;
  readonly urls: () => readonly string[];
  readonly connections: () => Promise<number>;
  readonly close: () => Promise<void>;
};

export function tcpDoors({ api, sockets, token, authorize, refused, tls, hostNames = [], origins, openMetrics }: TcpOptions): TcpDoors {
  const doors: OpenDoor[] = [];
  const answer = ({ url, sessions }: OpenDoor): Listening => ({ url, console_url: `${url}/?token=${sessions.issue()}` });
  return {
    open: async (request) => {
      const known = doors.find((door) => door.request.host === request.host && (door.request.port === request.port || request.port === 0));
      if (known) return answer(known);
      const made: { sessions?: ConsoleSessions } = {};
      const server = await listenOrName(
        request,
        (port) => {
          made.sessions = consoleSessions(port);
          const ofOrigins = origins.flatMap((origin) => (URL.canParse(origin) ? [new URL(origin).hostname] : []));
          return {
            type: 'tcp',
            authorize: authorize ?? oneToken(token(), made.sessions),
            refused,
            hosts: hostRules(request.host, port, ofOrigins, hostNames),
            origins,
            sessions: made.sessions,
            openMetrics,
          };
        },
        { api, sockets, tls },
      );
      const door = {
        request,
        server,
        url: `${tls ? 'https' : 'http'}://${hostInUrl(request.host)}:${server.port}`,
        sessions: made.sessions ?? consoleSessions(server.port),
      };
      doors.push(door);
      return answer(door);
    },
    urls: () => doors.map(({ url }) => url),
    connections: async () => (await Promise.all(doors.map(({ server }) => server.connections()))).reduce((sum, count) => sum + count, 0),
    close: async () => {
      await Promise.all(doors.splice(0).map(({ server }) => server.close()));
    },
  };
}

async function listenOrName(
  { host, port }: ListenRequest,
  door: Parameters<typeof listen>[0]['door'],
  parts: Pick<TcpOptions, 'api' | 'sockets' | 'tls'>,
): Promise<ListeningServer> {
  try {
    return await listen({ ...parts, at: { host, port }, door });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') throw new ApiError('port_taken', `Port ${port} is used by ${portHolder(port) ?? 'another program'}.`);
    if (code === 'EACCES') throw new ApiError('port_taken', `This user may not open port ${port}. Choose one above 1023.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new ApiError('invalid_request', `${host} is no address of this machine.`);
    throw error;
  }
}

/** A page cannot be opened at 0.0.0.0; loopback reaches the same server. */
function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
