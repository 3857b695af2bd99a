import type { Problem } from '@hermes-runtime/schemas';

/** How a person wants problems of one code shown; `off` is not at all. */
export type Level = 'off' | 'error' | 'warning' | 'information' | 'hint';

/** By the problem's code. What is not named keeps the severity that its rule gave it. */
export type Levels = ReadonlyMap<string, Level>;

export const levels: readonly Level[] = ['off', 'error', 'warning', 'information', 'hint'];

/** Problems as somebody wants to see them. The files are as they are, so this is for showing alone: nothing may decide by it what runs. */
export function applyLevels(problems: readonly Problem[], wanted: Levels): readonly Problem[] {
  if (wanted.size === 0) return problems;
  return problems.flatMap((problem) => {
    const level = wanted.get(problem.code);
    if (level === undefined) return [problem];
    return level === 'off' ? [] : [{ ...problem, severity: level === 'information' ? 'info' : level }];
  });
}
