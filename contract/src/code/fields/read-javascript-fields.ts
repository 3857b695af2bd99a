import type { SyntaxNode } from '@lezer/common';
import { topLevelNames } from '../javascript/declarations.ts';
import { javascriptExports } from '../javascript/exports.ts';
import { parseCode } from '../parse-code.ts';
import { codeLanguageOf, isHostile } from '../read-code.ts';
import { createSource, type Source } from '../source.ts';
import type { FieldFacts } from './field-facts.ts';
import { createProgram, type FieldFiles, type Program } from './field-program.ts';
import { createBounds, createTrail, type FieldTrail } from './field-trail.ts';
import { bodyOf, isVariable, javascriptReach, parametersOf, typeBehind, type JavascriptContext } from './javascript-context.ts';
import { produceJavascript, resultsOf } from './javascript-results.ts';
import { jsdocTypes } from './jsdoc-types.ts';
import { javascriptType } from './javascript-types.ts';
import { bindJavascript, followJavascript } from './javascript-values.ts';
import { argumentOf } from './javascript-functions.ts';
import { handsOnJavascript, isNoUseInJavascript } from './javascript-words.ts';
import { namePlaces } from './name-places.ts';

const input = { side: 'input', path: [] } as const;
const output = { side: 'output', path: [] } as const;

/** The program of an agent whose other files are opened as something is followed into them. */
export function javascriptProgram(files: FieldFiles): Program<JavascriptContext> {
  return createProgram(files, createBounds(), (program, file, text) => {
    const language = codeLanguageOf(file);
    if (isHostile(text) || language === undefined || language === 'python') return undefined;
    const source = createSource(text, parseCode(text, language).tree, () => false);
    return source.brokenIn(0, text.length) ? undefined : javascriptContext(program, file, source, createTrail(source, program.bounds));
  });
}

export function readJavascriptFields(context: JavascriptContext): Pick<FieldFacts, 'found'> {
  const { source, names, comments } = context;
  const { nodes, definitions } = javascriptExports(source, names);
  for (const node of nodes) {
    readFunction(context, node);
    const { parameter, result } = comments.of(node);
    javascriptType(context, parameter, input);
    javascriptType(context, result, output);
  }
  return { found: nodes.length > 0 && nodes.length === definitions.length };
}

/** What follows values through a text and writes down what it finds. */
export function javascriptContext(program: Program<JavascriptContext>, file: string, source: Source, trail: FieldTrail): JavascriptContext {
  const places = namePlaces(source, isVariable);
  const context: JavascriptContext = {
    program,
    file,
    source,
    trail,
    places,
    names: topLevelNames(source),
    comments: jsdocTypes(source),
    words: namePlaces(source, (at) => isVariable(at) || at.name === 'PropertyName'),
    argumentOf: (node, parameter, site) => argumentOf(source, node, parameter, site.call),
    isNoUse: (node, of) => isNoUseInJavascript(context, node, of),
    handsOn: (of) => handsOnJavascript(context, of),
    reachOf: javascriptReach({ source, trail, places }),
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
