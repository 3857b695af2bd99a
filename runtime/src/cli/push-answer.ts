import type { ContractDiff } from '@hermes-runtime/contract/compare';
import { isMap, own } from '@hermes-runtime/contract';

/** What a target says of a bundle, pushed or only looked at. */
export type PushAnswer = {
  readonly digest: string;
  readonly pushed: boolean;
  readonly deployed?: { readonly version: string; readonly digest: string };
  readonly diff?: Pick<ContractDiff, 'breaking' | 'suggested' | 'changes'>;
  /** Agents there that have this one as a step. */
  readonly callers: readonly { readonly name: string; readonly version: string }[];
  /** Secret inputs, and whether the target has a value of that name. */
  readonly secrets: readonly { readonly field: string; readonly set: boolean }[];
};

/** Another version of the target may say less, or more: what cannot be understood is left out. */
export function pushAnswerOf(body: unknown): PushAnswer {
  const deployed = own(body, 'deployed');
  const diff = own(body, 'diff');
  const changes = own(diff, 'changes');
  const [callers, secrets] = [listOf(own(body, 'callers')), listOf(own(body, 'secrets'))];
  return {
    digest: String(own(body, 'digest')),
    pushed: own(body, 'pushed') === true,
    callers: callers.map((one) => ({ name: String(own(one, 'name')), version: String(own(one, 'version')) })),
    secrets: secrets.map((one) => ({ field: String(own(one, 'field')), set: own(one, 'set') === true })),
    ...(isMap(deployed) && { deployed: { version: String(deployed['version']), digest: String(deployed['digest']) } }),
    ...(isMap(diff) && {
      diff: {
        breaking: diff['breaking'] === true,
        suggested: String(diff['suggested']),
        changes: Array.isArray(changes) ? changes.map((change) => changeOf(change)) : [],
      },
    }),
  };
}

function changeOf(change: unknown): ContractDiff['changes'][number] {
  const [kind, breaking] = [own(change, 'kind'), own(change, 'breaking')];
  return {
    path: String(own(change, 'path')),
    kind: kind === 'added' || kind === 'removed' ? kind : 'changed',
    breaking: breaking === 'yes' || breaking === 'no' ? breaking : 'maybe',
    message: String(own(change, 'message')),
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
