import { checkAgent } from '@hermes-runtime/contract';
import { compareContracts, type ContractDiff } from '@hermes-runtime/contract/compare';
import { ApiError, type ApiEnv, type ApiParts, type BundleFile, type SecretSource, readBundle } from '@hermes-runtime/runtime';
import type { AgentFile } from '@hermes-runtime/schemas';
import type { Hono } from 'hono';
import { type BundleStore, type PushedVersion } from './bundle-store.ts';
import { callersOf, secretsOf } from './push-consequences.ts';
import { archiveFolder } from './archive-folder.ts';

/** The largest archive that is taken, in bytes: what a bundle of the largest size cannot be compressed below is larger than this. */
const largestArchive = 80 * 1024 * 1024;

export type BundleRoutesParts = Pick<ApiParts, 'registry'> & {
  readonly bundles: BundleStore;
  readonly secrets: SecretSource;
  readonly now?: () => number;
};

/** Versions of agents: pushed whole, kept for good, made active and rolled back. */
export function addBundles(api: Hono<ApiEnv>, { registry, bundles, secrets, now = Date.now }: BundleRoutesParts): void {
  api.put('/api/v1/agents/:name/versions/:version', async (c) => {
    const { name, version } = c.req.param();
    const type = c.req.header('content-type') ?? '';
    if (!/^application\/(?:gzip|x-gzip|octet-stream)\s*(?:;|$)/i.test(type))
      throw new ApiError('not_json', 'Send the bundle as application/gzip.');
    const archive = await bytesOf(c.req.raw);
    const read = readBundle(archive, c.req.query('digest'));
    if (read.status === 'refused') {
      throw new ApiError(
        'invalid_request',
        `The bundle was refused: ${read.entry === '' ? '' : `"${read.entry}": `}${read.message} (${read.code}).`,
        {
          problems: [{ path: read.entry, message: read.code }],
        },
      );
    }
    const descriptor = descriptorOf(read.files, name, version);
    const deployed = bundles.active(name);
    const diff = deployed && compareContracts(deployed.descriptor, descriptor);
    const known = bundles.find(name, version);
    if (known !== undefined && known.digest !== read.digest) {
      throw new ApiError(
        'version_exists',
        `${name} ${version} is there already with other files (${known.digest.slice(0, 12)}). Versions never change: push as ${diff?.suggested ?? 'another version'}.`,
      );
    }
    const body = {
      ...answerOf(read.digest, deployed?.version, diff),
      callers: callersOf(name, bundles.deployed()),
      secrets: secretsOf(descriptor, secrets),
    };
    if (c.req.query('dry_run') !== undefined) return c.json({ ...body, pushed: false });
    if (known === undefined)
      bundles.add({ digest: read.digest, pushed_by: c.get('principal').name, descriptor, files: read.files, archive }, now());
    else if (!known.active) bundles.activate(name, version);
    await registry.fresh(name);
    return c.json({ ...body, pushed: known === undefined }, known === undefined ? 201 : 200);
  });

  api.get('/api/v1/agents/:name/versions', (c) => c.json(bundles.versions(c.req.param('name'))));

  api.get('/api/v1/bundles/:digest', (c) => {
    const digest = c.req.param('digest');
    const archive = bundles.archive(digest);
    if (archive === undefined) throw new ApiError('not_found', `Nobody pushed a bundle ${digest.slice(0, 12)} here.`);
    return new Response(Uint8Array.from(archive), { headers: { 'content-type': 'application/gzip', 'x-hermes-digest': digest } });
  });

  api.post('/api/v1/agents/:name/rollback', async (c) => {
    const name = c.req.param('name');
    const body: unknown = await c.req.json().catch(() => undefined /* Not JSON: told as a version that is missing. */);
    const version = typeof body === 'object' && body !== null && 'version' in body ? String(body.version) : '';
    const known = bundles.find(name, version);
    if (known === undefined) {
      const versions = bundles.versions(name).map((one) => one.version);
      throw new ApiError(
        'not_found',
        `${name} has no version "${version}". ${versions.length === 0 ? 'Nobody pushed it.' : `There are ${versions.join(', ')}.`}`,
      );
    }
    if (!known.active) bundles.activate(name, version);
    await registry.fresh(name);
    return c.json({ name, version, digest: known.digest });
  });
}

function answerOf(digest: string, deployed: PushedVersion | undefined, diff: ContractDiff | undefined): object {
  return { digest, deployed: deployed === undefined ? null : { version: deployed.version, digest: deployed.digest }, diff: diff ?? null };
}

/** The same check that the author's editor made; an agent that has an error is not deployed. */
function descriptorOf(files: readonly BundleFile[], name: string, version: string): AgentFile {
  const { descriptor, problems } = checkAgent(archiveFolder(files));
  const errors = problems.filter(({ severity }) => severity === 'error');
  const agent = descriptor?.agent;
  if (agent === undefined || errors.length > 0) {
    throw new ApiError('invalid_input', 'The agent has problems, so it is not deployed. `hermes-runtime check` shows them.', {
      problems: errors.map(({ path, range, message }) => ({ path: `${path}:${range.start.line + 1}`, message })),
    });
  }
  if (agent.name !== name || agent.version !== version)
    throw new ApiError('invalid_request', `agent.yaml says ${agent.name} ${agent.version}, the address ${name} ${version}.`);
  return agent;
}

async function bytesOf(request: Request): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  if (request.body === null) return Buffer.alloc(0);
  const body: AsyncIterable<Uint8Array> = request.body;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > largestArchive)
      throw new ApiError('body_too_large', `A bundle may be at most ${largestArchive / 1024 / 1024} MiB.`, {
        headers: { connection: 'close' },
      });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
