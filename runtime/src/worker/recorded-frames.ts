import type { RecordedBody, RecordedExchange } from '@hermes-runtime/schemas';
import type { ReplayPlan } from '../ports.ts';

/** Sent ahead of a replay's task frame: what it is served from, in frames that no harness finds too large. */
export type RecordedFrame = {
  readonly type: 'recorded';
  readonly exchanges: readonly RecordedExchange[];
  readonly bodies: Readonly<Record<string, RecordedBody>>;
};

const characters = 2 * 1024 * 1024;

export function* recordedFrames(replay: ReplayPlan | undefined): Generator<RecordedFrame> {
  if (replay === undefined || replay.exchanges.length === 0) return;
  let bodies: Record<string, RecordedBody> = {};
  let length = 0;
  for (const [digest, body] of Object.entries(replay.bodies)) {
    bodies[digest] = body;
    length += (body.text ?? body.base64 ?? '').length;
    if (length < characters) continue;
    yield { type: 'recorded', exchanges: [], bodies };
    bodies = {};
    length = 0;
  }
  yield { type: 'recorded', exchanges: replay.exchanges, bodies };
}
