import { entrypoint } from './entrypoint.ts';
import { entrypointCase } from './entrypoint-case.ts';
import { exampleMismatch } from './example-mismatch.ts';
import { invalidName } from './invalid-name.ts';
import { invalidSchema } from './invalid-schema.ts';
import { invalidVersion } from './invalid-version.ts';
import { letterCaseClash } from './letter-case-clash.ts';
import { missingKey } from './missing-key.ts';
import { notYetEnforced } from './not-yet-enforced.ts';
import { requiredWithoutProperty } from './required-without-property.ts';
import type { Rule } from './rule.ts';
import { runtimeOrSteps } from './runtime-or-steps.ts';
import { scheduleMismatch } from './schedule-mismatch.ts';
import { schemaParts } from './schema-parts.ts';
import { schemaPattern } from './schema-pattern.ts';
import { schemaReference } from './schema-reference.ts';
import { shellScript } from './shell-script.ts';
import { unknownKey } from './unknown-key.ts';
import { unknownKeyword } from './unknown-keyword.ts';
import { unmarkedSecret } from './unmarked-secret.ts';
import { wrongValue } from './wrong-value.ts';

/** The rules that need agent.yaml and its folder, and no code. */
export const descriptorRules: readonly Rule[] = [
  unknownKey,
  missingKey,
  runtimeOrSteps,
  invalidName,
  invalidVersion,
  wrongValue,
  entrypoint,
  entrypointCase,
  letterCaseClash,
  shellScript,
  invalidSchema,
  unknownKeyword,
  requiredWithoutProperty,
  schemaPattern,
  schemaReference,
  schemaParts,
  exampleMismatch,
  scheduleMismatch,
  unmarkedSecret,
  notYetEnforced,
];
