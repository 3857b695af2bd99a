import * as l10n from '@vscode/l10n';
import { codeLanguageOf, indexLines, isMap, normalEntrypoint, readFields, type FieldLeak, type FieldUse } from '@hermes-runtime/contract';
import { join } from 'node:path';
import type { IndexedAgent } from '../index/workspace.ts';
import type { Doubt, Found, NewText, Place } from './field.ts';

/** Where the code of an agent names its fields, and where they go out of sight. */
export function codePlaces({ folder, files, descriptor }: IndexedAgent): Found {
  const runtime = descriptor?.value['runtime'];
  const entrypoint = isMap(runtime) ? runtime['entrypoint'] : undefined;
  const name = typeof entrypoint === 'string' ? normalEntrypoint(entrypoint) : undefined;
  const text = name === undefined || files.stat(name)?.inside === false ? undefined : files.readText(name);
  if (name === undefined || text === undefined) return { places: [], doubts: [] };
  const language = codeLanguageOf(name);
  const file = join(folder, name);
  const anything = (message: string, concerns?: Doubt['concerns']): Doubt[] =>
    (['input', 'output'] as const).map((side) => ({
      field: { agent: folder, side, path: [] },
      message,
      ...(concerns === undefined ? {} : { concerns }),
    }));
  if (language === undefined) {
    const message = l10n.t('{0} names it in a way that cannot be followed.', name);
    return {
      places: [],
      doubts: anything(message, (_step, field) => field.path.some((step) => typeof step === 'string' && text.includes(step))),
    };
  }
  const facts = readFields(text, language);
  if (!facts.parses) return { places: [], doubts: anything(l10n.t('{0} cannot be read as it is now. Mend it first.', name)) };
  const unfound = facts.found
    ? []
    : anything(l10n.t('execute() is not written in {0}, so what it reads and returns cannot be followed.', name));
  const lines = indexLines(text);
  const textOf = ({ start, end }: FieldUse['range']): string => text.slice(lines.offsetAt(start), lines.offsetAt(end));
  return {
    places: facts.uses.map((use) =>
      placeOf(use, { file, agent: folder, written: textOf(use.range), quote: text.charAt(lines.offsetAt(use.range.end)) }),
    ),
    doubts: [...unfound, ...facts.leaks.map((leak) => doubtOf(leak, name, folder))],
  };
}

type InFile = { readonly file: string; readonly agent: string; readonly written: string; readonly quote: string };

function placeOf(use: FieldUse, { file, agent, written, quote }: InFile): Place {
  const { side, path, range, write } = use;
  return { field: { agent, side, path }, file, range, kind: 'code', write, renamed: (name) => renamed(use, name, { written, quote }) };
}

/** Names that a property may have without quotes, in Python as in JavaScript. */
const identifier = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u;

function renamed(
  { form, range, whole }: FieldUse,
  name: string,
  { written, quote }: { readonly written: string; readonly quote: string },
): NewText | undefined {
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
  } as const;
  return {
    field: { agent, side, path },
    message: messages[reason](),
    concerns: (step) => !(typeof step === 'string' && beside.includes(step)) && (reason !== 'dynamic' || typeof step === 'string'),
  };
}
