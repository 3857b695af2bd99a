/** Where code names the fields of its input and output. A door of its own: checking does without it. */
export {
  anyItem,
  type AgentFields,
  type FieldFacts,
  type FieldLeak,
  type FieldPath,
  type FieldSide,
  type FieldUse,
} from './code/fields/field-facts.ts';
export type { FieldFiles } from './code/fields/field-program.ts';
export { readCalls } from './code/fields/read-calls.ts';
export { readAgentFields, readFields } from './code/fields/read-fields.ts';
export { localModules } from './code/local-modules.ts';
