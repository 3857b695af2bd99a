/** A JSON object, whatever is in it. */
export type Json = Readonly<Record<string, unknown>>;

export function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A property of its own, never an inherited one such as `toString`. */
export function own(value: unknown, key: string): unknown {
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** What is at a path of keys and indices. */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let current = value;
  for (const step of path) current = typeof step === 'number' && Array.isArray(current) ? current[step] : own(current, String(step));
  return current;
}

/** `runtime.type`, `examples[0].input`: how a person names a place in a file. */
export function dotted(path: readonly (string | number)[]): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}
