export type StoreErrorCode =
  /** No space. What was acknowledged stays; the store works again by itself when there is space. */
  | 'store_full'
  /** Another runtime holds the folder; `pid` says which. */
  | 'store_locked'
  /** Written by a newer version. */
  | 'store_newer'
  /** The database file as a whole cannot be read. */
  | 'store_damaged'
  /** The disk refused to write or to sync. Nothing is acknowledged until the store is opened again. */
  | 'store_failed'
  | 'store_closed'
  /** One record is not what was written. Others can be read. */
  | 'record_damaged';

/** Why the store did not do what it was asked. Codes are stable. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  /** For `store_locked`: who holds the store, where known. */
  readonly pid: number | undefined;
  /** For `record_damaged`. */
  readonly task_id: string | undefined;

  constructor(
    code: StoreErrorCode,
    message: string,
    more: { readonly pid?: number | undefined; readonly task_id?: string | undefined; readonly cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.pid = more.pid;
    this.task_id = more.task_id;
  }
}
