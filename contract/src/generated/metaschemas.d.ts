// Generated from schemas/json and the metaschemas of JSON Schema by npm run generate.
import type { Validate } from '@hermes-runtime/schemas';
export declare const validateDraft7: Validate<object | boolean>;
export declare const validateDraft2020: Validate<object | boolean>;
