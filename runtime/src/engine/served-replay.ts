import type { ReplayMode } from '@hermes-runtime/schemas';

/** Whether a task is a replay that is served from its recording: it needs no secret, has no effect, and is not tried twice. */
export function isServed({ replay_mode }: { readonly replay_mode?: ReplayMode | undefined }): boolean {
  return replay_mode === 'exact' || replay_mode === 'my_code';
}
