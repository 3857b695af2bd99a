/** What a visitor gets instead of the page, once. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  /** No answer: the connection stays open until the visitor gives up. */
  | { readonly kind: 'silence' };

/**
 * The faults before a page answers, in an order that depends on seed and path alone.
 * After the page has answered, the next visitor meets them again: every run sees the same.
 */
export class FaultPlan {
  readonly #seed: number;
  readonly #visits = new Map<string, number>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  next(path: string): Fault | undefined {
    const visit = this.#visits.get(path) ?? 0;
    const fault = faultsOf(this.#seed, path)[visit];
    this.#visits.set(path, fault ? visit + 1 : 0);
    return fault;
  }
}

/** Seed 1 gives the feed what docs and screenshots show: 503, 503, 429, silence, then the page. */
function faultsOf(seed: number, path: string): readonly Fault[] {
  const random = randomOf(seed * 7919 + [...path].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0));
  const busy: Fault = { kind: 'status', status: 503 };
  const limited: Fault = { kind: 'status', status: 429, retryAfter: 1 };
  if (seed === 1) return [busy, busy, limited, { kind: 'silence' }];
  return Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
    const roll = random();
    if (roll < 0.6) return busy;
    return roll < 0.85 ? limited : { kind: 'silence' };
  });
}

/** A small generator (xorshift) whose numbers are the same everywhere. */
function randomOf(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
