import type { Problem } from '@hermes-runtime/schemas';
import { mendParameters } from './arity-fix.ts';
import { convertAuthored, convertValue } from './convert-value.ts';
import { declareDependency } from './declare-dependency.ts';
import { install, takeInstalled } from './dependency-fixes.ts';
import { changeType, createEntrypoint, createInside, nameOtherFile, oneOfRuntimeTypes } from './entrypoint-fixes.ts';
import { addExecute, callMethod, exportExecute } from './execute-fixes.ts';
import { addMissingKey, addRuntime } from './missing-keys.ts';
import { moveKey } from './move-key.ts';
import { nameOfFolder, nearestField, onlyItem, threeNumbers, withoutVersion } from './plain-values.ts';
import { isProven } from './proof.ts';
import { firstOf, type Fixer, type FixContext, type QuickFix } from './quick-fix.ts';
import { loopbackHost, nearestNumber, oneOfWords } from './range-fixes.ts';
import { keepAsOwn, remove, removeFirst, removeOneBlock, removeRepeated, removeUseless } from './removals.ts';
import { removeIgnore } from './remove-ignore.ts';
import { replace } from './replace.ts';
import { renameReturned } from './rename-returned.ts';
import { returnKeys } from './return-key.ts';
import { runnableSyntax } from './runnable-syntax.ts';
import { describeRequired, makeOptional, mendReference, newInput, newOutput, removeInput } from './schema-fixes.ts';
import { mendFirstLine } from './shell-fixes.ts';
import { addObjectType, fitBound, fitChoice, swapBounds } from './schema-lints.ts';
import { knownDialect, mendKeyword, removeKeyword, removeTwice } from './schema-mistakes.ts';
import { markSecret, secretInput } from './secret-fixes.ts';
import { mendAlias, mendSyntax } from './syntax-fixes.ts';

/** What mends the problems of a code, the best first; what the rule itself says was meant comes before all. */
const fixers: Readonly<Record<string, readonly Fixer[]>> = {
  'contradictory-bounds': [swapBounds, remove],
  'default-mismatch': [firstOf(convertAuthored, onlyItem), remove],
  'dependency-conflict': [remove],
  'duplicate-enum': [remove],
  'duplicate-key': [removeRepeated, removeFirst],
  'entrypoint-outside': [nameOtherFile, createInside],
  'entrypoint-type': [changeType, nameOtherFile],
  'enum-mismatch': [fitChoice, remove],
  'environment-read': [secretInput],
  'example-mismatch': [firstOf(nearestField, convertAuthored, onlyItem)],
  'execute-arity': [mendParameters],
  'execute-in-class': [callMethod],
  'forbidden-output-key': [newOutput],
  'invalid-name': [firstOf(replace, onlyItem, nameOfFolder)],
  'invalid-pattern': [remove],
  'invalid-schema': [firstOf(replace, mendKeyword, removeTwice, onlyItem, removeKeyword)],
  'invalid-version': [firstOf(replace, threeNumbers)],
  'keyword-without-effect': [fitBound, remove],
  'malformed-dependency': [firstOf(replace, withoutVersion), remove],
  'missing-dependency': [install],
  'missing-entrypoint': [nameOtherFile, createEntrypoint],
  'missing-execute': [addExecute, exportExecute],
  'missing-key': [addMissingKey],
  'missing-output-key': [renameReturned, returnKeys, makeOptional],
  'not-yet-enforced': [knownDialect],
  'open-cors': [remove],
  'open-host': [loopbackHost],
  'out-of-range': [nearestNumber],
  'required-without-property': [describeRequired],
  'runtime-or-steps': [addRuntime, removeOneBlock],
  'schedule-mismatch': [firstOf(nearestField, convertAuthored, onlyItem)],
  'undeclared-import': [declareDependency],
  'shell-first-line': [mendFirstLine],
  'unknown-alias': [mendAlias],
  'unknown-input-key': [newInput],
  'unknown-key': [moveKey, removeUseless, keepAsOwn],
  'unknown-runtime-type': [oneOfRuntimeTypes],
  'unknown-value': [oneOfWords],
  'unmarked-secret': [markSecret],
  'unread-input': [removeInput],
  'unresolved-reference': [mendReference],
  'unsupported-syntax': [runnableSyntax],
  'untyped-properties': [addObjectType],
  'unused-dependency': [remove],
  'unused-ignore': [removeIgnore],
  'wrong-dependency-version': [install, takeInstalled],
  'wrong-type': [firstOf(convertValue, onlyItem, remove)],
  'yaml-syntax': [mendSyntax],
};

/** Codes whose problems have fixes of their own, beside what the rule itself says was meant. */
export const fixableCodes: readonly string[] = Object.keys(fixers);

/** All ways to mend a problem that are proven to, the best first. */
export function quickFixes(problem: Problem, context: FixContext): QuickFix[] {
  const found: QuickFix[] = [];
  for (const fix of fixersOf(problem).flatMap((fixer) => fixer(problem, context))) {
    // Of several ways to do what a title says, the first that mends it.
    if (found.some(({ title }) => title === fix.title)) continue;
    if (fix.command !== undefined || isProven(fix, context, problem)) found.push(fix);
  }
  return found;
}

/** The best one before anybody has looked whether it mends the problem: for who looks at several together. */
export function unprovenFix(problem: Problem, context: FixContext): QuickFix | undefined {
  for (const fixer of fixersOf(problem)) {
    const [fix] = fixer(problem, context);
    if (fix !== undefined) return fix;
  }
  return undefined;
}

function fixersOf({ code }: Problem): readonly Fixer[] {
  return [replace, ...(Object.hasOwn(fixers, code) ? (fixers[code] ?? []) : [])];
}
