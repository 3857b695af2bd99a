import * as l10n from '@vscode/l10n';
import { connectIfRunning } from '../daemon/connect.ts';
import { runtimePaths } from '../daemon/paths.ts';
import { checkDisk, checkNode, checkPython, checkSandbox, checkStore, type Finding } from './doctor-checks.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { writeResult } from './output.ts';
import { padEnd } from './trace/cells.ts';
import { inCharacters, lookOf, markOf, paint } from './trace/look.ts';

/** `hermes-runtime doctor`: what this machine offers to agents, and what would make it better. Starts nothing and changes nothing. */
export async function doctor({ json }: { readonly json?: boolean }): Promise<ExitCode> {
  const paths = runtimePaths();
  const findings: readonly Finding[] = [
    checkNode(),
    await checkPython(process.env),
    checkSandbox(paths),
    ...checkDisk(paths),
    checkStore(paths),
    await checkRuntime(),
  ];
  if (json === true) writeResult(JSON.stringify({ checks: findings }, undefined, 2));
  else {
    const look = lookOf(process.stdout, process.env);
    const lines = findings.map(({ name, status, message, remedy }) => {
      const mark =
        status === 'ok'
          ? paint(markOf('ok', look), 'green', look)
          : status === 'warning'
            ? paint(markOf('lost', look), 'yellow', look)
            : paint(markOf('failed', look), 'red', look);
      const text = inCharacters(remedy === undefined ? message : `${message} ${remedy}`, look);
      return `${padEnd(mark, 4)} ${padEnd(name, 9)} ${text}`;
    });
    writeResult(lines.join('\n'));
  }
  return findings.some(({ status }) => status === 'error') ? exitCodes.failed : exitCodes.ok;
}

async function checkRuntime(): Promise<Finding> {
  const running = await connectIfRunning();
  if (!running) return { name: 'runtime', status: 'ok', message: l10n.t('No runtime is running; `run` starts one.') };
  running.client.close();
  const { version, pid, mode, rung, store } = running.runtime;
  return { name: 'runtime', status: 'ok', message: `${version} · pid ${pid} · ${mode} · ${rung} · ${store}` };
}
