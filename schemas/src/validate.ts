/** One place at which a value does not fit its schema, as ajv reports it. */
export type SchemaError = {
  readonly keyword: string;
  /** A JSON Pointer into the value. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
};

/** A generated validator. `errors` belongs to the last call. */
export type Validate<T> = { (data: unknown): data is T; readonly errors?: readonly SchemaError[] | null };
