import type { Clock } from '../ports.ts';
import type { Loaded, Slot } from './slot.ts';

/** A slot that is ready, or why there is none. */
export type Acquired =
  | { readonly status: 'ready'; readonly slot: Slot; readonly loaded: Extract<Loaded, { status: 'ready' }>; readonly warm: boolean }
  | Extract<Loaded, { status: 'rejected' }>;

/** Warm slots of one version at one trace level. */
export type SlotPool = {
  readonly acquire: () => Promise<Acquired>;
  /** A slot that lives on, unused or after an attempt, waits for the next one. */
  readonly put: (slot: Slot) => void;
  /** A slot ended with its attempt: another is made ready. */
  readonly replace: () => void;
  /** Closes what is idle, and each other slot when it comes back. */
  readonly retire: () => void;
  /** Settles when no process of the pool is left. */
  readonly close: () => Promise<void>;
};

export type SlotPoolOptions = {
  readonly start: () => Slot;
  /** Whether a slot serves one task only; then a spare is kept ready. */
  readonly singleUse: boolean;
  readonly clock: Clock;
  /** How many slots wait at most; with none, each is started when it is needed. */
  readonly maxIdle: number;
  /** How long one waits for work, in milliseconds. */
  readonly idleMs: number;
};

const spareDelayMs = 10;

type IdleSlot = { readonly slot: Slot; readonly loaded: Extract<Loaded, { status: 'ready' }>; readonly cancelTimer: () => void };

export function createSlotPool(options: SlotPoolOptions): SlotPool {
  const idle: IdleSlot[] = [];
  const all = new Map<Slot, Extract<Loaded, { status: 'ready' }> | undefined>();
  let state: 'open' | 'retired' | 'closed' = 'open';
  let coming: Promise<Acquired> | undefined;

  async function startOne(): Promise<Acquired> {
    if (state === 'closed') return unavailable('the runtime is stopping');
    let slot: Slot;
    try {
      slot = options.start();
    } catch (error) {
      // No process, no descriptor, no space: the machine's trouble, told in its words.
      return unavailable(error instanceof Error ? error.message : String(error));
    }
    all.set(slot, undefined);
    void slot.exited.finally(() => forget(slot));
    const loaded = await slot.loaded;
    if (loaded.status === 'rejected') {
      slot.close();
      await slot.exited;
      return loaded;
    }
    if (all.has(slot)) all.set(slot, loaded);
    return { status: 'ready', slot, loaded, warm: false };
  }

  function forget(slot: Slot): void {
    all.delete(slot);
    const index = idle.findIndex((entry) => entry.slot === slot);
    if (index >= 0) idle.splice(index, 1)[0]?.cancelTimer();
  }

  function park(slot: Slot): void {
    const loaded = all.get(slot);
    if (state !== 'open' || loaded === undefined || !slot.alive() || idle.length >= options.maxIdle) return slot.close();
    idle.push({ slot, loaded, cancelTimer: options.clock.after(options.idleMs, slot.close) });
  }

  /** Started beside a task, so that the next one finds it. */
  function ensureSpare(): void {
    if (state === 'open' && options.maxIdle > 0 && idle.length === 0 && coming === undefined) expect(startOne());
  }

  /** Whoever comes while a slot is being made ready waits for it, and not for another. */
  function expect(slot: Promise<Acquired>): void {
    coming = slot;
    void slot.then((acquired) => {
      if (coming !== slot) return;
      coming = undefined;
      if (acquired.status === 'ready') park(acquired.slot);
    });
  }

  /** A slot as it was before its task; when that cannot be had, another. */
  async function cleaned(slot: Slot): Promise<Acquired> {
    const loaded = all.get(slot);
    if (loaded !== undefined && (await slot.clear()) && slot.alive()) return { status: 'ready', slot, loaded, warm: true };
    slot.close();
    return startOne();
  }

  return {
    acquire: async () => {
      // The last one that came back: its memory is still near.
      for (let entry = idle.pop(); entry !== undefined; entry = idle.pop()) {
        entry.cancelTimer();
        if (!entry.slot.alive()) continue;
        // A start takes the processor from the task that it follows, so it comes a little later.
        if (options.singleUse) options.clock.after(spareDelayMs, ensureSpare);
        return { status: 'ready', slot: entry.slot, loaded: entry.loaded, warm: true };
      }
      const next = coming ?? startOne();
      coming = undefined;
      return next;
    },
    put: (slot) => {
      if (options.singleUse && slot.used() > 0) {
        slot.close();
        ensureSpare();
      } else if (slot.used() === 0) park(slot);
      else if (coming === undefined) expect(cleaned(slot));
      else void cleaned(slot).then((acquired) => (acquired.status === 'ready' ? park(acquired.slot) : undefined));
    },
    replace: ensureSpare,
    retire: () => {
      state = 'retired';
      for (const entry of idle.splice(0)) {
        entry.cancelTimer();
        entry.slot.close();
      }
    },
    close: async () => {
      state = 'closed';
      // One that was being started meanwhile is closed in the next round.
      while (all.size > 0) {
        const slots = [...all.keys()];
        for (const slot of slots) slot.close();
        // oxlint-disable-next-line no-await-in-loop -- The next round looks at what was started meanwhile.
        await Promise.all(slots.map((slot) => slot.exited));
      }
    },
  };
}

function unavailable(reason: string): Acquired {
  return { status: 'rejected', failure: { code: 'sandbox_unavailable', message: `No worker could be started: ${reason}.` } };
}
