import type { ReplayMode } from '@hermes-runtime/schemas';

/** Whether a task is a replay that is served from its recording: it needs no secret, has no effect. */
export function isServed({ replay_mode }: { readonly replay_mode?: ReplayMode | undefined }): boolean {
  return replay_mode === 'exact' || replay_mode === 'my_code';
}

/** Whether a task has one attempt, whatever its agent says: a replay gives the same again, who debugs watches one, and some try again by themselves. */
export function isTriedOnce(task: {
  readonly replay_mode?: ReplayMode | undefined;
  readonly debug?: boolean | undefined;
  readonly single_attempt?: boolean | undefined;
}): boolean {
  return isServed(task) || task.debug === true || task.single_attempt === true;
}
