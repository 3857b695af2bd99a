import { type AgentVersion, type LoadOutcome, packAgent, type RuntimeClient } from '@hermes-runtime/runtime';
import type { Failure } from '@hermes-runtime/schemas';
import { validateFailure } from '@hermes-runtime/schemas/messages';

/**
 * Brings the files of a version of this machine to the runtime, which keeps them by their digest, loads them, and says what became of it.
 * Rejects where the runtime cannot be reached, or does not take them.
 */
export async function deliver(client: RuntimeClient, { ref, file, snapshot }: AgentVersion, signal: AbortSignal): Promise<LoadOutcome> {
  const { entrypoint } = file.runtime ?? {};
  const packed = packAgent(snapshot, entrypoint === undefined ? [] : [entrypoint]);
  if (packed.status === 'refused') return rejected(packed.message);
  if (packed.digest !== ref.digest)
    return rejected('Files that .gitignore names belong to this version, so it cannot be sent to the runtime.');
  const { body } = await client.call('PUT', `/api/v1/snapshots/${ref.digest}`, { archive: packed.bytes, signal });
  return outcomeIn(body);
}

function outcomeIn(body: unknown): LoadOutcome {
  const [status, failure] = [valueIn(body, 'status'), valueIn(body, 'failure')];
  if (status === 'loaded') return { status };
  const known: Failure = validateFailure(failure)
    ? failure
    : { code: 'import_error', message: 'The runtime did not load it, and does not say why.' };
  const missing = valueIn(body, 'missing');
  if (status !== 'waiting') return { status: 'rejected', failure: known };
  return {
    status,
    waiting_for: valueIn(body, 'waiting_for') === 'interpreter' ? 'interpreter' : 'dependencies',
    missing: Array.isArray(missing) ? missing.filter((one: unknown) => typeof one === 'string') : [],
    failure: known,
  };
}

function valueIn(body: unknown, key: string): unknown {
  return typeof body === 'object' && body !== null ? Reflect.get(body, key) : undefined;
}

function rejected(message: string): LoadOutcome {
  return { status: 'rejected', failure: { code: 'import_error', message } };
}
