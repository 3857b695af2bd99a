import * as l10n from '@vscode/l10n';
import { codeLanguageOf, executeFile, indexLines, normalEntrypoint, own, shellReads, type CodeFacts } from '@hermes-runtime/contract';
import { localModules, readAgentFields, type AgentFields, type FieldLeak, type FieldUse } from '@hermes-runtime/contract/fields';
import { join } from 'node:path';
import type { IndexedAgent } from '../index/indexed-agent.ts';
import { keepFields } from '../index/kept-fields.ts';
import type { Doubt, Field, Found, NewText, Place } from './field.ts';

/** Where the code of an agent names its fields, and where they go out of sight. */
export function codePlaces(agent: IndexedAgent): Found {
  const { folder, files, descriptor } = agent;
  const entrypoint = own(descriptor?.value['runtime'], 'entrypoint');
  if (typeof entrypoint !== 'string') return { places: [], doubts: [] };
  const name = normalEntrypoint(entrypoint);
  if (codeLanguageOf(name) === undefined) return scriptPlaces(agent, name);
  const { file, text } = executeFile(files, name) ?? {};
  const language = file === undefined ? undefined : codeLanguageOf(file);
  if (file === undefined || text === undefined || language === undefined) return { places: [], doubts: [] };
  const kept = keepFields(agent.fields, `${name} ${file}`, files, ({ readText, stat, list }) =>
    readAgentFields({ file, text: readText(file) ?? text }, language, {
      readText: (other) => (stat(other)?.inside === false ? undefined : readText(other)),
      filesOf: localModules({ stat }, name, language).filesOf,
      list: () => codeFiles(list(), language),
    }),
  );
  agent.fields = kept;
  const facts = kept.fields;
  if (!facts.parses) return { places: [], doubts: aboutAll(folder, l10n.t('{0} cannot be read as it is now. Mend it first.', file)) };
  const message = l10n.t('execute() is not written in {0}, so what it reads and returns cannot be followed.', file);
  const unfound = facts.found ? [] : aboutAll(folder, message);
  return {
    places: facts.files.flatMap((one) => usesIn(one, folder)),
    doubts: [...unfound, ...facts.files.flatMap((one) => one.leaks.map((leak) => doubtOf(leak, one.file, folder)))],
  };
}

function usesIn({ file, text, uses }: AgentFields['files'][number], folder: string): Place[] {
  const lines = indexLines(text);
  return uses.map((use) => {
    const [from, to] = [lines.offsetAt(use.range.start), lines.offsetAt(use.range.end)];
    return placeOf(use, { file: join(folder, file), agent: folder, written: text.slice(from, to), quote: text.charAt(to) });
  });
}

/** The files of an agent in one language, without those of agents that lie deeper. */
export function codeFiles(all: readonly string[], language: CodeFacts['language']): readonly string[] {
  const inner = all.filter((file) => /\/agent\.ya?ml$/.test(file)).map((file) => file.slice(0, file.lastIndexOf('/') + 1));
  const isOfLanguage = (file: string): boolean => codeLanguageOf(file) !== undefined && file.endsWith('.py') === (language === 'python');
  return all.filter((file) => isOfLanguage(file) && !inner.some((folder) => file.startsWith(folder)));
}

function aboutAll(agent: string, message: string, concerns?: Doubt['concerns']): Doubt[] {
  return (['input', 'output'] as const).map((side) => ({
    field: { agent, side, path: [] },
    message,
    ...(concerns === undefined ? {} : { concerns }),
  }));
}

/** Of a script the keys are known that it asks `jq` for; where it has the same word elsewhere, nobody can tell what that is. */
function scriptPlaces({ folder, files }: IndexedAgent, name: string): Found {
  const text = files.stat(name)?.inside === false ? undefined : files.readText(name);
  if (text === undefined) return { places: [], doubts: [] };
  const lines = indexLines(text);
  const reads = shellReads(text);
  const places = reads.map(({ key, at }): Place => {
    const range = lines.rangeOf(at.from, at.to);
    const renamed = (to: string): NewText | undefined => (/^[A-Za-z_]\w*$/.test(to) ? { range, text: to } : undefined);
    return { field: { agent: folder, side: 'input', path: [key] }, file: join(folder, name), range, kind: 'code', write: false, renamed };
  });
  const isElsewhere = (word: string, side: Field['side']): boolean =>
    text.split(word).length - 1 > (side === 'input' ? reads.filter(({ key }) => key === word).length : 0);
  const message = l10n.t('{0} names it in a way that cannot be followed.', name);
  const concerns: Doubt['concerns'] = (_step, { path, side }) => path.some((step) => typeof step === 'string' && isElsewhere(step, side));
  return { places, doubts: aboutAll(folder, message, concerns) };
}

type InFile = { readonly file: string; readonly agent: string; readonly written: string; readonly quote: string };

/** What one use of a field in code is, and how it is written afterwards. */
export function placeOf(use: FieldUse, { file, agent, written, quote }: InFile): Place {
  const { side, path, range, write } = use;
  return { field: { agent, side, path }, file, range, kind: 'code', write, renamed: (name) => renamed(use, name, { written, quote }) };
}

/** Names that a property may have without quotes, in Python as in JavaScript. */
const identifier = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u;

function renamed(
  { form, range, whole, taken }: FieldUse,
  name: string,
  { written, quote }: { readonly written: string; readonly quote: string },
): NewText | undefined {
  if (taken?.test(name) === true) return undefined;
  const isName = identifier.test(name);
  if (whole !== undefined && whole.name === name) return { range: whole.range, text: name };
  const key = isName ? name : JSON.stringify(name);
  switch (form) {
    case 'quoted':
      return {
        range,
        text: JSON.stringify(name)
          .slice(1, -1)
          .replaceAll(String.raw`\"`, quote === '"' ? String.raw`\"` : '"')
          .replaceAll("'", quote === "'" ? String.raw`\'` : "'"),
      };
    case 'name':
      // Python has no `$` in a name, and none that is a word of its own.
      return isName && !name.includes('$') && !pythonWords.has(name) ? { range, text: name } : undefined;
    case 'key':
      return { range, text: key };
    case 'shorthand':
      return { range, text: `${key}: ${written}` };
  }
}

const pythonWords = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
);

function doubtOf({ side, path, range, reason, beside = [] }: FieldLeak, name: string, agent: string): Doubt {
  const line = range.start.line + 1;
  const messages = {
    passed: () => l10n.t('{0}:{1} hands on the whole value that it is in.', name, line),
    dynamic: () => l10n.t('{0}:{1} goes through the keys of the value that it is in, or computes them.', name, line),
    rebound: () => l10n.t('{0}:{1} gives the variable that it is in another value.', name, line),
    unknown: () => l10n.t('{0}:{1} gets the value that it is in from somewhere else.', name, line),
    shared: () => l10n.t('The function in {0}:{1} is used in other places too.', name, line),
  } as const;
  return {
    field: { agent, side, path },
    message: messages[reason](),
    concerns: (step) => !(typeof step === 'string' && beside.includes(step)) && (reason !== 'dynamic' || typeof step === 'string'),
  };
}
