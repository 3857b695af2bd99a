import { readPattern, type PatternNode } from './pattern-syntax.ts';

/** Counts down the work that one validation may do. */
export type Budget = { left: number };

export type Pattern =
  | { readonly status: 'enforced'; readonly test: (text: string, budget: Budget) => boolean }
  /** JavaScript itself does not take it for a regular expression. */
  | { readonly status: 'invalid' }
  /** Valid, but with a backreference, a lookbehind, or too large: matching it could take for ever, so nothing is matched. */
  | { readonly status: 'not enforced' };

/** A pattern such as `(a{200}){200}` would need more. */
const maxStates = 12_000;

/**
 * Compiles a pattern so that matching takes time in proportion to text length times pattern length, whatever the pattern:
 * all states are advanced together, one character at a time, and nothing is ever tried again.
 */
export function compilePattern(source: string): Pattern {
  const flags = ['u', ''].find((flag) => isRegExp(source, flag));
  if (flags === undefined) return { status: 'invalid' };
  const tree = readPattern(source);
  const program = tree === undefined ? undefined : programOf(tree, flags);
  if (program === undefined) return { status: 'not enforced' };
  return { status: 'enforced', test: (text, budget) => runs(program, Array.from(text), 0, budget, 'anywhere') };
}

type State =
  | { readonly type: 'unit'; readonly matches: (unit: string) => boolean; readonly next: number }
  | { readonly type: 'split'; readonly next: readonly number[] }
  | { readonly type: 'assert'; readonly what: 'start' | 'end' | 'boundary' | 'no boundary'; readonly next: number }
  | { readonly type: 'look'; readonly program: Program; readonly negative: boolean; readonly next: number }
  | { readonly type: 'accept' };
type Program = { readonly states: readonly State[]; readonly first: number };

function isRegExp(source: string, flags: string): boolean {
  try {
    return new RegExp(source, flags).flags === flags;
  } catch {
    // A SyntaxError is the answer.
    return false;
  }
}

/** Builds states from the end to the front; undefined when there would be too many. */
function programOf(tree: PatternNode, flags: string): Program | undefined {
  const states: State[] = [{ type: 'accept' }];
  const units = new Map<string, (unit: string) => boolean>();
  const add = (state: State): number => states.push(state) - 1;
  const build = (node: PatternNode, next: number): number => {
    if (states.length > maxStates) return next;
    switch (node.type) {
      case 'unit': {
        const matches = units.get(node.atom) ?? unitTest(node.atom, flags);
        units.set(node.atom, matches);
        return add({ type: 'unit', matches, next });
      }
      case 'sequence':
        return node.nodes.reduceRight((after, part) => build(part, after), next);
      case 'choice':
        return add({ type: 'split', next: node.nodes.map((part) => build(part, next)) });
      case 'assert':
        return add({ type: 'assert', what: node.what, next });
      case 'look': {
        const program = programOf(node.node, flags);
        if (program === undefined) return tooMany();
        return add({ type: 'look', program, negative: node.negative, next });
      }
      case 'repeat':
        return repeat(node, next);
    }
  };
  const repeat = ({ node, min, max }: Extract<PatternNode, { type: 'repeat' }>, next: number): number => {
    if (Math.max(min, max === Infinity ? 0 : max) > maxStates) return tooMany();
    let after = next;
    if (max === Infinity) {
      const loop = add({ type: 'split', next: [] });
      states[loop] = { type: 'split', next: [build(node, loop), next] };
      after = loop;
    } else {
      for (let count = min; count < max && states.length <= maxStates; count += 1)
        after = add({ type: 'split', next: [build(node, after), next] });
    }
    for (let count = 0; count < min && states.length <= maxStates; count += 1) after = build(node, after);
    return after;
  };
  const tooMany = (): number => {
    while (states.length <= maxStates) add({ type: 'accept' });
    return 0;
  };
  const first = build(tree, 0);
  return states.length > maxStates ? undefined : { states, first };
}

/** JavaScript decides about single characters; that takes constant time, so its answers are only remembered, not bounded. */
function unitTest(atom: string, flags: string): (unit: string) => boolean {
  const expression = new RegExp(`^(?:${atom === '/' ? '\\/' : atom})$`, flags);
  const known = new Map<string, boolean>();
  return (unit) => {
    const answer = known.get(unit);
    if (answer !== undefined) return answer;
    const fresh = expression.test(unit);
    if (known.size < 256) known.set(unit, fresh);
    return fresh;
  };
}

function runs(program: Program, text: readonly string[], from: number, budget: Budget, where: 'anywhere' | 'here'): boolean {
  let current = new Set<number>();
  for (let at = from; at <= text.length; at += 1) {
    if (where === 'anywhere' || at === from) current.add(program.first);
    const reached = closure(program, current, text, at, budget);
    if (reached === 'accepted') return true;
    if (budget.left <= 0) return false;
    const unit = text[at];
    if (unit === undefined) return false;
    current = new Set<number>();
    for (const index of reached) {
      const state = program.states[index];
      if (state?.type === 'unit' && state.matches(unit)) current.add(state.next);
    }
    if (current.size === 0 && where === 'here') return false;
  }
  return false;
}

/** All states that are reached without reading a character. */
function closure(
  program: Program,
  from: ReadonlySet<number>,
  text: readonly string[],
  at: number,
  budget: Budget,
): ReadonlySet<number> | 'accepted' {
  const reached = new Set(from);
  for (const index of reached) {
    budget.left -= 1;
    if (budget.left <= 0) return reached;
    const state = program.states[index];
    if (state === undefined || state.type === 'unit') continue;
    if (state.type === 'accept') return 'accepted';
    if (state.type === 'split') for (const next of state.next) reached.add(next);
    else if (state.type === 'assert' ? holds(state.what, text, at) : runs(state.program, text, at, budget, 'here') !== state.negative)
      reached.add(state.next);
  }
  return reached;
}

function holds(what: Extract<State, { type: 'assert' }>['what'], text: readonly string[], at: number): boolean {
  if (what === 'start') return at === 0;
  if (what === 'end') return at === text.length;
  return (isWord(text[at - 1]) !== isWord(text[at])) === (what === 'boundary');
}

function isWord(unit: string | undefined): boolean {
  return unit !== undefined && /^\w$/.test(unit);
}
