import { parser } from '@lezer/javascript';
import type { Tree } from '@lezer/common';
import { instrumentNode } from './instrument-node.ts';
import type { InstrumentedSites } from './instrumented-sites.ts';
import { sourceEdits } from './source-edits.ts';
import { lineIndex } from './line-index.ts';
import type { Walk } from './syntax-context.ts';
import { tracerName } from './tracer-name.ts';

/** A loop in which a turn could end early and nobody counts. */
export type PassedOver = { readonly line: number; readonly reason: string };

export type Instrumented =
  | { readonly status: 'done'; readonly source: string; readonly passedOver: readonly PassedOver[] }
  | { readonly status: 'untouched'; readonly reason: string };

/** A file beyond this would cost more to read than its trace is worth; it is generated code. */
const maxSourceLength = 1_000_000;

/** Inserts the calls of the trace into JavaScript, or says why not; every line stays where it is. */
export function instrumentSource(
  source: string,
  file: string,
  sites: InstrumentedSites,
  { isDebugged }: Pick<Walk, 'isDebugged'> = { isDebugged: false },
): Instrumented {
  if (source.length > maxSourceLength) {
    return { status: 'untouched', reason: `longer than ${maxSourceLength} characters` };
  }
  if (source.includes(tracerName)) {
    return { status: 'untouched', reason: `uses the name ${tracerName}` };
  }
  const tree = parser.parse(withoutImportAttributes(source));
  const lineOf = lineIndex(source);
  const unread = firstUnreadable(tree);
  if (unread !== undefined) {
    return { status: 'untouched', reason: `line ${lineOf(unread)} has a syntax that the trace cannot read` };
  }
  const edits = sourceEdits(source);
  const passedOver: PassedOver[] = [];
  const passOver = (line: number, reason: string): void => void passedOver.push({ line, reason });
  instrumentNode(tree.topNode, { source, file, sites, edits, lineOf, passOver, isDebugged });
  return { status: 'done', passedOver, source: edits.count() === 0 ? source : edits.apply() };
}

/** The grammar does not know `with { type: 'json' }`; blanks of the same length read the same. */
function withoutImportAttributes(source: string): string {
  return source.replaceAll(
    /((?:\bfrom|\bimport)\s*(?:"[^"\n]*"|'[^'\n]*')\s*)(\b(?:with|assert)\s*\{[^{}]*\})/g,
    (_all, before: string, attributes: string) => before + attributes.replaceAll(/[^\n]/g, ' '),
  );
}

function firstUnreadable(tree: Tree): number | undefined {
  let position: number | undefined;
  tree.iterate({
    enter: (node) => {
      if (node.type.isError) {
        position ??= node.from;
      }
      return position === undefined;
    },
  });
  return position;
}
