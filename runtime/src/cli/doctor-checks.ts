import * as l10n from '@vscode/l10n';
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RuntimePaths } from '../daemon/paths.ts';
import { systemClock } from '../daemon/system-clock.ts';
import { findPython } from '../environment/python-interpreter.ts';
import { silentLog } from '../logging/log.ts';
import { createSandbox } from '../sandbox/sandbox.ts';

export type Finding = {
  readonly name: string;
  readonly status: 'ok' | 'warning' | 'error';
  readonly message: string;
  readonly remedy?: string;
};

const warnBelowBytes = 1024 * 1024 * 1024;
const failBelowBytes = 64 * 1024 * 1024;
/** The type that the kernel gives for a file system in memory. */
const tmpfsType = 0x01021994;

export function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = major > 22 || (major === 22 && minor >= 19);
  return {
    name: 'node',
    status: fits ? 'ok' : 'error',
    message: `${process.versions.node} · ${process.execPath}`,
    ...(!fits && { remedy: l10n.t('Node 22.19 or newer is needed.') }),
  };
}

export async function checkPython(env: Readonly<Record<string, string | undefined>>): Promise<Finding> {
  const search = await findPython(process.cwd(), env['HERMES_PYTHON']);
  if (search.status === 'missing') return { name: 'python', status: 'warning', message: search.reason };
  return { name: 'python', status: 'ok', message: `${search.python.version} · ${search.python.program}` };
}

/** Tries it, as a runtime would: that a program is there does not mean that the kernel lets it do its work. */
export function checkSandbox({ runtimeFolder }: RuntimePaths): Finding {
  const folder = mkdtempSync(join(tmpdir(), 'hermes-doctor-'));
  try {
    const { report } = createSandbox({ config: {}, folder, clock: systemClock, log: silentLog });
    const held = report.notEnforced.length === 0 ? '' : ` ${l10n.t('Not enforced here: {0}.', report.notEnforced.join(', '))}`;
    return {
      name: 'sandbox',
      status: report.rung === 'namespaces' || report.rung === 'seatbelt' ? 'ok' : 'warning',
      message: `${report.rung} · ${report.reason}${held}`,
      ...(report.remedy !== undefined && { remedy: report.remedy }),
    };
  } catch (error) {
    return { name: 'sandbox', status: 'error', message: error instanceof Error ? error.message : String(error), remedy: runtimeFolder };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Space where history and logs go, and whether either lies in memory, where a restart loses it and a full one stops the machine. */
export function checkDisk({ data, state }: RuntimePaths): readonly Finding[] {
  return [
    ['data', data],
    ['logs', state],
  ].map(([name = '', folder = '']) => {
    const { bavail, bsize, type } = statfsSync(nearest(folder));
    const free = bavail * bsize;
    const message = `${folder} · ${l10n.t('{0} MiB free', Math.floor(free / 1024 / 1024))}`;
    if (free < failBelowBytes)
      return { name, status: 'error', message, remedy: l10n.t('Free some space: tasks are refused when the disk is full.') };
    if (type === tmpfsType)
      return { name, status: 'warning', message, remedy: l10n.t('This folder is in memory (tmpfs): a restart loses it.') };
    return { name, status: free < warnBelowBytes ? 'warning' : 'ok', message };
  });
}

export function checkStore({ store }: RuntimePaths): Finding {
  if (!existsSync(store)) return { name: 'store', status: 'ok', message: l10n.t('None yet: {0}', store) };
  return { name: 'store', status: 'ok', message: store };
}

function nearest(folder: string): string {
  return existsSync(folder) ? folder : nearest(dirname(folder));
}
