import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { markerName } from './worker-marker.ts';

export type Guard = { readonly dispose: () => void };

/**
 * Outlives a runtime that was killed, by just long enough to end its workers.
 * Namespaces need none: there the kernel does it. Started with the first worker of `job-only`.
 */
export function startGuard(markerPrefix: string): Guard {
  const child = spawn('/bin/sh', ['-c', script, 'sh', `${markerName}=${markerPrefix}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: '/usr/bin:/bin' },
    cwd: '/',
    detached: true,
  });
  child.on('error', () => child.unref());
  child.stdin.on('error', () => child.stdin.destroy());
  child.unref();
  if (child.stdin instanceof Socket) child.stdin.unref();
  return { dispose: () => child.stdin.destroy() };
}

/** `read` ends when the runtime's end of the pipe is gone, however that came about. Only the shell and coreutils are needed. */
const script = `
read -r _
round=0
while [ "$round" -lt 50 ]; do
  found=0
  for folder in /proc/[0-9]*; do
    case "$(tr '\\0' '\\n' < "$folder/environ" 2> /dev/null)" in
      *"$1"*) kill -9 "\${folder#/proc/}" 2> /dev/null && found=1 ;;
    esac
  done
  [ "$found" = 0 ] && exit 0
  round=$((round + 1))
done
`;
