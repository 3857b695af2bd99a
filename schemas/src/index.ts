export type * from './generated/types.ts';
export * from './generated/validators.js';
export type { SchemaError, Validate } from './validate.ts';
export type { FromPanel, ToPanel } from './wire/panel.ts';
