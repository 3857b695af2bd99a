import type { CodeLanguage } from '../code-facts.ts';
import { parseCode } from '../parse-code.ts';
import { pythonSource } from '../python/read-python.ts';
import { isHostile } from '../read-code.ts';
import { createSource } from '../source.ts';
import type { AgentFields, FieldFacts } from './field-facts.ts';
import { noFiles, type FieldFiles, type InProgram, type Program } from './field-program.ts';
import { createTrail } from './field-trail.ts';
import { javascriptContext, javascriptProgram, readJavascriptFields } from './read-javascript-fields.ts';
import { pythonContext, pythonProgram, readPythonFields } from './read-python-fields.ts';

/** Where a text names the fields of its agent's input and output. For a question that somebody asks, not for every keystroke. Never throws. */
export function readFields(text: string, language: CodeLanguage): FieldFacts {
  const { parses, found, files } = readAgentFields({ file: '', text }, language, noFiles);
  return { parses, found, uses: files[0]?.uses ?? [], leaks: files[0]?.leaks ?? [] };
}

/** The same for all of the agent's own files that its `execute` hands the input to, or takes the output from. */
export function readAgentFields(
  { file, text }: { readonly file: string; readonly text: string },
  language: CodeLanguage,
  files: FieldFiles,
): AgentFields {
  if (isHostile(text)) return { parses: false, found: false, files: [] };
  const { tree } = parseCode(text, language);
  if (language === 'python') {
    const program = pythonProgram(files);
    const source = pythonSource(text, tree);
    const context = program.add(pythonContext(program, file, source, createTrail(source, program.bounds)));
    return fieldsOf(program, context, readPythonFields(context));
  }
  const program = javascriptProgram(files);
  const source = createSource(text, tree, () => false);
  const context = program.add(javascriptContext(program, file, source, createTrail(source, program.bounds)));
  return fieldsOf(program, context, readJavascriptFields(context));
}

function fieldsOf<Context extends InProgram>(
  { functions, contexts, bounds }: Program<Context>,
  { source }: Context,
  { found }: Pick<FieldFacts, 'found'>,
): AgentFields {
  functions.close();
  const files = [...contexts.values()].map((one) => ({ file: one.file, text: one.source.text, ...one.trail.found() }));
  return { parses: bounds.isWhole && !source.brokenIn(0, source.text.length), found, files };
}
