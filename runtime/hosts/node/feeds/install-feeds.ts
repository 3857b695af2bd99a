import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import type { AgentFiles } from '../agent-files.ts';
import { patchMethod } from '../patch-method.ts';
import { callingFrames, type Door } from '../stack-frames.ts';
import type { Feeds } from './feeds.ts';

/** The agent's frame, and perhaps one of Node's in between, as in `Array.from({ length: 3 }, Math.random)`. */
const nearestFrames = 3;

/** Feeds the calls of the agent's own files; libraries keep the real clock and the real randomness. */
export function installFeeds(feeds: Feeds, files: AgentFiles): void {
  const isOwnCall = (name: string, door: Door): boolean => {
    if (!feeds.wants(name)) {
      return false;
    }
    const [nearest] = callingFrames(door, 1);
    const caller = nearest?.file === '' ? callingFrames(door, nearestFrames).find(({ file }) => file !== '') : nearest;
    return caller !== undefined && files.owns(caller.file);
  };
  feedMethod(Date, 'now', 'Date.now');
  feedMethod(Math, 'random', 'Math.random');
  feedMethod(performance, 'now', 'performance.now');
  feedMethod(crypto, 'randomUUID', 'crypto.randomUUID');
  feedMethod(Object.getPrototypeOf(globalThis.crypto), 'randomUUID', 'crypto.randomUUID');
  syncBuiltinESMExports();
  feedNewDate();

  function feedMethod(holder: unknown, method: string, name: string): void {
    patchMethod(holder, method, ({ original, door }) => (isOwnCall(name, door) ? feeds.give(name, original) : original()));
  }

  /** `new Date()` and `Date()`; a date of a given time needs no clock. */
  function feedNewDate(): void {
    const RealDate = Date;
    const now = (door: Door): readonly unknown[] =>
      isOwnCall('new Date', door) ? [feeds.give('new Date', () => new RealDate().getTime())] : [];
    const construct = (target: typeof Date, values: readonly unknown[], newTarget: object): Date => {
      const kind = typeof newTarget === 'function' ? newTarget : target;
      const made: unknown = Reflect.construct(target, values.length === 0 ? now(construct) : values, kind);
      return made instanceof RealDate ? made : new RealDate();
    };
    const apply = (target: typeof Date): string => {
      const [time] = now(apply);
      return typeof time === 'number' ? new RealDate(time).toString() : target();
    };
    const FedDate = new Proxy(RealDate, { construct, apply });
    // `value.constructor === Date` is asked of dates that Node made too.
    Object.defineProperty(RealDate.prototype, 'constructor', { value: FedDate, writable: true, configurable: true, enumerable: false });
    Object.defineProperty(globalThis, 'Date', { value: FedDate, writable: true, configurable: true, enumerable: false });
  }
}
