import type { Problem } from '@hermes-runtime/schemas';
import type { Rule, RuleContext } from '../rule.ts';
import { dependencyConflict } from './dependency-conflict.ts';
import { malformedDependency } from './malformed-dependency.ts';
import { missingDependency } from './missing-dependency.ts';
import { wrongDependencyVersion } from './wrong-dependency-version.ts';

export const dependencyRules: readonly Rule[] = [malformedDependency, dependencyConflict, missingDependency, wrongDependencyVersion];

/** What is wrong with `runtime.dependencies`, each entry by itself. */
export function checkDependencies(context: RuleContext): readonly Problem[] {
  return dependencyRules.flatMap((rule) => rule.check(context));
}
