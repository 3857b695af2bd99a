import type { Hono } from 'hono';
import type { IncomingHttpHeaders } from 'node:http';
import type { Engine } from '../engine/engine.ts';
import type { InstallDependencies, LookUpEnvironment } from '../environment/environment-service.ts';
import type { Log } from '../logging/log.ts';
import type { DeliverVersion } from '../registry/delivered-versions.ts';
import type { AgentDirectory } from '../registry/agent-directory.ts';
import type { Build } from '../daemon/build.ts';
import type { Door, Principal } from './door.ts';

/** The number that changes when a client of the version before could misunderstand an answer. */
export const protocolVersion = 1;

/** What `GET /api/v1/runtime` says: enough for a client to decide whether this is the runtime it wants. */
export type RuntimeInfo = {
  readonly version: string;
  readonly protocol: number;
  readonly pid: number;
  /** What it was started from, where that is known: a client of a later build replaces an idle one. */
  readonly build?: Build;
  /** The data folder; one runtime serves it. */
  readonly store: string;
  readonly rung: string;
  /** `serve` and `dev` stay until they are stopped; `auto` leaves when idle. */
  readonly mode: 'auto' | 'dev' | 'serve';
  /** Whether it could leave now without anyone noticing. */
  readonly idle: boolean;
  /** Where it can be reached over TCP, if at all. */
  readonly urls: readonly string[];
};

export type ListenRequest = { readonly host: string; readonly port: number };

export type Listening = {
  readonly url: string;
  /** The console's address with a token that opens it once. */
  readonly console_url: string;
};

/** Everything the API needs; it holds no state of its own. */
export type ApiDeps = {
  readonly engine: Engine;
  readonly registry: AgentDirectory;
  readonly log: Log;
  readonly info: () => RuntimeInfo;
  /** Why no worker could start, as where the configuration demands a sandbox that this machine does not have. */
  readonly refusal: () => { readonly code: string; readonly message: string } | undefined;
  /** The text of `/metrics`. */
  readonly metrics: () => string;
  readonly openapi: () => unknown;
  /** Takes the files of a version from an orchestrator; absent where attempts run elsewhere. */
  readonly deliver?: DeliverVersion | undefined;
  readonly install: InstallDependencies;
  readonly lookUp: LookUpEnvironment;
  readonly listen: (request: ListenRequest) => Promise<Listening>;
  /** Starts to leave; answers before it has. */
  readonly stop: () => void;
  /** Adds routes, and what happens around every other one, of a program that has a runtime inside. */
  readonly extend?: ((api: Hono<ApiEnv>) => void) | undefined;
  /** The folder of the console's built files; absent where none was built. */
  readonly consoleFolder: string | undefined;
};

/** What Hono hands to a route beside the request. */
export type ApiEnv = {
  readonly Bindings: {
    readonly door: Door;
    readonly headers: IncomingHttpHeaders;
    /** The address of the caller; absent for a socket. */
    readonly from?: string;
  };
  readonly Variables: { principal: Principal };
};
