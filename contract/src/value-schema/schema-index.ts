import { own } from '../value.ts';
import { compilePattern, type Pattern } from './pattern.ts';
import { readResources, type Draft, type Found, type SchemaResources } from './schema-resources.ts';

/** What one schema is, worked out once: its names, and its patterns as they are met. */
export type SchemaIndex = {
  readonly draft: Draft;
  /** The schema that a `$ref` in `from` names; undefined when it is not in this document. Nothing is ever fetched. */
  readonly resolve: (reference: string, from?: unknown) => Found | undefined;
  readonly resources: () => SchemaResources;
  readonly pattern: (source: string) => Pattern;
};

export function indexSchema(root: unknown): SchemaIndex {
  const patterns = new Map<string, Pattern>();
  const draft = draftOf(root);
  let read: SchemaResources | undefined;
  // Most schemas refer to nothing.
  const resources = (): SchemaResources => (read ??= readResources(root, draft));
  return {
    draft,
    resolve: (reference, from = root) => resources().find(reference, from),
    resources,
    pattern: (source) => {
      const known = patterns.get(source) ?? compilePattern(source);
      patterns.set(source, known);
      return known;
    },
  };
}

const drafts: readonly (readonly [name: RegExp, Draft])[] = [
  [/draft-0[67]/, '7'],
  [/2019-09/, '2019'],
  [/2020-12/, '2020'],
];

/** The draft by which a schema is read: the one that it names, otherwise 2020-12. */
export function draftOf(schema: unknown): Draft {
  return namedDraft(schema) ?? '2020';
}

/** Whether a schema says that it is written in a dialect whose words are not known here. */
export function isOtherDialect(schema: unknown): boolean {
  const said = own(schema, '$schema');
  return typeof said === 'string' && said !== '' && namedDraft(schema) === undefined;
}

function namedDraft(schema: unknown): Draft | undefined {
  const said = own(schema, '$schema');
  return typeof said === 'string' ? drafts.find(([name]) => name.test(said))?.[1] : undefined;
}
