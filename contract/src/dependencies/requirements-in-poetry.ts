import { normalizedName } from './match-requirement.ts';
import { poetryConstraint } from './poetry-constraint.ts';
import type { TextAt } from './requirements-text.ts';
import { afterBlank, readTomlEntry, readTomlKey, type TomlTable, type TomlValue } from './toml-value.ts';

/** The table itself, or with one more name the table of one package. */
const header =
  /^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*poetry[ \t]*\.[ \t]*dependencies[ \t]*(?:\.[ \t]*([\w-]+|"[^"\\\n]+"|'[^'\n]+')[ \t]*)?\][ \t]*(?:#.*)?$/gm;

/** What makes an entry one for some machines only, or for who asks for it. */
const conditions = ['optional', 'markers', 'python', 'platform'];
/** What says that it does not come from an index. */
const addresses = ['git', 'path', 'url', 'file'];

/**
 * The requirements in `[tool.poetry.dependencies]` of a `pyproject.toml`, in the words of PEP 508.
 * Groups are for who works on the agent, not for where it runs: they give none; nor does which Python it is for.
 * With `names`, only what it says of these.
 */
export function requirementsInPoetry(text: string, names?: ReadonlySet<string>): readonly TextAt[] {
  const isAskedFor = (key: string): boolean => key !== 'python' && (names === undefined || names.has(normalizedName(key, 'python')));
  return [...text.matchAll(header)].flatMap(({ 0: line, 1: name, index }) => {
    const start = index + line.length;
    if (name === undefined) return entriesFrom(text, start, isAskedFor);
    const key = readTomlKey(name, 0)?.value ?? name;
    if (!isAskedFor(key)) return [];
    const table: TomlTable = { type: 'table', entries: new Map(pairsFrom(text, start).map((pair) => [pair.key, pair.value])) };
    return requirementsOf(key, table, { from: index + line.indexOf('['), to: index + line.lastIndexOf(']') + 1 });
  });
}

type Place = Pick<TextAt, 'from' | 'to'>;
type Pair = Place & { readonly key: string; readonly value: TomlValue };

function entriesFrom(text: string, start: number, isAskedFor: (key: string) => boolean): readonly TextAt[] {
  return pairsFrom(text, start).flatMap(({ key, value, from, to }) => (isAskedFor(key) ? requirementsOf(key, value, { from, to }) : []));
}

/** The entries of a table, up to the next one. A line that cannot be read is left out. */
function pairsFrom(text: string, start: number): readonly Pair[] {
  const pairs: Pair[] = [];
  let from = afterBlank(text, start);
  while (from < text.length && text[from] !== '[') {
    const entry = readTomlEntry(text, from);
    if (entry !== undefined) pairs.push({ ...entry.value, from, to: entry.end });
    const end = text.indexOf('\n', entry?.end ?? from);
    from = end < 0 ? text.length : afterBlank(text, end);
  }
  return pairs;
}

/** Several where an entry is a list: then each is for other machines. */
function requirementsOf(name: string, value: TomlValue, place: Place): readonly TextAt[] {
  if (Array.isArray(value)) return value.flatMap((one: TomlValue) => requirementsOf(name, one, place));
  const written = writtenIn(value);
  const constraint = written === undefined ? undefined : poetryConstraint(written);
  // An empty marker: it is asked for, and nothing can be said of its version.
  if (constraint === undefined || written === undefined) return [{ text: `${name} ;`, ...place }];
  return [{ text: `${name}${constraint}`, shown: written === '*' ? name : `${name} ${written}`, ...place }];
}

/** The constraint of an entry that always applies; undefined where it has none. */
function writtenIn(value: TomlValue): string | undefined {
  if (typeof value === 'string') return value;
  if (!isTable(value) || [...conditions, ...addresses].some((key) => value.entries.has(key) && !isFalse(value.entries.get(key))))
    return undefined;
  const version = value.entries.get('version');
  return typeof version === 'string' ? version : undefined;
}

function isTable(value: TomlValue): value is TomlTable {
  return typeof value === 'object' && 'type' in value && value.type === 'table';
}

/** `optional = false` says nothing. */
function isFalse(value: TomlValue | undefined): boolean {
  return typeof value === 'object' && 'type' in value && value.type === 'word' && value.text === 'false';
}
