import type { CodeFacts, CodeLanguage } from './code-facts.ts';
import { readJavascript } from './javascript/read-javascript.ts';
import { readPython } from './python/read-python.ts';

/** Longer texts, in UTF-16 units, are not read: nobody wrote them by hand, and a parser that mends errors may take seconds for one. */
const maxLength = 256 * 1024;
/** Signs in a row on which that parser takes time by the square. */
const hostileRun = /(?:[-+!~]\s*){1000}/;

/** Reads what the rules need from an agent's code. Never throws; the text may be broken anywhere. */
export function readCode(text: string, language: CodeLanguage): CodeFacts {
  if (text.length > maxLength || hostileRun.test(text)) return unread(language);
  return language === 'python' ? readPython(text) : readJavascript(text, language);
}

/** The language of a file that may be an entrypoint, by its ending; undefined for shell scripts and all else. */
export function codeLanguageOf(file: string): CodeLanguage | undefined {
  if (file.endsWith('.py')) return 'python';
  if (/\.[cm]?js$/.test(file)) return 'javascript';
  return /\.[cm]?ts$/.test(file) ? 'typescript' : undefined;
}

function unread(language: CodeLanguage): CodeFacts {
  return { language, parses: false, open: true, definitions: [], methods: [], functions: [], environment: [], imports: [] };
}
