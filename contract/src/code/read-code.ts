import { ignoresInCode } from '../ignore/find-ignores.ts';
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

/** Reads the same files again and again while they are typed: what did not change is neither parsed nor read twice. `file` tells several files of one agent apart. */
export type CodeReader = (text: string, language: CodeLanguage, file?: string) => CodeFacts;

/** More files of one agent than this are read afresh. */
const maxKept = 32;

/** Gives the same answers as `readCode`, sooner. Keeps the last text of each file and its tree; one reader belongs to one agent. */
export function createCodeReader(): CodeReader {
  const kept = new Map<string, { readonly parsed: ParsedCode; readonly facts: CodeFacts }>();
  return (text, language, file = '') => {
    const last = kept.get(file);
    if (last?.parsed.text === text && last.parsed.language === language) return last.facts;
    if (isHostile(text)) return unread(language);
    const parsed = parseCode(text, language, last?.parsed);
    const facts = factsOf(parsed);
    if (last !== undefined || kept.size < maxKept) kept.set(file, { parsed, facts });
    return facts;
  };
}

/** The language of a file that may be an entrypoint, by its ending; undefined for shell scripts and all else. */
export function codeLanguageOf(file: string): CodeLanguage | undefined {
  if (file.endsWith('.py')) return 'python';
  if (/\.[cm]?js$/.test(file)) return 'javascript';
  return /\.[cm]?ts$/.test(file) ? 'typescript' : undefined;
}

function factsOf({ text, language, tree }: ParsedCode): CodeFacts {
  const facts = language === 'python' ? readPython(text, tree) : readJavascript(text, tree, language);
  const ignores = ignoresInCode(text, tree, language === 'python' ? '#' : '//');
  return ignores.length === 0 ? facts : { ...facts, ignores };
}

/** Whether a text is not read at all. */
export function isHostile(text: string): boolean {
  return text.length > maxLength || hostileRun.test(text);
}

function unread(language: CodeLanguage): CodeFacts {
  return {
    language,
    parses: false,
    open: true,
    definitions: [],
    methods: [],
    functions: [],
    environment: [],
    imports: [],
    exportedFrom: [],
    loadsUnseen: true,
  };
}
