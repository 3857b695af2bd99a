// Generated from schemas/json by npm run generate.
import type { Validate } from '../validate.ts';
import type { AgentFile, OrchestratorConfig, RuntimeConfig, UiConfig } from './types.ts';
export declare const validateAgentFile: Validate<AgentFile>;
export declare const validateOrchestratorConfig: Validate<OrchestratorConfig>;
export declare const validateRuntimeConfig: Validate<RuntimeConfig>;
export declare const validateUiConfig: Validate<UiConfig>;
