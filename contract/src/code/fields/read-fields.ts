import type { CodeLanguage } from '../code-facts.ts';
import { parseCode } from '../parse-code.ts';
import { isHostile } from '../read-code.ts';
import type { FieldFacts } from './field-facts.ts';
import { readJavascriptFields } from './read-javascript-fields.ts';
import { readPythonFields } from './read-python-fields.ts';

/** Where a text names the fields of its agent's input and output. For a question that somebody asks, not for every keystroke. Never throws. */
export function readFields(text: string, language: CodeLanguage): FieldFacts {
  if (isHostile(text)) return { parses: false, found: false, uses: [], leaks: [] };
  const { tree } = parseCode(text, language);
  return language === 'python' ? readPythonFields(text, tree) : readJavascriptFields(text, tree);
}
