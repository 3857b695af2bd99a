import type { SyntaxNode } from '@lezer/common';
import type { Source, Span } from '../source.ts';
import type { FieldFacts, FieldLeak, FieldPath, FieldSide, FieldUse } from './field-facts.ts';
import type { PythonModel } from './python-models.ts';

/** A value of the input or the output, on its way through the code. */
export type ValueAt = {
  readonly side: FieldSide;
  readonly path: FieldPath;
  /** Keys that the same object has whatever comes from here. */
  readonly beside?: readonly string[];
  /** Whether this is the code that calls, and so makes the input. */
  readonly called?: true;
  /** The class whose object it is: then its keys are attributes. */
  readonly model?: PythonModel;
  /** The class of its items. */
  readonly items?: PythonModel;
};

/** Deeper fields are nobody's. */
const maxPath = 12;
/** More places than this are not looked at. */
const maxSteps = 20_000;
const maxDepth = 300;
/** A name that may stand for more values than these at one place is followed for the first of them. */
const maxValues = 16;

/** How much was followed already, and whether that was too much: together for all texts of an agent. */
export type TrailBounds = { steps: number; depth: number; isWhole: boolean };

export type FieldTrail = {
  readonly use: (
    at: ValueAt,
    span: Span,
    form: FieldUse['form'],
    more?: { readonly write?: boolean; readonly whole?: Span & { name: string }; readonly taken?: RegExp },
  ) => void;
  readonly leak: (at: ValueAt, span: Span, reason: FieldLeak['reason']) => void;
  /** False for what was followed before, and for what goes too deep. */
  readonly enter: (what: string, node: SyntaxNode, at: ValueAt) => boolean;
  /** Whether it was found before that the output is made of what stands here. */
  readonly isResult: (node: SyntaxNode) => boolean;
  /** Whether one more value may be followed through a name, a parameter, or whatever `what` tells apart. */
  readonly mayAdd: (what: string) => boolean;
  /** The text is too much to be followed to its end. */
  readonly giveUp: () => void;
  /** Goes one step on; nowhere from a text that is nested so deep that nobody wrote it. */
  readonly step: (on: () => void) => void;
  readonly found: () => Pick<FieldFacts, 'uses' | 'leaks'>;
};

export function createBounds(): TrailBounds {
  return { steps: 0, depth: 0, isWhole: true };
}

export function createTrail(source: Source, bounds: TrailBounds): FieldTrail {
  const uses = new Map<string, FieldUse>();
  const leaks = new Map<string, FieldLeak>();
  const seen = new Set<string>();
  const values = new Map<string, number>();
  const results = new Set<string>();
  const keyOf = ({ side, path }: ValueAt, { from, to }: Span): string => `${side} ${from} ${to} ${JSON.stringify(path)}`;
  return {
    use: (at, span, form, { write = false, whole, taken } = {}) => {
      const { side, path } = at;
      const more = whole === undefined ? {} : { whole: { range: source.rangeOf(whole), name: whole.name } };
      uses.set(keyOf(at, span), {
        side,
        path,
        range: source.rangeOf(form === 'quoted' ? inner(source, span) : span),
        form,
        write,
        ...more,
        ...(taken === undefined ? {} : { taken }),
      });
    },
    leak: (at, span, reason) => {
      const { side, path, beside } = at;
      leaks.set(`${keyOf(at, span)} ${reason}`, {
        side,
        path,
        range: source.rangeOf(span),
        reason,
        ...(beside === undefined ? {} : { beside }),
      });
    },
    enter: (what, node, at) => {
      const key = `${what} ${node.name} ${keyOf(at, node)} ${at.model?.name.from ?? ''} ${at.items?.name.from ?? ''}`;
      if (seen.has(key) || at.path.length > maxPath) return false;
      if (bounds.steps > maxSteps) bounds.isWhole = false;
      if (!bounds.isWhole) return false;
      bounds.steps += 1;
      seen.add(key);
      if (what === 'result') results.add(`${node.from} ${node.to}`);
      return true;
    },
    isResult: ({ from, to }) => results.has(`${from} ${to}`),
    mayAdd: (what) => {
      const count = (values.get(what) ?? 0) + 1;
      values.set(what, count);
      return count <= maxValues;
    },
    giveUp: () => {
      bounds.isWhole = false;
    },
    step: (on) => {
      if (bounds.depth > maxDepth) bounds.isWhole = false;
      if (!bounds.isWhole) return;
      bounds.depth += 1;
      on();
      bounds.depth -= 1;
    },
    found: () => ({ uses: [...uses.values()], leaks: [...leaks.values()] }),
  };
}

/** One step further into a value. */
export function below({ side, path, called, items }: ValueAt, step: string | number): ValueAt {
  const model = typeof step === 'number' && items !== undefined ? { model: items } : {};
  return { side, path: [...path, step], ...(called === undefined ? {} : { called }), ...model };
}

/** Whether the code makes the value, so that it is of use what it is made of. */
export function makes({ side, called }: ValueAt): boolean {
  return side === 'output' || called === true;
}

/** A literal without its quotes and what stands before them. */
function inner(source: Source, { from, to }: Span): Span {
  const [opener = ''] = /^[A-Za-z]{0,2}(?:"""|'''|["'])/.exec(source.text.slice(from, to)) ?? [];
  const quotes = opener.replace(/^[A-Za-z]+/, '').length;
  return { from: from + opener.length, to: to - quotes };
}
