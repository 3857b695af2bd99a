import { isMap, own } from '../value.ts';
import type { TextAt } from './requirements-text.ts';

/** The `dependencies` of a `package.json`, each as `name@range`. None where the text cannot be read. */
export function requirementsInPackageJson(text: string): readonly TextAt[] {
  const dependencies = own(parsed(text), 'dependencies');
  if (!isMap(dependencies)) return [];
  // Nothing else in the file is taken for it: every pair that is found must be one of those that were read.
  const block = /"dependencies"\s*:\s*\{([^{}]*)\}/g;
  for (const { 0: whole, 1: inner = '', index } of text.matchAll(block)) {
    const pairs = [...inner.matchAll(/"((?:[^"\\]|\\.)+)"\s*:\s*"((?:[^"\\]|\\.)*)"/g)];
    if (pairs.length !== Object.keys(dependencies).length || pairs.some(([, name = '', range]) => own(dependencies, name) !== range))
      continue;
    const from = index + whole.length - 1 - inner.length;
    return pairs.map(({ 0: pair, 1: name = '', 2: range = '', index: at }) => ({
      text: range === '' ? name : `${name}@${range}`,
      from: from + at,
      to: from + at + pair.length,
    }));
  }
  return [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Somebody is typing in it.
    return undefined;
  }
}
