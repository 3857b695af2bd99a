import { join } from 'node:path';
import type { RuntimeBlock } from '@hermes-runtime/schemas';
import type { AgentEnvironment } from '../environment/agent-environment.ts';
import type { AgentVersion, Rung, TraceLevel } from '../ports.ts';
import { agentMounts } from '../sandbox/agent-mounts.ts';
import { egressPort } from '../sandbox/egress.ts';
import { grantsOf } from '../sandbox/grants.ts';
import { type LaunchPlan, type Mount, namespaceLayout } from '../sandbox/launch-plan.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { attemptLimits } from './attempt-limits.ts';
import { hostPackages } from './host-packages.ts';
import type { LoadFrame } from './slot.ts';

export type WorkerPlan = {
  readonly launch: LaunchPlan;
  readonly load: LoadFrame;
  readonly rung: Rung;
  /** As the trace says it: what can really be reached. */
  readonly network: 'open' | 'none' | string[];
  readonly notEnforced: readonly string[];
  readonly environmentDigest: string;
  /** The harness's folder as the worker sees it. */
  readonly harness: string;
  /** Where sockets for debuggers are made. */
  readonly debugFolder: string;
};

export type WorkerPlanOptions = {
  readonly sandbox: Sandbox;
  /** The folder with `python`, `node` and `shell`. */
  readonly hostsFolder: string;
  readonly forbidden: readonly string[];
  readonly trace: TraceLevel;
  /** A replay is served from its recording: there is no network to reach. */
  readonly replay: boolean;
  /** The worker waits for a debugger before it imports the agent. */
  readonly debug: boolean;
  /** Of interpreter and installed packages. */
  readonly environmentDigest: string;
};

/** What is started for a version, and what the harness is told to load. */
export function workerPlan(agent: AgentVersion, environment: AgentEnvironment, options: WorkerPlanOptions): WorkerPlan {
  const { sandbox } = options;
  const runtime = agent.file.runtime ?? noRuntime;
  const hosts = readOnly(join(options.hostsFolder, hostFolders[runtime.type]), `${namespaceLayout.hosts}/${hostFolders[runtime.type]}`);
  const code = readOnly(agent.snapshot, agent.folder);
  const inNamespaces = sandbox.rung === 'namespaces';
  const grants = grantsOf(agent, options.forbidden, { none: inNamespaces, hosts: sandbox.canHoldHosts });
  const own = agentMounts({ folder: agent.folder, snapshot: agent.snapshot, granted: grants.mounts, forbidden: options.forbidden });
  const packages = environment.packages.map((folder, index) =>
    readOnly(folder, join(namespaceLayout.packages, String(index), packageFolders[runtime.type])),
  );
  const limits = attemptLimits(agent.file);
  const reachable = !options.replay && sandbox.canHoldHosts && typeof grants.network !== 'string' ? grants.network : [];
  const launch: LaunchPlan = {
    language: runtime.type,
    command: [...environment.interpreter, ...hostCommand(runtime, sandbox.pathOf(hosts), limits.memory_mb, options.debug)],
    workingFolder: sandbox.pathOf(code),
    mounts: [
      ...environment.interpreterPaths.map((path) => readOnly(path, path)),
      hosts,
      ...hostPackages(hosts.source),
      ...packages,
      ...own.mounts,
    ],
    emptyFolders: own.emptyFolders,
    network: grants.network === 'open' && !options.replay ? 'open' : 'none',
    hosts: reachable,
    limits: { memory_mb: limits.memory_mb, processes: limits.processes, output_bytes: limits.printedBytes },
    env: { ...baseEnvironment, ...environment.env, ...proxyEnvironment(reachable) },
    input: runtime.type === 'shell' ? 'pipe' : 'none',
    debugger: options.debug,
  };
  const load: LoadFrame = {
    folder: agent.folder,
    snapshot: sandbox.pathOf(code),
    entrypoint: runtime.entrypoint,
    trace: options.trace,
    site_packages: packages.map((mount) => sandbox.pathOf(mount)),
  };
  const network = inNamespaces ? (reachable.length > 0 ? [...reachable] : launch.network) : 'open';
  const notEnforced = [...sandbox.report.notEnforced, ...grants.notEnforced];
  return {
    launch,
    load,
    rung: sandbox.rung,
    network,
    notEnforced,
    environmentDigest: options.environmentDigest,
    harness: sandbox.pathOf(hosts),
    debugFolder: sandbox.folder,
  };
}

/** An agent made of steps has no worker; the engine never asks for one. */
const noRuntime: RuntimeBlock = { type: 'shell', entrypoint: '' };

/** Node looks for packages only in folders of this name. */
const packageFolders = { python: '', nodejs: 'node_modules', shell: '' } as const;

const hostFolders = { python: 'python', nodejs: 'node', shell: 'shell' } as const;

/** Nothing of the host's environment: an agent's output does not depend on who started the runtime. */
const baseEnvironment = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LANG: 'C.UTF-8',
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
  USER: 'agent',
  LOGNAME: 'agent',
  PYTHONDONTWRITEBYTECODE: '1',
  PYTHONUTF8: '1',
} as const;

/** How clients are told of a proxy: curl, Python and, with the last name, Node. What is the agent's own stays its own, unless it is on the list. */
function proxyEnvironment(hosts: readonly string[]): Record<string, string> {
  if (hosts.length === 0) return {};
  const proxy = `http://127.0.0.1:${egressPort}`;
  const own = ['localhost', '127.0.0.1', '::1'].filter((name) => !hosts.some((host) => host.startsWith(name)));
  return {
    http_proxy: proxy,
    https_proxy: proxy,
    HTTP_PROXY: proxy,
    HTTPS_PROXY: proxy,
    no_proxy: own.join(','),
    NO_PROXY: own.join(','),
    NODE_USE_ENV_PROXY: '1',
  };
}

function hostCommand(runtime: RuntimeBlock, hosts: string, memoryMb: number, debug: boolean): string[] {
  // A debugger cannot see into modules that are frozen into the interpreter.
  const frozen = debug ? ['-X', 'frozen_modules=off'] : [];
  if (runtime.type === 'python') return ['-I', '-X', 'utf8', ...frozen, join(hosts, 'harness.py'), '-'];
  if (runtime.type === 'nodejs') return [`--max-old-space-size=${memoryMb}`, join(hosts, 'harness.mjs')];
  return [join(hosts, 'harness.sh'), runtime.entrypoint];
}

function readOnly(source: string, target: string): Mount {
  return { source, target, writable: false };
}
