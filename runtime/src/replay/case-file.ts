import { gunzipSync, gzipSync } from 'node:zlib';
import * as l10n from '@vscode/l10n';
import type { Case } from '@hermes-runtime/schemas';
import { validateCase } from '@hermes-runtime/schemas/messages';
import { depthLimit, isDeeperThan } from '../engine/value-depth.ts';

/** The most that a case may be once unpacked, in bytes. */
const largestCase = 128 * 1024 * 1024;
/** An input of the deepest kind, inside the case. */
const deepest = depthLimit + 10;

export type ReadCase = { readonly status: 'read'; readonly value: Case } | { readonly status: 'refused'; readonly message: string };

/** A case as one file: gzipped JSON. */
export function encodeCase(value: Case): Buffer {
  return gzipSync(JSON.stringify(value));
}

/** From plain or gzipped JSON. Never throws on what somebody sent. */
export function decodeCase(bytes: Uint8Array): ReadCase {
  let value: unknown;
  try {
    const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const plain = isZipped ? gunzipSync(bytes, { maxOutputLength: largestCase }) : bytes;
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain));
  } catch (error) {
    // Not gzip, too large, not UTF-8 or not JSON: all the same to who has to find another file.
    const reason = error instanceof Error ? error.message : String(error);
    return { status: 'refused', message: l10n.t('This is no case file: {0}. `hermes-runtime case TASK` writes one.', reason) };
  }
  if (isDeeperThan(value, deepest)) {
    const reason = l10n.t('is nested deeper than {0} levels', deepest);
    return { status: 'refused', message: l10n.t('This is no case file: {0}. `hermes-runtime case TASK` writes one.', reason) };
  }
  if (validateCase(value)) return { status: 'read', value };
  const [problem] = validateCase.errors ?? [];
  const where = problem?.instancePath === undefined || problem.instancePath === '' ? '/' : problem.instancePath;
  return {
    status: 'refused',
    message: l10n.t('This is no case file that this version can read: {0} ({1}).', where, problem?.keyword ?? 'schema'),
  };
}
