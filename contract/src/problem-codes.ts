import { codeRules } from './rules/code/check-code.ts';
import { ignoreCodes } from './ignore/ignore-codes.ts';
import { dependencyRules } from './rules/dependencies/check-dependencies.ts';
import { descriptorRules } from './rules/descriptor-rules.ts';
import { duplicateAgentNameCode } from './rules/duplicate-agent-name.ts';
import { openServerCodes } from './rules/open-server.ts';
import { unreadableFileCode } from './rules/unreadable-file.ts';

const yamlCodes = ['yaml-syntax', 'yaml-too-large', 'duplicate-key', 'unknown-alias'];

/** Every code that a problem can have, sorted; each has a page in `docs/problems/`. */
export const problemCodes: readonly string[] = [
  ...new Set([
    ...yamlCodes,
    ...[...descriptorRules, ...codeRules, ...dependencyRules].flatMap(({ codes }) => codes),
    duplicateAgentNameCode,
    unreadableFileCode,
    ...openServerCodes,
    ...ignoreCodes,
  ]),
].toSorted();
