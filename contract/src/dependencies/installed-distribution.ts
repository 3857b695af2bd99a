import type { InstalledPackage } from '../agent-folder.ts';
import { modulesOfDistribution } from './distribution-modules.ts';

/**
 * A distribution of Python by its folder of records, `requests-2.31.0.dist-info` and `.egg-info` of older ones, whose files `textOf` reads.
 * What it is imported as is read when somebody asks for it, and once: the records of a large package are long.
 */
export function installedDistribution(
  entry: string,
  textOf: (file: string) => string | undefined,
  where?: string,
): InstalledPackage | undefined {
  const [, name = '', version = ''] = /^(.+?)-(\d[^-]*)(?:-py[\d.]+)?\.(?:dist-info|egg-info)$/.exec(entry) ?? [];
  if (name === '') return undefined;
  let read: { readonly modules: readonly string[] | undefined } | undefined;
  return {
    name,
    version,
    ...(where === undefined ? {} : { where }),
    get modules(): readonly string[] | undefined {
      read ??= { modules: modulesOfDistribution({ topLevel: textOf('top_level.txt'), record: textOf('RECORD') }) };
      return read.modules;
    },
  };
}
