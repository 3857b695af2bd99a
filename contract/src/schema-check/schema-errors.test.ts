import { Ajv } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { jsonSchemaSuite } from '../../testdata/json-schema-test-suite.ts';
import { seededRandom } from '../../testdata/seeded-random.ts';
import { checkAgent } from '../check-agent.ts';
import { folderOf } from '../rules/code/problem-picture.ts';
import { valueAt } from '../value.ts';
import { schemaErrors } from './schema-errors.ts';
import { keywordsOf, keywordsOfAny } from './schema-keywords.ts';

const suite = await jsonSchemaSuite();
const options = { strict: false, strictNumbers: true, allErrors: true, messages: false, validateFormats: false };

/** The metaschemas themselves, as ajv has them. */
const peers = {
  '7': {
    folders: ['draft7', 'draft7/optional', 'draft6', 'draft6/optional'],
    validate: new Ajv(options).getSchema('http://json-schema.org/draft-07/schema'),
  },
  '2019': {
    folders: ['draft2019-09', 'draft2019-09/optional'],
    validate: new Ajv2019(options).getSchema('https://json-schema.org/draft/2019-09/schema'),
  },
  '2020': {
    folders: ['draft2020-12', 'draft2020-12/optional', 'draft2020-12/optional/format'],
    validate: new Ajv2020(options).getSchema('https://json-schema.org/draft/2020-12/schema'),
  },
};

/** Where the two differ, and why; the test holds this list to be exact. */
const exceptions: Readonly<Record<keyof typeof peers, readonly string[]>> = {
  '7': [
    // A value that `enum` lists twice has a problem of its own, in any draft; draft-07 only advises against it.
    'only ajv: uniqueItems of enum',
    // The metaschema got the keyword after ajv had copied it, and it is how an input is marked as a secret.
    'only ours: writeOnly',
  ],
  '2019': [],
  '2020': [],
};

const scalars = [null, true, false, 0, -1, 1.5, 3, 1e300, '', 'text', 'string', '#a', 'a#', '_a', 'a:b', '1a'];
const lists = [[], ['a'], ['string'], [1], [null], [{}], [true], [[]]];
const maps = [{}, { a: 1 }, { a: true }, { a: {} }, { a: ['x'] }, { a: [] }, { a: [1] }, { type: 'strng' }, { a: { type: [] } }];
/** Of every JSON type, right and wrong for this keyword or that; none holds two mistakes. */
const values: readonly unknown[] = [...scalars, ...lists, ...maps];
/** May be two mistakes. */
const pairs: readonly unknown[] = [['string', 'string'], ['x', 'x'], [1, 1], ['string', 3], { a: ['x', 'x'], b: 1 }];

type Change = { readonly schema: unknown; readonly path: readonly (string | number)[] };

/** A copy with one keyword, item or name more, or with another value. */
function changed(schema: unknown, among: readonly unknown[], random: (below: number) => number): Change {
  const copy = structuredClone(schema);
  const places: { readonly holder: Record<string, unknown>; readonly path: Change['path'] }[] = [];
  const collect = (part: unknown, path: Change['path']): void => {
    if (typeof part !== 'object' || part === null) return;
    places.push({ holder: part as Record<string, unknown>, path });
    for (const [key, inner] of Object.entries(part)) collect(inner, [...path, Array.isArray(part) ? Number(key) : key]);
  };
  collect(copy, []);
  const place = places[random(places.length)];
  const value = structuredClone(among[random(among.length)]);
  if (place === undefined) return { schema: value, path: [] };
  const { holder, path } = place;
  const known = Object.keys(holder);
  const words = known.length > 0 && random(2) === 0 ? known : [...keywordsOfAny.keys()];
  const key = Array.isArray(holder) ? random(holder.length + 1) : (words[random(words.length)] ?? 'type');
  Reflect.set(holder, key, value);
  return { schema: copy, path: [...path, key] };
}

function schemasIn(folders: readonly string[]): readonly unknown[] {
  return suite.status === 'missing' ? [] : folders.flatMap((folder) => suite.groupsOf(folder)).map(([, { schema }]) => schema);
}

describe.each(Object.entries(peers))('draft %s', (name, { folders, validate }) => {
  const draft = name as keyof typeof peers;

  /** How the two differ; undefined where they do not. */
  function difference(schema: unknown): string | undefined {
    const ours = schemaErrors(schema, draft);
    if (validate?.(schema) === (ours.length === 0)) return undefined;
    const errors = validate?.errors ?? [];
    // What is wrong deeper inside makes its parents wrong in every alternative.
    const deepest = errors.filter(({ instancePath: at }) => !errors.some((other) => other.instancePath.startsWith(`${at}/`)));
    const said =
      ours.length > 0
        ? ours.map(({ path }) => String(path.at(-1)))
        : deepest.map(({ keyword, instancePath }) => `${keyword} of ${instancePath.replace(/^.*\//s, '')}`);
    return `only ${ours.length > 0 ? 'ours' : 'ajv'}: ${[...new Set(said)].join(', ')}`;
  }

  const schemas = schemasIn(folders);
  const changes = (among: readonly unknown[], seed: number): Change[] => {
    const random = seededRandom(seed);
    return schemas.flatMap((schema) => Array.from({ length: 20 }, () => changed(schema, among, random)));
  };

  it('has the verdict of its metaschema on every schema of the official suite, and on thousands with one change', (context) => {
    if (suite.status === 'missing') return context.skip(suite.reason);
    // What another draft says is a schema too, and may be none of this one.
    const others = schemasIn(Object.values(peers).flatMap((peer) => peer.folders));
    const all = [...others, ...changes([...values, ...pairs], 1).map(({ schema }) => schema)];
    expect([...new Set(all.flatMap((schema) => difference(schema) ?? []))].toSorted()).toEqual(exceptions[draft]);
    expect(all.length).toBeGreaterThan(4000);
    // Were nearly all of them valid, or none, it would say little.
    const invalid = all.filter((schema) => schemaErrors(schema, draft).length > 0).length / all.length;
    expect(invalid).toBeGreaterThan(0.2);
    expect(invalid).toBeLessThan(0.8);
  });

  it('says one thing of one change, and where it was made', (context) => {
    if (suite.status === 'missing') return context.skip(suite.reason);
    for (const { schema, path } of changes(values, 2)) {
      const [first, ...rest] = schemaErrors(schema, draft);
      expect(rest).toEqual([]);
      if (first !== undefined) expect(first.path.slice(0, path.length)).toEqual(path.slice(0, first.path.length));
      if (first !== undefined) expect(valueAt(schema, first.path)).toBe(first.value);
    }
  });

  it('knows the keywords of its metaschema', () => {
    const wrong = Symbol('of no JSON type');
    const free = [...keywordsOf[draft].keys()].filter((word) => validate?.({ [word]: wrong }) === true);
    expect(free.toSorted()).toEqual(draft === '7' ? ['const', 'default', 'writeOnly'] : ['const', 'default']);
  });
});

describe('hostile schemas in an agent.yaml', () => {
  const head = 'name: a\nversion: 1.0.0\nruntime: { type: python, entrypoint: main.py }\n';
  const codes = (schema: string): string[] => {
    const files = { 'agent.yaml': `${head}${schema}`, 'main.py': 'def execute(input_data):\n    return {}\n' };
    return [...new Set(checkAgent(folderOf(files)).problems.map(({ code }) => code))];
  };
  const ofDraft = (draft: string): string => `$schema: "${draft}"`;

  it.each([
    'http://json-schema.org/draft-07/schema#',
    'https://json-schema.org/draft/2019-09/schema',
    'https://json-schema.org/draft/2020-12/schema',
  ])('are checked within bounds: %s', (draft) => {
    const deep = `input_schema: { ${ofDraft(draft)}, ${'not: { '.repeat(60)}type: strng${' }'.repeat(60)} }\n`;
    expect(codes(deep)).toEqual(['invalid-schema']);
    const wide = Array.from({ length: 5000 }, (_, index) => `    f${index}: { type: string }\n`).join('');
    expect(codes(`input_schema:\n  ${ofDraft(draft)}\n  properties:\n${wide}    last: { type: strng }\n`)).toContain('invalid-schema');
    const chain = Array.from(
      { length: 130 },
      (_, index) => `  a${index}: &a${index} ${index === 0 ? '{ type: strng }' : `{ not: *a${index - 1} }`}\n`,
    );
    expect(codes(`x-chain:\n${chain.join('')}input_schema:\n  ${ofDraft(draft)}\n  allOf: [*a129]\n`)).toContain('invalid-schema');
  });

  it('are given up before where aliases stand for too much, or for themselves', () => {
    const bomb = Array.from(
      { length: 40 },
      (_, index) => `  a${index}: &a${index} { not: ${index === 0 ? '{}' : `{ allOf: [*a${index - 1}, *a${index - 1}] }`} }\n`,
    );
    expect(codes(`input_schema:\n${bomb.join('')}`)).toEqual(['yaml-too-large']);
    expect(codes('input_schema: &a { not: *a }\n')).toEqual(['unknown-alias']);
  });
});
