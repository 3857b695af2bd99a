/** Insertions into one source, none of which may hold a line break: every line stays where it is. */
export type SourceEdits = {
  /** Inserts before the character at `position`; of two insertions at one position the earlier call comes first. */
  readonly insert: (position: number, text: string) => void;
  readonly count: () => number;
  readonly apply: () => string;
};

export function sourceEdits(source: string): SourceEdits {
  const insertions: { readonly position: number; readonly text: string }[] = [];
  return {
    insert: (position, text) => void insertions.push({ position, text }),
    count: () => insertions.length,
    apply: () => {
      let done = 0;
      let result = '';
      // `toSorted` is stable, which the order at one position rests on.
      for (const { position, text } of insertions.toSorted((left, right) => left.position - right.position)) {
        result += source.slice(done, position) + text;
        done = position;
      }
      return result + source.slice(done);
    },
  };
}
