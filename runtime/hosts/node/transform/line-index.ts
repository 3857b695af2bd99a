/** Answers the line, from 1, of a character position; the positions may come in any order. */
export function lineIndex(source: string): (position: number) => number {
  const starts = [0];
  for (let next = source.indexOf('\n'); next !== -1; next = source.indexOf('\n', next + 1)) {
    starts.push(next + 1);
  }
  return (position) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= position) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low + 1;
  };
}
