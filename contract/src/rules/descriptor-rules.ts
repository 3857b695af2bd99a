import { invalidName } from './invalid-name.ts';
import { invalidVersion } from './invalid-version.ts';
import { missingKey } from './missing-key.ts';
import type { Rule } from './rule.ts';
import { runtimeOrSteps } from './runtime-or-steps.ts';
import { unknownKey } from './unknown-key.ts';
import { wrongValue } from './wrong-value.ts';

/** The rules that need agent.yaml and its folder, and no code. */
export const descriptorRules: readonly Rule[] = [unknownKey, missingKey, runtimeOrSteps, invalidName, invalidVersion, wrongValue];
