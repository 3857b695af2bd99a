import type { SyntaxNode } from '@lezer/common';
import { parseCode } from '../parse-code.ts';
import { executeFunctions } from '../python/definitions.ts';
import { importedNames } from '../python/imports.ts';
import { pythonSource } from '../python/read-python.ts';
import { isHostile } from '../read-code.ts';
import type { Source } from '../source.ts';
import type { FieldFacts } from './field-facts.ts';
import { createProgram, type FieldFiles, type Program } from './field-program.ts';
import { createBounds, createTrail, type FieldTrail } from './field-trail.ts';
import { namePlaces } from './name-places.ts';
import { pythonReach, type PythonContext } from './python-context.ts';
import { argumentOf } from './python-functions.ts';
import { producePython, returnsOf } from './python-results.ts';
import { pythonType } from './python-types.ts';
import { followPython, followPythonName } from './python-values.ts';
import { handsOnPython, isNoUseInPython } from './python-words.ts';
import { partsOf } from './syntax-parts.ts';

/** Calls that may reach any name or key unseen. */
const reflective = /\b(?:locals|vars|exec|eval)[ \t]*\(/;

/** The program of an agent whose other files are opened as something is followed into them. */
export function pythonProgram(files: FieldFiles): Program<PythonContext> {
  return createProgram(files, createBounds(), (program, file, text) => {
    if (isHostile(text)) return undefined;
    const source = pythonSource(text, parseCode(text, 'python').tree);
    return source.brokenIn(0, text.length) ? undefined : pythonContext(program, file, source, createTrail(source, program.bounds));
  });
}

export function readPythonFields(context: PythonContext): Pick<FieldFacts, 'found'> {
  const functions = executeFunctions(context.source);
  const known = functions.flatMap((node) => node ?? []);
  for (const node of known) readFunction(context, node);
  return { found: known.length > 0 && known.length === functions.length };
}

/** What follows values through a text and writes down what it finds. */
export function pythonContext(program: Program<PythonContext>, file: string, source: Source, trail: FieldTrail): PythonContext {
  const names = namePlaces(source, ({ name }) => name === 'VariableName');
  let imported: ReturnType<PythonContext['imported']> | undefined;
  const context: PythonContext = {
    program,
    file,
    source,
    trail,
    names,
    words: namePlaces(source, ({ name }) => name === 'VariableName' || name === 'PropertyName'),
    argumentOf: (node, parameter, site) => argumentOf({ context, node }, parameter, site.context, site.call),
    isNoUse: (node, of) => isNoUseInPython(context, node, of),
    handsOn: (of) => handsOnPython(context, of),
    imported: () => (imported ??= importedNames(source)),
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
