import type { SyntaxNode } from '@lezer/common';
import type { InProgram, Program } from './field-program.ts';
import type { ValueAt } from './field-trail.ts';

/** A function, or a class, that is called by its name, where its text is. */
export type CalledFunction<Context> = { readonly context: Context; readonly node: SyntaxNode; readonly name: SyntaxNode };

/** `name` is the word that is called, where that does not stand at the end of what is called. */
export type CallSite<Context> = { readonly context: Context; readonly call: SyntaxNode; readonly name?: SyntaxNode };

/** The functions that values are followed into. What each of them reads and returns is certain only if every call of it is known. */
export type CalledFunctions<Context> = {
  /** A call hands a value on to a parameter; false for one value too many. */
  readonly give: (called: CalledFunction<Context>, site: CallSite<Context>, parameter: string, at: ValueAt) => boolean;
  /** The result of a call is a value of the output; false for one value too many. */
  readonly take: (called: CalledFunction<Context>, site: CallSite<Context>, at: ValueAt) => boolean;
  /** The output has in it what a parameter of a function gets from all who call it; false where nobody was seen to do that for the output. */
  readonly want: (context: Context, definition: SyntaxNode, parameter: string, at: ValueAt) => boolean;
  /** A function gives a value back, to all who call it; false for one that nobody was seen to call. */
  readonly giveBack: (context: Context, definition: SyntaxNode, at: ValueAt) => boolean;
  /** Looks for other calls: they may give these functions, or take from them, anything else. */
  readonly close: () => void;
};

/** One value of a function that stands at several calls: which of these are known. */
type Known = { readonly ats: Map<string, ValueAt>; readonly calls: Set<string> };

type Entry<Context> = {
  readonly called: CalledFunction<Context>;
  readonly sites: Map<string, CallSite<Context>>;
  readonly known: Map<string, Known>;
  readonly returned: Map<string, ValueAt>;
  /** The calls whose result is in the output, and the parameters that are in it then. */
  readonly taken: Map<string, CallSite<Context>>;
  readonly wanted: Map<string, { readonly parameter: string; readonly at: ValueAt }>;
};

export function calledFunctions<Context extends InProgram>(programOf: () => Program<Context>): CalledFunctions<Context> {
  const entries = new Map<string, Entry<Context>>();
  const entryOf = (called: CalledFunction<Context>): Entry<Context> => {
    const key = placeOf(called.context, called.node);
    const entry = entries.get(key) ?? {
      called,
      sites: new Map(),
      known: new Map(),
      returned: new Map(),
      taken: new Map(),
      wanted: new Map(),
    };
    entries.set(key, entry);
    return entry;
  };
  const know = (entry: Entry<Context>, what: string, { context, call, name }: CallSite<Context>, at: ValueAt): void => {
    const known = entry.known.get(what) ?? { ats: new Map(), calls: new Set() };
    entry.known.set(what, known);
    known.ats.set(keyOf(at), at);
    known.calls.add(placeOf(context, name ?? nameOfCallee(call)));
  };
  return {
    give: (called, site, parameter, at) => {
      const entry = entryOf(called);
      const { context, call } = site;
      if (!context.trail.mayAdd(`parameter ${placeOf(called.context, called.node)} ${parameter}`)) return false;
      know(entry, `parameter ${parameter}`, site, at);
      const key = placeOf(context, call);
      const isNew = !entry.sites.has(key);
      entry.sites.set(key, site);
      if (isNew) for (const returned of entry.returned.values()) context.follow(call, returned);
      return true;
    },
    take: (called, site, at) => {
      const entry = entryOf(called);
      if (!site.context.trail.mayAdd(`result ${placeOf(called.context, called.node)}`)) return false;
      know(entry, 'result', site, at);
      const key = placeOf(site.context, site.call);
      const isNew = !entry.taken.has(key);
      entry.taken.set(key, site);
      if (isNew) for (const wanted of entry.wanted.values()) produceArgument(called, site, wanted);
      return true;
    },
    want: (context, definition, parameter, at) => {
      const entry = entries.get(placeOf(context, definition));
      if (entry === undefined || entry.taken.size === 0) return false;
      const wanted = { parameter, at };
      entry.wanted.set(`${parameter} ${keyOf(at)}`, wanted);
      for (const site of entry.taken.values()) produceArgument(entry.called, site, wanted);
      return true;
    },
    giveBack: (context, definition, at) => {
      const entry = entries.get(placeOf(context, definition));
      if (entry === undefined || entry.sites.size === 0) return false;
      entry.returned.set(keyOf(at), at);
      for (const site of entry.sites.values()) site.context.follow(site.call, at);
      return true;
    },
    close: () => {
      for (const { called, known } of entries.values())
        for (const { ats, calls } of known.values())
          if (isNamedElsewhere(programOf(), called, calls))
            for (const at of ats.values()) called.context.trail.leak(at, called.name, 'shared');
    },
  };
}

function produceArgument<Context extends InProgram>(
  { context, node }: CalledFunction<Context>,
  site: CallSite<Context>,
  { parameter, at }: { readonly parameter: string; readonly at: ValueAt },
): void {
  const argument = context.argumentOf(node, parameter, site);
  if (argument === undefined) site.context.trail.leak(at, site.call, 'unknown');
  else site.context.produce(argument, at);
}

/** Whether a function's name stands anywhere but in calls that are known; what may mean it counts. */
function isNamedElsewhere<Context extends InProgram>(
  { contexts, files }: Program<Context>,
  called: CalledFunction<Context>,
  calls: ReadonlySet<string>,
): boolean {
  const { context, name } = called;
  const word = context.source.textOf(name);
  for (const other of contexts.values()) {
    if (other.handsOn(context)) return true;
    const words = [word];
    for (const one of words)
      for (const node of other.words(one)) {
        if (calls.has(placeOf(other, node))) continue;
        const naming = other.isNoUse(node, called);
        if (naming === undefined) return true;
        if (naming.alias !== undefined && !words.includes(naming.alias)) words.push(naming.alias);
      }
  }
  const stem = /([^/]*?)(?:\/(?:__init__|index))?\.\w+$/.exec(context.file)?.[1] ?? '';
  return files.list().some((file) => {
    const text = contexts.has(file) ? undefined : files.readText(file);
    return text !== undefined && hasWord(text, word) && hasWord(text, stem);
  });
}

function hasWord(text: string, word: string): boolean {
  const isWord = (at: number): boolean => /[\w$]/.test(text.charAt(at));
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (!isWord(at - 1) && !isWord(at + word.length)) return true;
  return false;
}

/** The word that a call says whom it calls by. */
function nameOfCallee(call: SyntaxNode): SyntaxNode {
  const callee = call.firstChild ?? call;
  return callee.name === 'MemberExpression' ? (callee.lastChild ?? callee) : callee;
}

function placeOf({ file }: InProgram, { from, to }: SyntaxNode): string {
  return `${file} ${from} ${to}`;
}

function keyOf({ side, path }: ValueAt): string {
  return `${side} ${JSON.stringify(path)}`;
}
