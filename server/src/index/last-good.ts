import { inFileOrder, type CheckedAgent } from '@hermes-runtime/contract';
import type { Problem, Range } from '@hermes-runtime/schemas';

/** What is known of an agent's code while it is whole, and what of that is carried on while somebody types in it. */
export type LastGood = {
  readonly descriptor: string;
  /** What is said of the code now, and what was said and may still hold. */
  readonly said: readonly Problem[];
  readonly texts: ReadonlyMap<string, string>;
};

export type CarriedOn = {
  /** What was said, and is not said only because the code is broken: on lines that are as they were, where these lie now. */
  readonly kept: readonly Problem[];
  /** For the next check; undefined where nothing was ever said, or agent.yaml is another since. */
  readonly lastGood: LastGood | undefined;
};

type ReadText = (path: string) => string | undefined;

/** Looks at each check of an agent in turn. `readText` reads a file by the path that problems have. */
export function carryOn(last: LastGood | undefined, checked: CheckedAgent, readText: ReadText): CarriedOn {
  const { descriptor, problems, besideCode = [], silenced } = checked;
  const others = new Set(besideCode);
  const ofCode = problems.filter((problem) => !others.has(problem));
  const isBroken = silenced !== undefined;
  if (descriptor === undefined || (isBroken && last?.descriptor !== descriptor.yaml.text)) return { kept: [], lastGood: undefined };
  const kept = isBroken && last !== undefined ? stillHeld(last, checked, readText) : [];
  const said = [...ofCode, ...kept];
  // Of nothing there is nothing to carry on.
  if (said.length === 0) return { kept, lastGood: undefined };
  return { kept, lastGood: { descriptor: descriptor.yaml.text, said, texts: textsOf(said, readText) } };
}

function textsOf(said: readonly Problem[], readText: ReadText): ReadonlyMap<string, string> {
  const paths = new Set(said.flatMap(({ path, related = [] }) => [path, ...related.map((place) => place.path)]));
  return new Map([...paths].map((path) => [path, readText(path) ?? '']));
}

function stillHeld({ said, texts }: LastGood, { silenced = [], problems }: CheckedAgent, readText: ReadText): readonly Problem[] {
  const moves = new Map<string, Move>();
  const moved = (path: string, range: Range): Range | undefined => {
    const move = moves.get(path) ?? moveBetween(texts.get(path) ?? '', readText(path) ?? '');
    moves.set(path, move);
    return move(range);
  };
  const there = new Set(problems.map((problem) => keyOf(problem)));
  const held = said.flatMap((problem) => {
    const range = silenced.includes(problem.code) ? moved(problem.path, problem.range) : undefined;
    if (range === undefined) return [];
    const { related, ...rest } = problem;
    const places = related?.flatMap((place) => {
      const at = moved(place.path, place.range);
      return at === undefined ? [] : [{ ...place, range: at }];
    });
    return [{ ...rest, range, ...(places === undefined ? {} : { related: places }) }];
  });
  return inFileOrder(held.filter((problem) => !there.has(keyOf(problem))));
}

function keyOf({ path, code, range }: Problem): string {
  return JSON.stringify([path, code, range.start.line]);
}

/** Where a range of the text before lies now; undefined when one of its lines is another. */
type Move = (range: Range) => Range | undefined;

function moveBetween(before: string, now: string): Move {
  if (before === now) return (range) => range;
  const [old, fresh] = [linesOf(before), linesOf(now)];
  const shorter = Math.min(old.length, fresh.length);
  let top = 0;
  while (top < shorter && old[top] === fresh[top]) top += 1;
  let bottom = 0;
  while (bottom < shorter - top && old.at(-1 - bottom) === fresh.at(-1 - bottom)) bottom += 1;
  const by = fresh.length - old.length;
  return ({ start, end }) => {
    if (end.line < top) return { start, end };
    if (start.line < old.length - bottom) return undefined;
    return { start: { ...start, line: start.line + by }, end: { ...end, line: end.line + by } };
  };
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}
