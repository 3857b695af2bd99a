import type { Clock } from '../src/ports.ts';

/** A clock that stands still until a test moves it. Setting the wall clock does not move the timers, as on a real machine. */
export class HandClock implements Clock {
  #wall = Date.UTC(2026, 0, 1);
  #monotonic = 0;
  #timers: { readonly at: number; readonly callback: () => void }[] = [];

  readonly now = (): number => this.#wall;
  readonly monotonic = (): number => this.#monotonic;
  readonly after = (ms: number, callback: () => void): (() => void) => {
    const timer = { at: this.#monotonic + ms, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  /** As when somebody corrects the time of day. */
  setWall(time: number): void {
    this.#wall = time;
  }

  /** Lets time pass, timers firing in order on the way. */
  advance(ms: number): void {
    const end = this.#monotonic + ms;
    for (;;) {
      const [next] = this.#timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
      if (!next) break;
      this.#timers = this.#timers.filter((other) => other !== next);
      this.#move(Math.max(0, next.at - this.#monotonic));
      next.callback();
    }
    this.#move(end - this.#monotonic);
  }

  #move(ms: number): void {
    this.#monotonic += ms;
    this.#wall += ms;
  }
}
