import { hash } from 'node:crypto';
import type { RecordedBody, RecordedExchange, RecordedFeed, Recording } from '@hermes-runtime/schemas';
import type { AttemptSpec, Recorded } from '../ports.ts';

export type AttemptRecorder = {
  readonly take: (recorded: Recorded) => void;
  /** Undefined where there is nothing that a replay would need. */
  readonly recording: () => Pick<Recording, 'exchanges' | 'bodies' | 'feeds'> | undefined;
};

/** Characters of bodies that are held for one attempt; a harness keeps less, but a harness is not trusted. */
const mostCharacters = 64 * 1024 * 1024;
const mostFeeds = 100_000;

/** Collects what a worker recorded. A body that is not what its name says is left out: the replay then says that it is missing. */
export function attemptRecorder(): AttemptRecorder {
  const exchanges: RecordedExchange[] = [];
  const bodies: Record<string, RecordedBody> = {};
  const feeds: RecordedFeed[] = [];
  let characters = 0;
  return {
    take: (recorded) => {
      if (recorded.type === 'feeds') {
        feeds.push(...recorded.feeds.slice(0, mostFeeds - feeds.length));
        return;
      }
      exchanges.push(recorded.exchange);
      for (const [digest, body] of Object.entries(recorded.bodies)) {
        const length = (body.text ?? body.base64 ?? '').length;
        if (Object.hasOwn(bodies, digest) || characters + length > mostCharacters || digestOf(body) !== digest) continue;
        bodies[digest] = body;
        characters += length;
      }
    },
    recording: () => {
      if (exchanges.length === 0 && feeds.length === 0) return undefined;
      // They come as they end, and are told apart by when they began.
      return { exchanges: exchanges.toSorted((a, b) => a.n - b.n), bodies, feeds };
    },
  };
}

export function digestOf(body: RecordedBody): string {
  return hash('sha256', body.base64 === undefined ? Buffer.from(body.text ?? '') : Buffer.from(body.base64, 'base64'), 'hex');
}

/** Whether an attempt's own traffic is worth keeping: a replay has none of its own. */
export function isRecorded(
  attempt: { readonly trace: AttemptSpec['trace']; readonly replay: AttemptSpec['replay'] | undefined },
  keep: 'off' | 'failed' | 'all',
): boolean {
  return keep !== 'off' && attempt.trace !== 'off' && attempt.replay === undefined;
}
