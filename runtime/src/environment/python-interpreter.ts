import { execFile } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '../sandbox/find-program.ts';

/** A Python that was started once and said what it is. */
export type PythonInterpreter = {
  /** The real program behind shims, links and virtual environments. */
  readonly program: string;
  readonly version: string;
  /** Where its own library is. */
  readonly basePrefix: string;
  /** Where packages are that it sees by itself. */
  readonly sitePackages: readonly string[];
  /** A virtual environment's own packages, when the program was one's. */
  readonly environmentPackages: readonly string[];
};

export type PythonSearch =
  | { readonly status: 'found'; readonly python: PythonInterpreter }
  | { readonly status: 'missing'; readonly reason: string };

const oldest = [3, 9] as const;

const question = `import json, sys, sysconfig
base = getattr(sys, "_base_executable", None) or sys.executable
print(json.dumps({"program": base, "version": list(sys.version_info[:3]), "prefix": sys.prefix, "base_prefix": sys.base_prefix,
  "packages": [sysconfig.get_path("purelib"), sysconfig.get_path("platlib")],
  "base_packages": [p for p in sys.path if p.endswith(("site-packages", "dist-packages"))]}))`;

/** The setting, then the folder's own `.venv`, then `python3`; the first that exists is asked, once. */
export async function findPython(folder: string, setting: string | undefined): Promise<PythonSearch> {
  const own = join(folder, '.venv', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const program =
    setting === undefined ? (existsSync(own) ? own : (findProgram('python3') ?? findProgram('python'))) : findProgram(setting);
  if (program === undefined)
    return { status: 'missing', reason: setting === undefined ? 'no python3 on the path' : `"${setting}" is no program` };
  return askPython(program);
}

async function askPython(program: string): Promise<PythonSearch> {
  const answer = await new Promise<{ readonly text: string; readonly problem: string | undefined }>((resolve) => {
    // The path stays, because shims and wrappers need it; nothing else of the environment can reach the question.
    execFile(
      program,
      ['-I', '-c', question],
      { encoding: 'utf8', timeout: 20_000, env: { PATH: process.env['PATH'], HOME: process.env['HOME'] }, cwd: '/' },
      (error, stdout, stderr) => {
        resolve({ text: stdout, problem: error === null ? undefined : stderr.trim().split('\n').at(-1) || error.message });
      },
    );
  });
  if (answer.problem !== undefined) return { status: 'missing', reason: `${program} does not start: ${answer.problem}` };
  const facts = parseFacts(answer.text);
  if (facts === undefined) return { status: 'missing', reason: `${program} gave an answer that is not Python's` };
  const [major, minor] = facts.version;
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    return { status: 'missing', reason: `${program} is Python ${facts.version.join('.')}; ${oldest.join('.')} or newer is needed` };
  }
  const inEnvironment = facts.prefix !== facts.base_prefix;
  const python: PythonInterpreter = {
    program: realpathSync(facts.program),
    version: facts.version.join('.'),
    basePrefix: realpathSync(facts.base_prefix),
    sitePackages: inEnvironment ? [] : facts.base_packages,
    environmentPackages: inEnvironment ? [...new Set(facts.packages)].filter((path) => existsSync(path)) : [],
  };
  return { status: 'found', python };
}

type Facts = {
  readonly program: string;
  readonly version: readonly [number, number, number];
  readonly prefix: string;
  readonly base_prefix: string;
  readonly packages: readonly string[];
  readonly base_packages: readonly string[];
};

/** The answer is our own script's, so its shape is known once the first field is right. */
function parseFacts(text: string): Facts | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text.trim().split('\n').at(-1) ?? '');
  } catch {
    // A wrapper that prints something else is not Python.
    return undefined;
  }
  return isFacts(value) ? value : undefined;
}

function isFacts(value: unknown): value is Facts {
  return (
    typeof value === 'object' &&
    value !== null &&
    'program' in value &&
    typeof value.program === 'string' &&
    'version' in value &&
    Array.isArray(value.version) &&
    'base_packages' in value
  );
}
