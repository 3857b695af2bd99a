import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Runs a program of ours: the built one where there is one beside us, else its source.
 * On a Node that is too old the same is done by one from npm's platform packages, if this is a checkout that has them.
 */
export async function launch({ bundle, source }) {
  const program = [join(here, bundle), join(here, '..', bundle), join(here, source), join(here, '../../client/dist', bundle)].find((path) =>
    existsSync(path),
  );
  if (program === undefined) fail(`hermes-runtime: ${bundle} is missing beside ${here}. Install again.`);
  if (isNewEnough(process.versions.node)) {
    process.argv[1] = program;
    quietExperiments();
    await import(`file://${program}`);
    return;
  }
  const node = newerNode();
  if (node === undefined) fail(`hermes-runtime needs Node 22.19 or newer; this is ${process.versions.node} (${process.execPath}).`);
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', program, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 19);
}

/** Looks upwards, as Node does for packages. */
function newerNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = join('node_modules', `node-${platform}-${process.arch}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  for (let folder = here; ; folder = dirname(folder)) {
    const path = join(folder, name);
    if (existsSync(path)) return path;
    if (dirname(folder) === folder) return undefined;
  }
}

/** `node:sqlite` announces itself on standard error at each start; nobody can do anything about it. */
function quietExperiments() {
  const { emitWarning } = process;
  process.emitWarning = (warning, ...rest) => {
    const type = typeof rest[0] === 'string' ? rest[0] : rest[0]?.type;
    if (type !== 'ExperimentalWarning') emitWarning.call(process, warning, ...rest);
  };
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(3);
}
