import * as l10n from '@vscode/l10n';
import { dotted, type ValuePath } from '@hermes-runtime/contract';
import { anyItem } from '@hermes-runtime/contract/fields';
import type { Chain, ChainStep, NamedStep } from './expressions.ts';
import { inField, type Field, type Found, type Place } from './field.ts';
import { textOffset, type YamlFile } from './yaml-place.ts';

/** An expression in a YAML file: where it stands, and what its names stand for. */
export type Expression = {
  readonly file: YamlFile;
  /** The value that it is in, and its offset in there. */
  readonly at: ValuePath;
  readonly text: string;
  readonly from: number;
  readonly kind: Place['kind'];
  /** The fields that a chain begins with, and the steps from there on. */
  readonly fieldsOf: (chain: Chain) => { readonly roots: readonly Field[]; readonly steps: readonly ChainStep[] };
};

/** The fields that a chain of an expression goes through. */
export function chainPlaces({ file, at, text, from, kind, fieldsOf }: Expression, chain: Chain): Found {
  const found: Found = { places: [], doubts: [] };
  const { roots, steps } = fieldsOf(chain);
  const start = textOffset(file, at, text);
  for (const root of roots) {
    let field = root;
    const named = (step: NamedStep): void => {
      const inside = inField(field, step.name);
      if (start === undefined) {
        // YAML has it in another spelling: it is known to be there, and not where.
        const message = l10n.t('{0} names it in a way that cannot be changed here.', dotted(at));
        found.doubts.push({ field, message, concerns: (next) => next === step.name });
      } else found.places.push(placeOf(step, inside));
    };
    for (const step of steps) {
      if (typeof step !== 'number' && step.from >= 0) named(step);
      field = typeof step === 'number' ? inField(field, anyItem) : inField(field, step.name);
    }
    if (chain.asked !== undefined) named(chain.asked);
    const reason = l10n.t('{0} computes the keys of the value that it is in.', dotted(at));
    if (chain.dynamic) found.doubts.push({ field, message: reason, concerns: (step) => typeof step === 'string' });
    if (chain.whole && kind !== 'schema')
      found.doubts.push({ field, message: l10n.t('{0} hands on the whole value that it is in.', dotted(at)) });
  }
  return found;

  function placeOf(step: NamedStep, field: Field): Place {
    const range = file.lines.rangeOf((start ?? 0) + from + step.from, (start ?? 0) + from + step.to);
    const isWord = (name: string): boolean => (step.quoted ? /^[\w .-]+$/ : /^[A-Za-z_]\w*$/).test(name);
    return { field, file: file.file, range, kind, write: false, renamed: (name) => (isWord(name) ? { range, text: name } : undefined) };
  }
}
