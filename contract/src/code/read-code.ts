import type { CodeFacts, CodeLanguage } from './code-facts.ts';
import { readJavascript } from './javascript/read-javascript.ts';
import { parseCode, type ParsedCode } from './parse-code.ts';
import { readPython } from './python/read-python.ts';

/** Longer texts, in UTF-16 units, are not read: nobody wrote them by hand, and a parser that mends errors may take seconds for one. */
const maxLength = 256 * 1024;
/** Signs in a row on which that parser takes time by the square. */
const hostileRun = /(?:[-+!~]\s*){1000}/;

/** Reads what the rules need from an agent's code. Never throws; the text may be broken anywhere. */
export function readCode(text: string, language: CodeLanguage): CodeFacts {
  return isHostile(text) ? unread(language) : factsOf(parseCode(text, language));
}

/** Reads the same file again and again while it is typed: what did not change is neither parsed nor read twice. */
export type CodeReader = (text: string, language: CodeLanguage) => CodeFacts;

/** Gives the same answers as `readCode`, sooner. Keeps one text and its tree; one reader belongs to one file. */
export function createCodeReader(): CodeReader {
  let last: { readonly parsed: ParsedCode; readonly facts: CodeFacts } | undefined;
  return (text, language) => {
    if (last?.parsed.text === text && last.parsed.language === language) return last.facts;
    if (isHostile(text)) return unread(language);
    const parsed = parseCode(text, language, last?.parsed);
    last = { parsed, facts: factsOf(parsed) };
    return last.facts;
  };
}

/** The language of a file that may be an entrypoint, by its ending; undefined for shell scripts and all else. */
export function codeLanguageOf(file: string): CodeLanguage | undefined {
  if (file.endsWith('.py')) return 'python';
  if (/\.[cm]?js$/.test(file)) return 'javascript';
  return /\.[cm]?ts$/.test(file) ? 'typescript' : undefined;
}

function factsOf({ text, language, tree }: ParsedCode): CodeFacts {
  return language === 'python' ? readPython(text, tree) : readJavascript(text, tree, language);
}

function isHostile(text: string): boolean {
  return text.length > maxLength || hostileRun.test(text);
}

function unread(language: CodeLanguage): CodeFacts {
  return { language, parses: false, open: true, definitions: [], methods: [], functions: [], environment: [], imports: [] };
}
