import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

// No package on npm carries the suite for a draft after 4. The sources of Python's `jsonschema` do, and its licence lets them.
const version = '4.26.0';
const sha256 = '0c26707e2efad8aa1bfc5b7ce170f3fccc2e4918ff85989ba9ffa9facb2be326';
const place = join(import.meta.dirname, `../../.cache/jsonschema-${version}`);

export type SuiteGroup = {
  readonly description: string;
  readonly schema: unknown;
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[];
};

/** The official JSON Schema test suite, or why it could not be had. Fetched once, with the user's own index settings. */
export type JsonSchemaSuite =
  | { readonly status: 'ready'; readonly groupsOf: (folder: string) => readonly (readonly [name: string, group: SuiteGroup])[] }
  | { readonly status: 'missing'; readonly reason: string };

export async function jsonSchemaSuite(): Promise<JsonSchemaSuite> {
  try {
    if (!existsSync(place)) await fetchSources();
    return { status: 'ready', groupsOf };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error);
    if (process.env['HERMES_REQUIRE_ALL'] === '1') throw new Error(`the JSON Schema suite could not be fetched: ${reason}`, { cause: error });
    return { status: 'missing', reason };
  }
}

/** Unpacked aside and renamed, so that a run that was cut off leaves nothing half done. */
async function fetchSources(): Promise<void> {
  const aside = `${place}.${process.pid}`;
  try {
    mkdirSync(aside, { recursive: true });
    const wanted = join(aside, 'wanted.txt');
    writeFileSync(wanted, `jsonschema==${version} --hash=sha256:${sha256}\n`);
    const pip = ['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-deps', '--no-binary', 'jsonschema'];
    await run('python3', [...pip, '--dest', aside, '--requirement', wanted], { timeout: 170_000 });
    await run('python3', ['-m', 'tarfile', '-e', join(aside, `jsonschema-${version}.tar.gz`), aside]);
    if (!existsSync(place)) renameSync(join(aside, `jsonschema-${version}`), place);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function groupsOf(folder: string): [string, SuiteGroup][] {
  const path = join(place, 'json/tests', folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .flatMap((name) => {
      // The suite's own form; a change of the version above is read again by whoever makes it.
      const groups = JSON.parse(readFileSync(join(path, name), 'utf8')) as SuiteGroup[];
      return groups.map((group): [string, SuiteGroup] => [`${name.replace('.json', '')}: ${group.description}`, group]);
    });
}
