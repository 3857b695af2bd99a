import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { checkAgent, valueAt } from '@hermes-runtime/contract';
import type { AgentFile } from '@hermes-runtime/schemas';
import { validateErrorBody } from '@hermes-runtime/schemas/messages';
import { packAgent } from '../bundle/pack.ts';
import { readBundle, writeBundle } from '../bundle/unpack.ts';
import { runtimePaths } from '../daemon/paths.ts';
import { diskFolder } from '../registry/disk-folder.ts';
import { CliError, exitCodes, type ExitCode } from './exit-codes.ts';
import { say, writeResult } from './output.ts';
import { pushAnswerOf, type PushAnswer } from './push-answer.ts';
import { inert } from './trace/cells.ts';

export type PushOptions = {
  readonly target?: string;
  readonly tokenFile?: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
};

/** `hermes-runtime push`: an agent goes to an orchestrator, after its contract was held against what is deployed there. */
export async function push(path: string, options: PushOptions): Promise<ExitCode> {
  const target = targetOf(options);
  const folder = resolve(path);
  const agent = checked(folder);
  const packed = packAgent(folder, agent.runtime === undefined ? [] : [agent.runtime.entrypoint]);
  if (packed.status === 'refused') throw new CliError(exitCodes.usage, packed.message);
  const address = `${target.url}/api/v1/agents/${encodeURIComponent(agent.name)}/versions/${encodeURIComponent(agent.version)}?digest=${packed.digest}`;
  if (options.json !== true) {
    say(l10n.t('{0} {1} · {2} files · {3} KiB', agent.name, agent.version, packed.files.length, Math.ceil(packed.bytes.length / 1024)));
    for (const file of packed.files.slice(0, 20)) say(`  ${inert(file.path)}`);
    if (packed.files.length > 20) say(`  ${l10n.t('and {0} more', packed.files.length - 20)}`);
  }
  const send = async (query: string): Promise<PushAnswer> =>
    pushAnswerOf(await call(target, 'PUT', address + query, packed.bytes, 'application/gzip'));
  const planned = await send('&dry_run=1');
  if (options.json !== true) for (const line of planText(agent, planned, target.url)) say(line);
  if (options.dryRun === true) {
    if (options.json === true)
      writeResult(
        JSON.stringify({
          agent_name: agent.name,
          agent_version: agent.version,
          bytes: packed.bytes.length,
          files: packed.files,
          ...planned,
        }),
      );
    return exitCodes.ok;
  }
  await confirmPush(agent, planned, options);
  const pushed = await send('');
  if (options.json === true)
    writeResult(
      JSON.stringify({ agent_name: agent.name, agent_version: agent.version, bytes: packed.bytes.length, files: packed.files, ...pushed }),
    );
  else {
    writeResult(
      pushed.pushed
        ? l10n.t('Pushed sha256:{0}', pushed.digest.slice(0, 12))
        : l10n.t('It was there already: sha256:{0}', pushed.digest.slice(0, 12)),
    );
    if (pushed.deployed)
      say(l10n.t('Roll back: {0}', `hermes-runtime rollback ${agent.name} --to ${pushed.deployed.version} --target ${target.url}`));
  }
  return exitCodes.ok;
}

/** `hermes-runtime rollback`: an earlier version of an agent is the one that runs. */
export async function rollback(name: string, options: PushOptions & { readonly to: string }): Promise<ExitCode> {
  const target = targetOf(options);
  const body = await call(
    target,
    'POST',
    `${target.url}/api/v1/agents/${encodeURIComponent(name)}/rollback`,
    Buffer.from(JSON.stringify({ version: options.to })),
    'application/json',
  );
  if (options.json === true) writeResult(JSON.stringify(body));
  else writeResult(l10n.t('{0} runs {1} now.', name, options.to));
  return exitCodes.ok;
}

export type FetchOptions = PushOptions & { readonly output: string; readonly keep?: boolean };

/** `hermes-runtime fetch`: the exact code of a version by its digest, in a folder that nobody writes to. */
export async function fetchBundle(digest: string, options: FetchOptions): Promise<ExitCode> {
  const target = targetOf(options);
  const folder = resolve(options.output);
  const archive = await exchange(target, 'GET', `${target.url}/api/v1/bundles/${encodeURIComponent(digest)}`);
  const read = readBundle(archive, digest);
  if (read.status === 'refused')
    throw new CliError(exitCodes.notStarted, l10n.t('{0} sent something that is not this bundle: {1}', target.url, read.message));
  writeBundle(read.files, folder);
  // Under its digest, an exact replay of a task of another machine finds it.
  if (options.keep === true) writeBundle(read.files, join(runtimePaths().snapshots, read.digest));
  if (options.json === true) writeResult(JSON.stringify({ folder, files: read.files.map(({ path }) => path) }));
  else writeResult(folder);
  return exitCodes.ok;
}

type Target = { readonly url: string; readonly token: string | undefined };

function targetOf({ target, tokenFile }: PushOptions): Target {
  const url = target ?? process.env['ORCHESTRATOR_URL'];
  if (url === undefined) throw new CliError(exitCodes.usage, l10n.t('Say where to: --target URL, or ORCHESTRATOR_URL.'));
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new CliError(exitCodes.usage, l10n.t('{0} must be an address that begins with http:// or https://.', '--target'));
  return { url: url.replace(/\/+$/, ''), token: tokenFile === undefined ? process.env['HERMES_TARGET_TOKEN'] : tokenIn(tokenFile) };
}

function tokenIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new CliError(exitCodes.usage, l10n.t('{0} cannot be read: {1}', file, error instanceof Error ? error.message : String(error)));
  }
}

/** What the editor marks as an error is not pushed. */
function checked(folder: string): AgentFile {
  const { descriptor, problems } = checkAgent(diskFolder(folder));
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (descriptor === undefined) throw new CliError(exitCodes.usage, l10n.t('{0} has no agent.yaml.', folder));
  if (descriptor.agent === undefined || errors.length > 0) {
    const lines = errors.map(
      ({ path, range, message, code }) => `  ${path}:${range.start.line + 1}:${range.start.character + 1} ${message} (${code})`,
    );
    throw new CliError(
      exitCodes.usage,
      [l10n.t('{0} has errors. Nothing was pushed.', String(valueAt(descriptor.value, ['name']))), ...lines].join('\n'),
    );
  }
  return descriptor.agent;
}

function planText(agent: AgentFile, answer: PushAnswer, url: string): readonly string[] {
  const { deployed, diff, callers, secrets } = answer;
  const set = secrets.map(({ field, set: isSet }) => (isSet ? l10n.t('{0}: set there', inert(field)) : notSetText(inert(field))));
  if (deployed === undefined || diff === undefined) return [l10n.t('{0} is not deployed on {1} yet.', agent.name, url), ...set];
  const head = `${deployed.version} → ${agent.version}`;
  const changes = diff.changes.map(
    ({ breaking, message }) =>
      `  ${breaking === 'yes' ? l10n.t('breaking') : breaking === 'maybe' ? l10n.t('maybe breaking') : l10n.t('compatible')}  ${inert(message)}`,
  );
  return [
    changes.length === 0 ? `${head} · ${l10n.t('the contract is the same')}` : head,
    ...changes,
    ...(callers.length === 0
      ? []
      : [l10n.t('Called there by {0}', callers.map(({ name, version }) => `${inert(name)} ${inert(version)}`).join(', '))]),
    ...(diff.breaking && isBelow(agent.version, diff.suggested) ? [l10n.t('Callers would break: push it as {0}.', diff.suggested)] : []),
    ...set,
  ];
}

function notSetText(field: string): string {
  return l10n.t('{0}: not set there. Give it with each task, or set secret://{0} on that machine.', field);
}

function isBelow(version: string, other: string): boolean {
  const parts = (text: string): readonly number[] => text.split(/[.+-]/).slice(0, 3).map(Number);
  const [one, two] = [parts(version), parts(other)];
  const at = one.findIndex((part, index) => part !== two[index]);
  return at !== -1 && (one[at] ?? 0) < (two[at] ?? 0);
}

async function confirmPush(agent: AgentFile, { diff }: PushAnswer, { yes, json }: PushOptions): Promise<void> {
  if (yes === true) return;
  if (json === true || !process.stdin.isTTY || !process.stderr.isTTY)
    throw new CliError(exitCodes.usage, l10n.t('Nothing was pushed. Add --yes to push it.'));
  const { confirm } = await import('@clack/prompts');
  const message =
    diff?.breaking === true
      ? l10n.t('Push {0} {1}, although callers may break?', agent.name, agent.version)
      : l10n.t('Push {0} {1}?', agent.name, agent.version);
  const answer = await confirm({ message, output: process.stderr, active: l10n.t('Push'), inactive: l10n.t('Cancel') });
  if (answer !== true) throw new CliError(exitCodes.interrupted, l10n.t('Canceled. Nothing was pushed.'));
}

async function call(target: Target, method: string, url: string, body: Buffer, type: string): Promise<unknown> {
  const answer = await exchange(target, method, url, body, type);
  const value: unknown = JSON.parse(answer.toString('utf8'));
  return value;
}

/** One request; what the target refuses is said in its own words, and that it is not there in ours. */
async function exchange({ url: home, token }: Target, method: string, url: string, body?: Buffer, type?: string): Promise<Buffer> {
  const send = url.startsWith('https:') ? httpsRequest : httpRequest;
  const headers = {
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(body && { 'content-type': type, 'content-length': body.length }),
  };
  const { status, bytes } = await new Promise<{ readonly status: number; readonly bytes: Buffer }>((done, fail) => {
    const request = send(url, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done({ status: response.statusCode ?? 0, bytes: Buffer.concat(chunks) }));
      response.on('error', fail);
    });
    request.on('error', fail);
    request.end(body);
  }).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const message =
      code === 'ECONNREFUSED'
        ? l10n.t('{0} refused the connection. Nothing was pushed.', home)
        : l10n.t('{0} cannot be reached ({1}). Nothing was pushed.', home, code);
    throw new CliError(exitCodes.notStarted, message);
  });
  if (status < 400) return bytes;
  let answer: unknown;
  try {
    answer = JSON.parse(bytes.toString('utf8'));
  } catch {
    // A proxy on the way answers in HTML: its status has to do.
    answer = undefined;
  }
  if (!validateErrorBody(answer)) throw new CliError(exitCodes.notStarted, l10n.t('{0} answered {1}. Nothing was pushed.', home, status));
  const problems = (answer.error.problems ?? []).map(({ path, message }) => `  ${path} ${message}`);
  throw new CliError(
    status === 409 || status >= 500 ? exitCodes.notStarted : exitCodes.usage,
    [`${answer.error.message} (${answer.error.code})`, ...problems].join('\n'),
  );
}
