import type { Tree } from '@lezer/common';
import type { CodeFacts } from '../code-facts.ts';
import { createSource, type Source } from '../source.ts';
import { pythonDefinitions, pythonFunctions, pythonMethods } from './definitions.ts';
import { pythonEnvironment } from './environment.ts';
import { pythonImports } from './imports.ts';
import { pythonUses } from './variable-uses.ts';

/** Ways to give a module a name that no reading of the text can follow, and the one that is written in a function. */
const dynamic =
  /(?<![.\w])(?:exec|eval|globals|locals)[ \t]*\(|\bbuiltins\.(?:exec|eval)\b|\bvars[ \t]*\([ \t]*\)|\bsetattr[ \t]*\((?![ \t]*(?:self|cls)\b)|\bsys\.modules\b|\b__getattr__\b|^[ \t]*global[ \t]+(?:\w+[ \t]*,[ \t]*)*execute\b/m;

/** Ways to load a module, or to run a program that belongs to a package, without an import of it. */
const unseen =
  /\b(?:import_module|importlib|__import__|exec|eval|iter_entry_points|entry_points|pkgutil|runpy|subprocess|popen|Popen|create_subprocess_exec|create_subprocess_shell)\b|\bos[ \t]*\.[ \t]*(?:system|exec\w+|spawn\w+)\b/;

export function readPython(text: string, tree: Tree): CodeFacts {
  const source = pythonSource(text, tree);
  const usesOf = pythonUses(source, source.root);
  const imports = pythonImports(source);
  return {
    language: 'python',
    parses: !source.brokenIn(0, text.length),
    open: dynamic.test(text) || imports.some(({ names }) => names.includes('*')),
    definitions: pythonDefinitions(source, usesOf),
    methods: pythonMethods(source),
    functions: pythonFunctions(source),
    environment: pythonEnvironment(source, usesOf),
    imports,
    exportedFrom: [],
    loadsUnseen: unseen.test(text),
  };
}

export function pythonSource(text: string, tree: Tree): Source {
  // The grammar does not know a `yield` without a value.
  return createSource(text, tree, (error) => error.from === error.to && error.parent?.name.startsWith('Yield') === true);
}
