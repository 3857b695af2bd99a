import type { Place } from '../agent-files.ts';

/** A `for` loop in the agent's code that keeps a ledger. */
export type LoopSite = {
  readonly type: 'loop';
  readonly at: Place;
  readonly lastLine: number;
  readonly header: string;
  readonly isAwait: boolean;
};

/** A `catch` clause, or a function given to `.catch()` or as the second argument of `.then()`. */
export type HandlerSite = { readonly type: 'handler'; readonly at: Place; readonly used: boolean; readonly endsTurn: boolean };

/** What the inserted code names by number. It lives as long as the process: the transform and the agent share it. */
export class InstrumentedSites {
  readonly #sites: (LoopSite | HandlerSite)[] = [];

  add(site: LoopSite | HandlerSite): number {
    return this.#sites.push(site) - 1;
  }

  loop(id: number): LoopSite {
    const site = this.#sites[id];
    if (site?.type !== 'loop') {
      throw new RangeError(`no loop ${id}`);
    }
    return site;
  }

  handler(id: number): HandlerSite {
    const site = this.#sites[id];
    if (site?.type !== 'handler') {
      throw new RangeError(`no handler ${id}`);
    }
    return site;
  }
}
