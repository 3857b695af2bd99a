export type * from './generated/types.ts';
export * from './generated/validators.js';
export type { SchemaError, Validate } from './validate.ts';
export type { FromPanel, ToPanel } from './wire/panel.ts';
export { checkInputMethod, outcomesMethod } from './wire/editor.ts';
export type { CheckInputParams, CheckInputResult, LensOutcome, OutcomesParams, RunArgument } from './wire/editor.ts';
