import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure, RuntimeConfig } from '@hermes-runtime/schemas';
import type { Log } from '../logging/log.ts';
import type { Clock, Rung } from '../ports.ts';
import { findControlGroups } from './control-group.ts';
import { findProgram } from './find-program.ts';
import { createFifoPool } from './fifo-pool.ts';
import { inheritedDescriptors } from './inherited-descriptors.ts';
import { createJobLauncher } from './job-launcher.ts';
import { type LauncherParts, groupFactory } from './launcher-parts.ts';
import type { LaunchPlan, Mount } from './launch-plan.ts';
import { createNamespaceLauncher } from './namespace-launcher.ts';
import { type BubblewrapProbe, probeBubblewrap } from './probe-bubblewrap.ts';
import { type RungReport, describeRung, isWeaker } from './rung.ts';
import { createSyntheticEtc } from './synthetic-etc.ts';
import { createWorkerMarkers, endOrphans } from './worker-marker.ts';
import type { WorkerProcess } from './worker-process.ts';

export type SandboxOptions = {
  readonly config: RuntimeConfig;
  /** A folder of this runtime alone; made 0700. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Looked for on the runtime's own path. @default bwrap */
  readonly bubblewrap?: string;
  /** Likewise. @default nsenter */
  readonly nsenter?: string;
};

/** The rung that was found, and the only way to start a worker on it. */
export type Sandbox = {
  /** 0700, of this runtime alone, gone with it. */
  readonly folder: string;
  readonly rung: Rung;
  readonly report: RungReport;
  /** Set where the configuration demands a stronger rung: then nothing may start. */
  readonly refusal: Failure | undefined;
  /** Whether a list of hosts can be held here. */
  readonly canHoldHosts: boolean;
  /** The path by which a worker sees a mount. */
  readonly pathOf: (mount: Mount) => string;
  readonly start: (plan: LaunchPlan) => WorkerProcess;
  readonly dispose: () => void;
};

export function createSandbox(options: SandboxOptions): Sandbox {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(options.folder, 'sandbox-'));
  const settings = options.config.agent?.sandbox ?? {};
  const etc = createSyntheticEtc(folder);
  const probe: BubblewrapProbe | 'off' =
    settings.enabled === false
      ? 'off'
      : probeBubblewrap(process.platform === 'linux' ? findProgram(options.bubblewrap ?? 'bwrap') : undefined, etc.folder);
  const orphans = endOrphans();
  if (orphans > 0) options.log.warning('sandbox.orphans_ended', { count: orphans });
  const groups = findControlGroups();
  const parts: LauncherParts = {
    folder,
    clock: options.clock,
    fifos: createFifoPool(join(folder, 'pipes')),
    inherited: inheritedDescriptors(),
    nothing: openSync('/dev/null', 'r+'),
    markers: createWorkerMarkers(),
    nsenter: findProgram(options.nsenter ?? 'nsenter'),
    prlimit: findProgram('prlimit'),
    newGroup: groupFactory(groups),
  };
  const launcher =
    probe !== 'off' && probe.status === 'works' ? createNamespaceLauncher(probe.features, etc.folder, parts) : createJobLauncher(parts);
  const report = describeRung({
    probe,
    groups: groups !== undefined,
    prlimit: parts.prlimit !== undefined,
    root: process.getuid?.() === 0,
  });
  options.log.info('sandbox.found', { rung: report.rung, reason: report.reason });
  return {
    folder,
    rung: report.rung,
    report,
    refusal: refusalOf(report, settings.require),
    canHoldHosts: report.rung === 'namespaces' && parts.nsenter !== undefined,
    pathOf: launcher.pathOf,
    start: launcher.start,
    dispose: () => {
      launcher.dispose();
      closeSync(parts.nothing);
      etc.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function refusalOf(report: RungReport, require: Rung | undefined): Failure | undefined {
  if (require === undefined || !isWeaker(report.rung, require)) return undefined;
  return {
    code: 'sandbox_unavailable',
    message:
      `The configuration requires the sandbox "${require}", and this machine offers "${report.rung}": ${report.reason} ${report.remedy ?? ''}`.trim(),
  };
}
