import type { Door } from './stack-frames.ts';

/** One call of a method that is watched. */
export type WatchedCall = {
  readonly self: unknown;
  readonly values: readonly unknown[];
  /** Does what the method does, with other values if they are given. */
  readonly original: (values?: readonly unknown[]) => unknown;
  /** Where the call came in: frames from here on are the caller's. */
  readonly door: Door;
};

/** Puts `onCall` in the place of a method of Node's. What a missing method would have told is then not seen. */
export function patchMethod(holder: unknown, name: string, onCall: (call: WatchedCall) => unknown): void {
  if ((typeof holder !== 'object' && typeof holder !== 'function') || holder === null) {
    return;
  }
  const method: unknown = Reflect.get(holder, name);
  if (typeof method !== 'function') {
    return;
  }
  const door = function watched(this: unknown, ...values: unknown[]): unknown {
    return onCall({
      self: this,
      values,
      original: (others = values) => {
        const answer: unknown = Reflect.apply(method, this, others);
        return answer;
      },
      door,
    });
  };
  Object.defineProperty(door, 'name', { value: name });
  Object.defineProperty(holder, name, {
    value: door,
    writable: true,
    configurable: true,
    enumerable: Object.prototype.propertyIsEnumerable.call(holder, name),
  });
}
