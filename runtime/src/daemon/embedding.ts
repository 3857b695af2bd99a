import type { Hono } from 'hono';
import type { Engine } from '../engine/engine.ts';
import type { ApiEnv } from '../http/api-deps.ts';
import type { Authorize, Refused } from '../http/door.ts';
import type { TlsFiles } from '../http/listen.ts';
import type { Log } from '../logging/log.ts';
import type { AttemptRunner } from '../ports.ts';
import type { AgentDirectory } from '../registry/agent-directory.ts';
import type { Registry } from '../registry/registry.ts';

/** What routes of another program can use. */
export type ApiParts = { readonly engine: Engine; readonly registry: Registry; readonly log: Log };

/** Attempts run on another machine. */
export type Elsewhere = {
  readonly runner: AttemptRunner;
  /** Attempts that may be there at once. */
  readonly slots: number;
  /** The agents of this machine and of that. */
  readonly agents: (here: Registry) => AgentDirectory;
  /** Why nothing can run there now. */
  readonly refusal: () => { readonly code: string; readonly message: string } | undefined;
};

/** What a program that has a runtime inside does in its own way. Left out, everything is as in `hermes-runtime`. */
export type Embedding = {
  /** Who may call over TCP. Left out: whoever has the one token, or a session of the console. */
  readonly authorize?: Authorize;
  /** Told of everybody who was not let in. */
  readonly refused?: Refused;
  readonly tls?: TlsFiles;
  /** Left out, attempts run here. */
  readonly elsewhere?: Elsewhere;
  /** Names, as in `Host`, that are answered on every port: other machines, or a proxy on this one, use them. */
  readonly hostNames?: readonly string[];
  /** Called once, after requests are admitted and before the runtime's own routes: middleware added here is around those. */
  readonly extend?: (api: Hono<ApiEnv>, parts: ApiParts) => void;
};
