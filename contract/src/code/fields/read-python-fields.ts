import type { SyntaxNode, Tree } from '@lezer/common';
import { executeFunctions } from '../python/definitions.ts';
import { pythonSource } from '../python/read-python.ts';
import type { Source } from '../source.ts';
import type { FieldFacts } from './field-facts.ts';
import { createTrail, type FieldTrail } from './field-trail.ts';
import { namePlaces } from './name-places.ts';
import { pythonReach, type PythonContext } from './python-context.ts';
import { producePython, returnsOf } from './python-results.ts';
import { pythonType } from './python-types.ts';
import { followPython, followPythonName } from './python-values.ts';
import { partsOf } from './syntax-parts.ts';

/** Calls that may reach any name or key unseen. */
const reflective = /\b(?:locals|vars|exec|eval)[ \t]*\(/;

export function readPythonFields(text: string, tree: Tree): FieldFacts {
  const source = pythonSource(text, tree);
  const trail = createTrail(source);
  const context = pythonContext(source, trail);
  const functions = executeFunctions(source);
  const known = functions.flatMap((node) => node ?? []);
  for (const node of known) readFunction(context, node);
  const about = { parses: !source.brokenIn(0, text.length), found: known.length > 0 && known.length === functions.length };
  return trail.facts(about);
}

/** What follows values through a text and writes down what it finds. */
export function pythonContext(source: Source, trail: FieldTrail): PythonContext {
  const names = namePlaces(source, ({ name }) => name === 'VariableName');
  const context: PythonContext = {
    source,
    trail,
    names,
    reachOf: pythonReach({ source, trail, names }),
    follow: (node, at) => trail.step(() => followPython(context, node, at)),
    followName: (name, region, at, as) => followPythonName(context, name, { region, at, as }),
    produce: (node, at) => trail.step(() => producePython(context, node, at)),
  };
  return context;
}

function readFunction(context: PythonContext, node: SyntaxNode): void {
  const { source, trail, followName, produce } = context;
  const body = node.getChild('Body') ?? node.lastChild ?? node;
  const parameters = partsOf(node.getChild('ParamList'));
  const first = parameters.find((part) => part.name === 'VariableName');
  const input = { side: 'input', path: [] } as const;
  const output = { side: 'output', path: [] } as const;
  const decorated = node.parent?.name === 'DecoratedStatement';
  if (reflective.test(source.textOf(body)) || decorated || first === undefined) {
    trail.leak(input, first ?? node, 'dynamic');
    trail.leak(output, first ?? node, 'unknown');
  }
  if (first !== undefined) {
    followName(source.textOf(first), body, input, 'parameter');
    if (first.nextSibling?.name === 'TypeDef') pythonType(context, first.nextSibling.lastChild, input);
  }
  pythonType(context, node.name === 'FunctionDefinition' ? node.getChild('TypeDef')?.lastChild : undefined, output);
  for (const value of returnsOf(node)) produce(value, output);
}
