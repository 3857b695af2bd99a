import type { Range } from '@hermes-runtime/schemas';
import type { IgnoreComment } from '../ignore/ignore-comment.ts';
import type { InputMisuse } from './input-misuses.ts';

/** Languages whose text is read. Shell is not: no rule says anything about a shell script's text. */
export type CodeLanguage = 'python' | 'javascript' | 'typescript';

/** What the rules need to know about an agent's code. It is read from text that may be broken; what is not certain is left out or marked as open. */
export type CodeFacts = {
  readonly language: CodeLanguage;
  /** Whether the whole text parses. */
  readonly parses: boolean;
  /** Whether something that cannot be followed from the text may define or export `execute`: a star import, `exec`, `globals()[…] =`, a spread. */
  readonly open: boolean;
  /** What the name `execute` may mean for the runtime, in the order of the text. */
  readonly definitions: readonly Definition[];
  /** Methods called `execute`: the runtime does not call them. */
  readonly methods: readonly Method[];
  /** Other functions at the top level; in a module also an `execute` that is not exported. */
  readonly functions: readonly NamedPlace[];
  readonly environment: readonly EnvironmentRead[];
  readonly imports: readonly Import[];
  /** The modules of `export * from`. */
  readonly exportedFrom: readonly string[];
  /** Whether the text may load modules that it does not name in an import. */
  readonly loadsUnseen: boolean;
  /** What no Node runs, in the order of the text; left out where there is none. */
  readonly unsupported?: readonly UnsupportedSyntax[];
  /** Comments that silence problems; left out where there are none. */
  readonly ignores?: readonly IgnoreComment[];
};

/** Syntax of TypeScript that is more than types, and what JavaScript does not have yet. */
export type UnsupportedSyntax = {
  readonly kind: 'enum' | 'namespace' | 'module' | 'parameter property' | 'import' | 'export' | 'cast' | 'decorator' | 'accessor' | 'jsx';
  /** The words that say so. */
  readonly range: Range;
  /** All of it. */
  readonly whole: Range;
};

export type NamedPlace = { readonly name: string; readonly range: Range };

export type Method = { readonly className: string; readonly range: Range };

export type Definition = {
  readonly range: Range;
  /** Whether it depends on a condition (`if`, `try`): then another definition may count instead. */
  readonly conditional: boolean;
  /** The function, when its text is in this file and can be followed. */
  readonly function?: FunctionFacts;
  /** The module that it is taken from, under the same name, when its text is not in this file. */
  readonly from?: string;
};

export type FunctionFacts = {
  /** Name and parameters. */
  readonly header: Range;
  /** Whether there is a syntax error anywhere in it. */
  readonly broken: boolean;
  readonly async: boolean;
  readonly generator: boolean;
  /** Whether decorators stand before it: they may change all that follows. */
  readonly decorated: boolean;
  readonly parameters: readonly Parameter[];
  /** What Python's `->` says, or TypeScript behind the parameters, as written; of a promise, what it is of. */
  readonly returnType?: WrittenType;
  /** How the body names its input: the first parameter, if that is a plain name. */
  readonly inputName?: string;
  /** What stands beside that parameter as its type. */
  readonly inputType?: WrittenType;
  /** Keys that it reads from its input and that nothing before can have put there. */
  readonly reads: readonly KeyRead[];
  /** Every key of its input that it touches in any way; left out when it may touch others too: the input is passed on, looped over, or not followed. */
  readonly touched?: readonly string[];
  /** Places that take the input for something else than an object with keys; left out where there are none. */
  readonly misuses?: readonly InputMisuse[];
  readonly returns: readonly Returned[];
  /** Whether control can only leave it at the end of its text: no `return` with or without a value, no `raise` or `throw`, no end of the whole program. */
  readonly neverLeaves: boolean;
};

export type WrittenType = { readonly text: string; readonly range: Range };

export type Parameter = {
  readonly name: string;
  readonly kind: 'positional' | 'keyword' | 'rest' | 'keywords';
  /** Whether a call may leave it out. */
  readonly optional: boolean;
};

export type KeyRead = {
  readonly key: string;
  /** The key as it stands in the text, with its quotes. */
  readonly range: Range;
  /** Whether the key is also the name of a variable, as in `const { key } = input`. */
  readonly shorthand: boolean;
  /** Whether an absent key is allowed for at this place: `.get`, `in`, `?.`, a default. */
  readonly optional: boolean;
};

export type ReturnedKey = {
  readonly key: string;
  readonly range: Range;
  /** Whether it is in the result whenever this value is returned; JSON drops a key whose value is `undefined`. */
  readonly certain: boolean;
  /** Its value, where that is one literal and nothing can lay another over it. */
  readonly value?: WrittenValue;
};

/** The JSON type of a literal, and where it stands. A whole number is an `integer`, however it is written. */
export type WrittenValue = { readonly type: JsonType; readonly range: Range };
export type JsonType = 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string';

/** What one `return` gives, as far as the text proves it. */
export type Returned = { readonly range: Range } & (
  | { readonly shape: 'object'; readonly keys: readonly ReturnedKey[]; /** Whether there are no other keys. */ readonly exact: boolean }
  | { readonly shape: 'other'; /** `None`, `list`, `number`: in the words of the language. */ readonly what: string }
  | { readonly shape: 'unknown' }
);

/** A place where the code asks for a variable of the host's environment. */
export type EnvironmentRead = {
  /** The variable, when the text says which. */
  readonly name?: string;
  /** The whole expression, default included. */
  readonly range: Range;
  /** Where it stands: in `execute`, at the top level, or in code that these call. */
  readonly within: 'execute' | 'module' | 'called';
  /** The source text of the default, when the expression has one. */
  readonly fallback?: string;
  /** Whether another expression can stand in its place; a name in a pattern has none. */
  readonly replaceable: boolean;
};

export type Import = {
  /** As written: `os.path`, `.impl`, `node:fs`. */
  readonly module: string;
  /** What is taken from it; empty for the module itself, `*` for everything. */
  readonly names: readonly string[];
  /** The whole statement or call. */
  readonly range: Range;
  /** The name of the module in it, with its quotes where it has some. */
  readonly at: Range;
  /** Whether it always happens when the module is loaded: under no condition, in no `try`, in no function. */
  readonly topLevel: boolean;
};
