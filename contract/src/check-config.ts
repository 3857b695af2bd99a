import type { Problem } from '@hermes-runtime/schemas';
import { checkOrchestratorConfig } from './check-orchestrator-config.ts';
import { checkRuntimeConfig } from './check-runtime-config.ts';
import { orchestratorConfigSchema, runtimeConfigSchema } from './generated/file-schemas.ts';
import { unreadableFile } from './rules/unreadable-file.ts';
import type { FileSchema } from './schema-check/file-schema.ts';

/** The names of configurations that are looked for and checked. */
export const configNames: readonly string[] = ['runtime-config', 'orchestrator-config'].flatMap((name) => [`${name}.yaml`, `${name}.yml`]);

/** The problems of a configuration, whose kind its name says; a file of any other name is a runtime's. Without a text it is there and cannot be read. */
export function checkConfig(text: string | undefined, path: string): readonly Problem[] {
  if (text === undefined) return [unreadableFile(path)];
  return (isOrchestrators(path) ? checkOrchestratorConfig(text, path) : checkRuntimeConfig(text, path)).problems;
}

/** The schema of the configuration at a path. */
export function configSchemaOf(path: string): FileSchema {
  return isOrchestrators(path) ? orchestratorConfigSchema : runtimeConfigSchema;
}

function isOrchestrators(path: string): boolean {
  return /(?:^|[\\/])orchestrator-config\.ya?ml$/.test(path);
}
