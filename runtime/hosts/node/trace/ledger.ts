import type { Place } from '../agent-files.ts';
import type { ErrorPlaces } from '../error-places.ts';
import { shortText } from '../failure.ts';
import type { Reporter } from '../reporter.ts';
import type { HandlerSite, InstrumentedSites, LoopSite } from '../transform/instrumented-sites.ts';
import type { Scope, TaskScope } from './task-scope.ts';

type Exit = { readonly index: number; readonly how: string; readonly at: Place; readonly item?: string; readonly reason?: string };

export type LedgerDeps = {
  readonly report: Reporter['report'];
  readonly scope: TaskScope;
  readonly sites: InstrumentedSites;
  readonly places: ErrorPlaces;
};

const maxExits = 100;
const maxItemLength = 120;

/** In a longer loop the scope is no longer told turn by turn, so that it costs next to nothing. */
const maxScopedTurns = 10_000;

/** Counts one run of one loop: each turn that began ends in exactly one way. The inserted code calls it. */
export class LoopLedger {
  readonly #deps: LedgerDeps;
  readonly #site: LoopSite;
  readonly #id: string;
  readonly #began: number = Date.now();
  readonly #outer: Scope;
  readonly #counts: Record<'done' | 'skipped' | 'dropped' | 'handled' | 'left', number> = {
    done: 0,
    skipped: 0,
    dropped: 0,
    handled: 0,
    left: 0,
  };
  readonly #exits: Exit[] = [];
  #inner: Scope;
  #started = 0;
  #open = false;
  #item: unknown;
  /** What a handler at the end of the turn caught. */
  #caught: { readonly site: HandlerSite; readonly reason: string } | undefined;

  constructor(id: string, site: LoopSite, deps: LedgerDeps) {
    this.#id = id;
    this.#site = site;
    this.#deps = deps;
    this.#outer = deps.scope.current();
    this.#inner = this.#outer;
  }

  turn(item?: unknown): void {
    this.#started += 1;
    this.#open = true;
    this.#item = item;
    this.#caught = undefined;
    if (this.#started <= maxScopedTurns) {
      this.#inner = { ...this.#outer, turn: { loop: this.#id, index: this.#started } };
      this.#deps.scope.enter(this.#inner);
    }
  }

  done(): void {
    const caught = this.#caught;
    if (caught?.site.endsTurn === true) {
      this.#exit(caught.site.used ? 'handled' : 'dropped', caught.site.at, caught.reason);
    } else {
      this.#counts.done += 1;
      this.#open = false;
      this.#betweenTurns();
    }
  }

  skipped(line: number): void {
    this.#exit('skipped', this.#lineAt(line));
  }

  /** `continue` inside a handler. */
  skippedIn(handler: number): void {
    const site = this.#deps.sites.handler(handler);
    this.#exit(site.used ? 'handled' : 'dropped', site.at, this.#caught?.reason);
  }

  left(how: 'break' | 'return', line: number): void {
    this.#exit(how, this.#lineAt(line));
  }

  caught(site: HandlerSite, reason: string): void {
    this.#caught = { site, reason };
  }

  /** Under a debugger nothing catches what was thrown, so it is not given. */
  raised(thrown?: unknown): unknown {
    if (this.#open) {
      const { at, lastLine } = this.#site;
      const { places } = this.#deps;
      this.#exit('raise', places.within(thrown, at.file, at.line, lastLine) ?? places.of(thrown) ?? at);
    }
    return thrown;
  }

  /** Before an `await`: what others do meanwhile does not belong to this turn. */
  suspend<T>(operand: T): T {
    this.#deps.scope.enter(this.#outer);
    return operand;
  }

  resume<T>(value: T): T {
    this.#deps.scope.enter(this.#inner);
    return value;
  }

  end(): void {
    if (this.#open) {
      // Only a generator that is dropped at its `yield` comes here within a turn.
      this.#exit('return', this.#site.at);
    }
    this.#deps.scope.enter(this.#outer);
    const { turn } = this.#outer;
    this.#deps.report({
      type: 'loop.ended',
      loop: this.#id,
      header: this.#site.header,
      at: this.#site.at,
      started: this.#started,
      ...this.#counts,
      began: this.#began,
      exits: this.#exits,
      ...(turn && { iteration: turn }),
    });
  }

  #exit(how: 'skipped' | 'dropped' | 'handled' | 'break' | 'return' | 'raise', at: Place, reason?: string): void {
    if (!this.#open) {
      return;
    }
    this.#open = false;
    this.#counts[how === 'break' || how === 'return' || how === 'raise' ? 'left' : how] += 1;
    if (this.#exits.length < maxExits) {
      const item = this.#item === undefined ? undefined : shortText(this.#item, maxItemLength);
      this.#exits.push({ index: this.#started, how, at, ...(item !== undefined && { item }), ...(reason !== undefined && { reason }) });
    }
    this.#betweenTurns();
  }

  /** `for await` waits for the next item here, and others run meanwhile. */
  #betweenTurns(): void {
    if (this.#site.isAwait) {
      this.#deps.scope.enter(this.#outer);
    }
  }

  #lineAt(line: number): Place {
    return { file: this.#site.at.file, line };
  }
}
