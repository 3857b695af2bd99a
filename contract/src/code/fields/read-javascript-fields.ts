import type { SyntaxNode, Tree } from '@lezer/common';
import { topLevelNames } from '../javascript/declarations.ts';
import { javascriptExports } from '../javascript/exports.ts';
import { createSource, type Source } from '../source.ts';
import type { FieldFacts } from './field-facts.ts';
import { createTrail, type FieldTrail } from './field-trail.ts';
import { bodyOf, isVariable, javascriptReach, parametersOf, typeBehind, type JavascriptContext } from './javascript-context.ts';
import { namePlaces } from './name-places.ts';
import { produceJavascript, resultsOf } from './javascript-results.ts';
import { jsdocTypes } from './jsdoc-types.ts';
import { javascriptType } from './javascript-types.ts';
import { bindJavascript, followJavascript } from './javascript-values.ts';

const input = { side: 'input', path: [] } as const;
const output = { side: 'output', path: [] } as const;

export function readJavascriptFields(text: string, tree: Tree): FieldFacts {
  const source = createSource(text, tree, () => false);
  const names = topLevelNames(source);
  const trail = createTrail(source);
  const jsdoc = jsdocTypes(source);
  const context = javascriptContext(source, trail, { names, commented: jsdoc.declared });
  const { nodes, definitions } = javascriptExports(source, names);
  for (const node of nodes) {
    readFunction(context, node);
    const { parameter, result } = jsdoc.of(node);
    javascriptType(context, parameter, input);
    javascriptType(context, result, output);
  }
  return trail.facts({ parses: !source.brokenIn(0, text.length), found: nodes.length > 0 && nodes.length === definitions.length });
}

/** What follows values through a text and writes down what it finds. */
export function javascriptContext(
  source: Source,
  trail: FieldTrail,
  known: Pick<JavascriptContext, 'names' | 'commented'>,
): JavascriptContext {
  const places = namePlaces(source, isVariable);
  const context: JavascriptContext = {
    source,
    trail,
    places,
    reachOf: javascriptReach({ source, trail, places }),
    ...known,
    follow: (node, at) => trail.step(() => followJavascript(context, node, at)),
    bind: (target, region, at) => bindJavascript(context, target, region, at),
    produce: (node, at) => trail.step(() => produceJavascript(context, node, at)),
  };
  return context;
}

function readFunction(context: JavascriptContext, node: SyntaxNode): void {
  const { source, trail, bind, produce } = context;
  const [parameter] = parametersOf(node);
  const body = bodyOf(node);
  if (/\b(?:eval|arguments)\b/.test(source.textOf(body))) {
    trail.leak(input, parameter ?? node, 'dynamic');
    trail.leak(output, parameter ?? node, 'unknown');
  }
  if (parameter !== undefined) {
    bind(parameter, body, input);
    javascriptType(context, typeBehind(parameter), input);
  }
  javascriptType(context, node.getChild('TypeAnnotation'), output);
  for (const value of resultsOf(node)) produce(value, output);
}
