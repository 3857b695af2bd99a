import type { Engine } from '../engine/engine.ts';
import type { InstallDependencies, LookUpEnvironment } from '../environment/environment-service.ts';
import { createApi } from '../http/api.ts';
import { protocolVersion, type ListenRequest, type Listening, type RuntimeInfo } from '../http/api-deps.ts';
import { eventSockets } from '../http/event-socket.ts';
import { listen } from '../http/listen.ts';
import { openApi } from '../http/openapi.ts';
import type { DeliverVersion } from '../registry/delivered-versions.ts';
import type { AgentDirectory } from '../registry/agent-directory.ts';
import type { Registry } from '../registry/registry.ts';
import { beside } from './beside.ts';
import { buildOf } from './build.ts';
import { watchIdle, type IdleWatch } from './idle-watch.ts';
import { findRuntimeEntry } from './spawn-runtime.ts';
import type { StartOptions } from './start-options.ts';
import { systemClock } from './system-clock.ts';
import { tcpDoors } from './tcp-doors.ts';
import { accessToken } from './token.ts';
import { runtimeVersion } from './version.ts';

export type DoorOptions = StartOptions & {
  readonly engine: Engine;
  readonly registry: Registry;
  /** All that the API knows; left out, the registry. */
  readonly agents?: AgentDirectory;
  readonly rung: () => string;
  readonly metrics: () => string;
  readonly refusal: () => { readonly code: string; readonly message: string } | undefined;
  readonly deliver?: DeliverVersion | undefined;
  readonly install: InstallDependencies;
  readonly lookUp: LookUpEnvironment;
  readonly stop: () => void;
};

/** All ways into one runtime. */
export type OpenDoors = {
  readonly listen: (request: ListenRequest) => Promise<Listening>;
  readonly info: () => RuntimeInfo;
  readonly close: () => Promise<void>;
};

/** Where the console's built files lie: beside a bundle, or built beside the sources. */
const consoleFolders = ['./ui/console', '../ui/console', '../../../client/dist/ui/console'];

/** Opens the socket; TCP ports are opened when they are asked for. */
export async function openDoors(options: DoorOptions): Promise<OpenDoors> {
  const { engine, registry, log, paths, settings, embedding = {} } = options;
  const isQuiet = (): boolean => {
    const { queued, running, waiting } = engine.load();
    return queued + running + waiting === 0;
  };
  // What is on the disk later may be another build.
  const build = buildOf(findRuntimeEntry() ?? '');
  const info = (): RuntimeInfo => ({
    version: runtimeVersion,
    protocol: protocolVersion,
    pid: process.pid,
    ...(build && { build }),
    store: paths.data,
    rung: options.rung(),
    mode: options.mode,
    idle: options.mode === 'auto' && isQuiet(),
    urls: doors.urls(),
  });
  const sockets = eventSockets(engine, log);
  const api = createApi({
    engine,
    registry: options.agents ?? registry,
    log,
    info,
    metrics: options.metrics,
    refusal: options.refusal,
    openapi: () => openApi(runtimeVersion),
    deliver: options.deliver,
    install: options.install,
    lookUp: options.lookUp,
    listen: (request) => doors.open(request),
    stop: options.stop,
    extend: (routes) => embedding.extend?.(routes, { engine, registry, log }),
    consoleFolder: beside(import.meta.dirname, consoleFolders),
  });
  const token = (): string => accessToken(paths, options.env);
  const doors = tcpDoors({ ...embedding, api, sockets, token, origins: settings.origins, openMetrics: settings.metrics.open });
  const socket = await listen({ api, sockets, at: { socket: paths.socket }, door: () => ({ type: 'socket' }) });
  const idle =
    options.idleMs === undefined
      ? undefined
      : watch(options.idleMs, async () => isQuiet() && (await socket.connections()) + (await doors.connections()) === 0, options.stop);
  return {
    info,
    listen: (request) => doors.open(request),
    close: async () => {
      idle?.close();
      sockets.close();
      await Promise.all([doors.close(), socket.close()]);
    },
  };
}

function watch(idleMs: number, isIdle: () => Promise<boolean>, onIdle: () => void): IdleWatch {
  return watchIdle({ clock: systemClock, idleMs, isIdle, onIdle });
}
