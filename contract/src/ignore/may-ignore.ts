import type { Problem } from '@hermes-runtime/schemas';
import { codeRules } from '../rules/code/check-code.ts';
import { dependencyRules } from '../rules/dependencies/check-dependencies.ts';
import { ignoreCodes } from './ignore-codes.ts';

/**
 * Whether a comment can silence a problem. Not where the file itself is in error: no agent can be made of it,
 * and a runtime that refuses it without a word would be worse. Of code and packages an author may know more than a rule does.
 */
export function mayIgnore({ code, severity }: Pick<Problem, 'code' | 'severity'>): boolean {
  if (ignoreCodes.includes(code)) return false;
  return severity !== 'error' || [...codeRules, ...dependencyRules].some(({ codes }) => codes.includes(code));
}
