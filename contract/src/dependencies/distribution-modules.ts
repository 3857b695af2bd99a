/** A record longer than this is of a package with thousands of files, and is left alone. */
const maxLength = 4 * 1024 * 1024;

/** The records of an installed distribution of Python: `top_level.txt` and `RECORD`, as far as they are there. */
type DistributionRecords = { readonly topLevel: string | undefined; readonly record: string | undefined };

/** The first parts of what a distribution is imported as. Undefined when its records do not say: none are there, or it is installed in place. */
export function modulesOfDistribution({ topLevel, record }: DistributionRecords): readonly string[] | undefined {
  const listed = topLevel?.split(/\s+/).filter((name) => /^\w+$/.test(name)) ?? [];
  if (listed.length > 0) return listed;
  if (record === undefined || record.length > maxLength || /^__editable__|\.(?:pth|egg-link),/m.test(record)) return undefined;
  const names = new Set<string>();
  for (const [, first = '', rest = ''] of record.matchAll(/^"?([\w.-]+)([/,"])/gm)) {
    // A file at the top is a module of its own; an extension carries its platform behind the first dot.
    const name = rest === '/' ? first : /^(\w+)(?:\.[\w-]+)*\.(?:py|so|pyd)$/.exec(first)?.[1];
    if (name !== undefined && /^\w+$/.test(name) && name !== '__pycache__') names.add(name);
  }
  return names.size === 0 ? undefined : [...names];
}
