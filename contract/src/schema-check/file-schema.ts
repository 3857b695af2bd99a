/** The part of JSON Schema that our own schemas of files use. */
export type FileSchema = {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, FileSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly oneOf?: readonly FileSchema[];
  readonly anyOf?: readonly FileSchema[];
  readonly properties?: Readonly<Record<string, FileSchema>>;
  readonly items?: FileSchema;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
};

/** Follows references inside the schema; a `description` beside the reference wins. */
export function resolveSchema(root: FileSchema, schema: FileSchema): FileSchema {
  const name = schema.$ref?.replace('#/$defs/', '');
  const target = name === undefined ? undefined : root.$defs?.[name];
  if (target === undefined) return schema;
  return schema.description === undefined ? target : { ...target, ...schema };
}

/** The schema at a path of keys and indices; undefined where the schema says nothing. */
export function schemaAt(root: FileSchema, path: readonly (string | number)[]): FileSchema | undefined {
  let schema: FileSchema | undefined = root;
  for (const step of path) {
    const resolved: FileSchema = resolveSchema(root, schema);
    const list: FileSchema | undefined = resolved.items ?? resolved.anyOf?.find((branch) => branch.items !== undefined)?.items;
    schema = typeof step === 'number' ? list : ownProperty(resolved.properties, step);
    if (schema === undefined) return undefined;
  }
  return resolveSchema(root, schema);
}

function ownProperty(properties: FileSchema['properties'], key: string): FileSchema | undefined {
  return properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined;
}
