/** How deep an input or a result may be nested: far above what people write, far below where recursion ends. */
export const depthLimit: number = 200;

/** Walks without recursion: the value may be 100,000 levels deep. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((item) => childrenOf(item));
  }
  return false;
}

function childrenOf(item: unknown): readonly unknown[] {
  return typeof item === 'object' && item !== null ? Object.values(item) : [];
}
