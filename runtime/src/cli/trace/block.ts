import type { Row } from './row.ts';

/** Rows that stay together, placed by when they began, in Unix milliseconds. */
export type Block = { readonly time: number; readonly rows: readonly Row[] };
