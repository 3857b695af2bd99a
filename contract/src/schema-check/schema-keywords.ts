const words = `
  $schema $id $ref $anchor $defs $comment $dynamicRef $dynamicAnchor $vocabulary definitions
  title description default deprecated readOnly writeOnly examples example nullable discriminator externalDocs xml
  type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum
  maxLength minLength pattern format contentEncoding contentMediaType contentSchema
  maxItems minItems uniqueItems items additionalItems prefixItems contains maxContains minContains unevaluatedItems
  maxProperties minProperties required properties patternProperties additionalProperties propertyNames
  dependencies dependentRequired dependentSchemas unevaluatedProperties
  allOf anyOf oneOf not if then else`;

/** Every keyword of draft-07 and 2020-12, and the annotations of OpenAPI that people carry over. */
export const schemaKeywords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));
