import { existsSync, realpathSync } from 'node:fs';
import { markerName } from './worker-marker.ts';
import { type LaunchPlan, namespaceLayout } from './launch-plan.ts';

/** What this bubblewrap and this kernel can do; found by a real start. */
export type BubblewrapFeatures = {
  readonly program: string;
  /** `--disable-userns`, from 0.8. */
  readonly disableUserns: boolean;
  /** `--size` for a tmpfs, from 0.7. */
  readonly sizedTmpfs: boolean;
};

/** Descriptors that bubblewrap itself reads or writes; it closes them before the worker starts. */
export const bubblewrapDescriptors = { args: 4, seccomp: 5, status: 6 } as const;

const scratchBytes = 128 * 1024 * 1024;
const sharedMemoryBytes = 32 * 1024 * 1024;

/**
 * Everything up to the command: an allow-list of what exists.
 * Given through a descriptor, because the first process of the namespace shows its command line to the agent.
 */
export function bubblewrapArgs(
  plan: LaunchPlan,
  features: BubblewrapFeatures,
  etc: string,
  options: { readonly seccomp: boolean },
): string[] {
  return [
    ...namespaceArgs(plan, features),
    ...systemArgs(),
    ...etcArgs(etc, plan.network),
    ...kernelArgs(features, plan),
    ...placeArgs(plan),
    ...[...plan.emptyFolders, '/'].flatMap((folder) => ['--remount-ro', folder]),
    '--chdir',
    plan.workingFolder,
    ...(options.seccomp ? ['--seccomp', String(bubblewrapDescriptors.seccomp)] : []),
    '--json-status-fd',
    String(bubblewrapDescriptors.status),
  ];
}

function namespaceArgs(plan: LaunchPlan, features: BubblewrapFeatures): string[] {
  const args = ['--unshare-user', '--unshare-pid', '--unshare-ipc', '--unshare-uts', '--unshare-cgroup-try'];
  if (plan.network === 'none') args.push('--unshare-net');
  args.push('--uid', '1000', '--gid', '1000', '--hostname', 'agent', '--cap-drop', 'ALL');
  // See `deviceArgs`.
  if (features.disableUserns && plan.hosts.length === 0) args.push('--disable-userns');
  // The marker is for finding the sandbox from outside; inside it would only say who the runtime is.
  args.push('--new-session', '--die-with-parent', '--unsetenv', markerName);
  return args;
}

/** `/usr`, and the old top-level folders as whatever they are on this host: links to it, or folders of their own. */
function systemArgs(): string[] {
  const args = ['--ro-bind', '/usr', '/usr'];
  for (const name of ['bin', 'sbin', 'lib', 'lib32', 'lib64', 'libx32']) {
    const path = `/${name}`;
    if (!existsSync(path)) continue;
    if (realpathSync(path) === `/usr/${name}`) args.push('--symlink', `usr/${name}`, path);
    else args.push('--ro-bind', realpathSync(path), path);
  }
  if (existsSync('/nix/store')) args.push('--ro-bind', '/nix/store', '/nix/store');
  return args;
}

/** Parts of the host's `/etc` that programs need to start and that say nothing about its people. */
const harmlessEtc = ['/etc/alternatives', '/etc/ld.so.cache', '/etc/ld.so.conf', '/etc/ld.so.conf.d', '/etc/mime.types'];
const networkEtc = [
  '/etc/ssl/certs',
  '/etc/ssl/openssl.cnf',
  '/etc/ssl/cert.pem',
  '/etc/pki/tls/certs',
  '/etc/pki/ca-trust/extracted',
  '/etc/ca-certificates',
  '/etc/services',
];

function etcArgs(etc: string, network: LaunchPlan['network']): string[] {
  const args = ['--dir', '/etc'];
  for (const name of ['passwd', 'group', 'nsswitch.conf']) args.push('--ro-bind', `${etc}/${name}`, `/etc/${name}`);
  args.push('--ro-bind', network === 'open' && existsSync('/etc/hosts') ? '/etc/hosts' : `${etc}/hosts`, '/etc/hosts');
  for (const path of harmlessEtc) args.push('--ro-bind-try', path, path);
  for (const path of networkEtc) args.push('--ro-bind-try', path, path);
  if (network === 'open' && existsSync('/etc/resolv.conf')) args.push('--ro-bind', realpathSync('/etc/resolv.conf'), '/etc/resolv.conf');
  return args;
}

/**
 * The devices that programs need, without terminals: for those, as for `--disable-userns`, bubblewrap makes a second user namespace.
 * The way out of a network is opened from the one that owns it, and that must then be the one that the worker is in.
 */
function deviceArgs(): string[] {
  const devices = ['null', 'zero', 'full', 'random', 'urandom', 'tty'].flatMap((name) => ['--dev-bind', `/dev/${name}`, `/dev/${name}`]);
  const links = ['/proc/self/fd:fd', 'fd/0:stdin', 'fd/1:stdout', 'fd/2:stderr'].flatMap((link) => {
    const [target = '', name = ''] = link.split(':');
    return ['--symlink', target, `/dev/${name}`];
  });
  return ['--tmpfs', '/dev', ...devices, ...links, '--dir', '/dev/shm', '--remount-ro', '/dev'];
}

/** As host root `/proc/sys` could be written even without capabilities, so it is read-only for all. */
function kernelArgs(features: BubblewrapFeatures, plan: LaunchPlan): string[] {
  return [
    '--proc',
    '/proc',
    '--ro-bind',
    '/proc/sys',
    '/proc/sys',
    ...(plan.hosts.length > 0 ? deviceArgs() : ['--dev', '/dev']),
    ...(features.sizedTmpfs ? ['--size', String(sharedMemoryBytes)] : []),
    '--tmpfs',
    '/dev/shm',
    ...(features.sizedTmpfs ? ['--size', String(scratchBytes)] : []),
    '--tmpfs',
    namespaceLayout.scratch,
    '--dir',
    '/run',
  ];
}

/** A folder before what lies inside it, or the outer mount would hide the inner one. */
function placeArgs(plan: LaunchPlan): string[] {
  const places = [
    ...plan.emptyFolders.map((target) => ({ target, args: ['--tmpfs', target] })),
    ...plan.mounts.map(({ source, target, writable }) => ({ target, args: [writable ? '--bind' : '--ro-bind', source, target] })),
  ];
  return places.toSorted((a, b) => depth(a.target) - depth(b.target)).flatMap((place) => place.args);
}

function depth(path: string): number {
  return path === '/' ? 0 : path.split('/').length;
}
