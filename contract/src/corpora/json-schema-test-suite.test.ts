import { expect, it } from 'vitest';
import { jsonSchemaSuite, type SuiteGroup } from '../../testdata/json-schema-test-suite.ts';
import { compileValueSchema } from '../value-schema/compile-value-schema.ts';
import { isMap } from '../value.ts';

const suite = await jsonSchemaSuite();

/** What is written in another file, or at the address of a dialect: nothing is ever fetched. */
const remote = [
  'ref: remote ref, containing refs itself',
  'refRemote: $ref to $ref finds detached $anchor',
  'refRemote: Location-independent identifier in remote ref',
  'refRemote: anchor within remote ref',
  'refRemote: base URI change',
  'refRemote: base URI change - change folder',
  'refRemote: base URI change - change folder in subschema',
  'refRemote: fragment within remote ref',
  'refRemote: ref within remote ref',
  'refRemote: remote HTTP ref with different $id',
  'refRemote: remote HTTP ref with different URN $id',
  'refRemote: remote HTTP ref with nested absolute ref',
  'refRemote: remote ref',
  'refRemote: remote ref with ref to defs',
  'refRemote: retrieved nested refs resolve relative to their URI not $id',
  'refRemote: root ref in remote ref',
];
const remoteIn7 = [
  'definitions: validate definition against metaschema',
  'ref: remote ref, containing refs itself',
  'refRemote: $ref to $ref finds location-independent $id',
  'refRemote: Location-independent identifier in remote ref',
  'refRemote: base URI change',
  'refRemote: base URI change - change folder',
  'refRemote: base URI change - change folder in subschema',
  'refRemote: fragment within remote ref',
  'refRemote: ref within remote ref',
  'refRemote: remote ref',
  'refRemote: remote ref with ref to definitions',
  'refRemote: retrieved nested refs resolve relative to their URI not $id',
  'refRemote: root ref in remote ref',
];
const remoteSince2019 = [
  ...remote,
  'defs: validate definition against metaschema',
  'vocabulary: schema that uses custom metaschema with with no validation vocabulary',
];
const remoteIn2020 = [
  'dynamicRef: $ref and $dynamicAnchor are independent of order - $defs first',
  'dynamicRef: $ref and $dynamicAnchor are independent of order - $ref first',
  'dynamicRef: $ref to $dynamicRef finds detached $dynamicAnchor',
  'dynamicRef: strict-tree schema, guards against misspelled properties',
  'dynamicRef: tests for implementation dynamic anchor and reference link',
];
/** A format is held to, as authors expect; in the suite it says nothing by itself. */
const heldFormats = ['date', 'date-time', 'email', 'hostname', 'ipv4', 'time', 'uri', 'uuid'];
/** A schema is read by the dialect of its document, also where a part of it names another one. */
const oneDialect = 'cross-draft: refs to future drafts are processed as future drafts';
/** What a text contains is not looked into. */
const content = ['string-encoded content based on media type', 'binary string-encoding', 'binary-encoded media type documents'].map(
  (what) => `content: validation of ${what}`,
);

/** Every group that fails. One that passes now must be taken from the list. */
const failing: Readonly<Record<string, readonly string[]>> = {
  'draft2020-12': [...remoteSince2019, ...remoteIn2020, ...heldFormats.map((format) => `format: ${format} format`)],
  'draft2020-12/optional': [],
  'draft2019-09': remoteSince2019,
  'draft2019-09/optional': [oneDialect],
  draft7: remoteIn7,
  'draft7/optional': [...content, oneDialect],
  draft6: remoteIn7,
  'draft6/optional': [],
};

it.for(Object.keys(failing))('answers as the official suite says: %s', (folder, context) => {
  if (suite.status === 'missing') return context.skip(suite.reason);
  const groups = suite.groupsOf(folder);
  const failed = groups.filter(([, group]) => wrongIn(folder, group).length > 0).map(([name]) => name);
  expect(failed.toSorted()).toEqual(failing[folder]?.toSorted());
  expect(groups.length).toBeGreaterThan(5);
});

it('refuses no text of a format that the suite takes for one, and few that it does not', (context) => {
  if (suite.status === 'missing') return context.skip(suite.reason);
  const groups = suite.groupsOf('draft2020-12/optional/format');
  const known = groups.filter(([, { schema }]) => heldFormats.includes(String(isMap(schema) ? schema['format'] : '')));
  const wrong = known.flatMap(([, group]) => wrongIn('draft2020-12', group));
  expect(known.length).toBeGreaterThanOrEqual(heldFormats.length);
  expect(wrong.filter(({ valid }) => valid)).toEqual([]);
  const accepted = wrong.map(({ description }) => description).filter((what) => !what.includes('leap second'));
  expect(accepted).toEqual(['an invalid IPv4-address-literal']);
});

function wrongIn(folder: string, { schema, tests }: SuiteGroup): SuiteGroup['tests'] {
  // In the older drafts the suite leaves unsaid by which of them a schema is to be read.
  const isUnsaid = /draft[67]/.test(folder) && isMap(schema) && !Object.hasOwn(schema, '$schema');
  const { validate } = compileValueSchema(isUnsaid ? { $schema: 'http://json-schema.org/draft-07/schema#', ...schema } : schema);
  return tests.filter(({ data, valid }) => (validate(data).length === 0) !== valid);
}
