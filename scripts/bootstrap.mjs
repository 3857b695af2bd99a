// The door for `npm start`, `npm test` and the like from a bare clone: plain JavaScript, no packages, readable by Node 20.
// Installs the locked packages if they are not there, then goes on in TypeScript on a Node that can run it.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const oldest = [22, 19];
const zh = /^zh/i.test(process.env.LC_ALL || process.env.LANG || '');
const say = (en, cn) => (zh ? cn : en);

const [command = 'start', ...rest] = process.argv.slice(2);
process.stderr.write(isInstalled() ? '' : say('Setting up 1/4 · packages\n', '准备 1/4 · 安装依赖包\n'));
if (!isInstalled()) await install();
const node = findNode();
const env = { ...process.env, PATH: [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter) };
// npm's own settings would reach agents and nested npm calls.
for (const name of Object.keys(env)) if (/^npm_/i.test(name)) delete env[name];
const child = spawn(node, [join(root, 'scripts', `${command}.ts`), ...rest], { stdio: 'inherit', env });
// Ctrl+C reaches the whole foreground group by itself; SIGTERM must be handed on.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
process.exitCode = await ended(child);

/** npm writes node_modules/.package-lock.json last, so an interrupted or outdated install is seen here. */
function isInstalled() {
  const marker = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(marker)) return false;
  const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const have = read(marker);
  return Object.entries(read(join(root, 'package-lock.json'))).every(([path, want]) => {
    if (!path.startsWith('node_modules/')) return true;
    // Packages for other platforms are listed in the lock file but never installed.
    return have[path] ? have[path].version === want.version && have[path].integrity === want.integrity : want.optional === true;
  });
}

/** `npm ci` with its noise in a log; a line that moves every second, or every ten without a terminal. */
async function install() {
  const log = join(root, '.cache/install.log');
  mkdirSync(dirname(log), { recursive: true });
  const started = Date.now();
  const { isTTY } = process.stderr;
  const show = () => {
    const seconds = Math.round((Date.now() - started) / 1000);
    const text = say(
      `Installing packages … ${seconds} s (log: .cache/install.log)`,
      `正在安装依赖包 … ${seconds} 秒（日志：.cache/install.log）`,
    );
    process.stderr.write(isTTY ? `\r${text}` : `${text}\n`);
  };
  show();
  const timer = setInterval(show, isTTY ? 1000 : 10_000);
  const out = openSync(log, 'w');
  writeSync(out, `npm ci in ${root}, Node ${process.version}\n`);
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=warn'];
  const options = { cwd: root, stdio: ['ignore', out, out] };
  const isWindows = process.platform === 'win32';
  const code = await ended(
    npm?.endsWith('.js') ? spawn(process.execPath, [npm, ...args], options) : spawn('npm', args, { ...options, shell: isWindows }),
  );
  clearInterval(timer);
  closeSync(out);
  process.stderr.write(isTTY ? '\n' : '');
  if (code === 0) return;
  process.stderr.write(`${readFileSync(log, 'utf8').split('\n').slice(-25).join('\n')}\n`);
  process.stderr.write(
    say(
      `npm ci ended with ${code}; the whole log is in .cache/install.log. Mend what it names, then run the command again.\n`,
      `npm ci 以 ${code} 结束；完整日志在 .cache/install.log。处理其中的问题后再运行一次。\n`,
    ),
  );
  process.exit(3);
}

/** The Node 24 that npm brought for this platform, else the machine's own if it is new enough. */
function findNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const brought = join(root, `node_modules/node-${platform}-${process.arch}`, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node');
  if (existsSync(brought)) return brought;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return process.execPath;
  process.stderr.write(
    say(
      `Node ${oldest.join('.')} or newer is needed; this is ${process.versions.node}, and npm has none for ${process.platform}-${process.arch}. Install Node 24, then run the command again.\n`,
      `需要 Node ${oldest.join('.')} 或更新；当前是 ${process.versions.node}，npm 上没有 ${process.platform}-${process.arch} 的版本。请安装 Node 24 后再运行。\n`,
    ),
  );
  return process.exit(3);
}

function ended(process_) {
  return new Promise((resolve) => {
    process_.on('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(127);
    });
    process_.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}
