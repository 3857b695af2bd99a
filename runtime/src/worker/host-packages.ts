import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Mount, namespaceLayout } from '../sandbox/launch-plan.ts';

/** The parser by which the Node host looks into code; a bundle of the host carries it, the sources do not. */
const parser = '@lezer';

/** When the Node host runs from its sources: the one package that it imports, where its imports find it. */
export function hostPackages(hostFolder: string): Mount[] {
  if (!existsSync(join(hostFolder, 'main.ts'))) return [];
  for (let folder = hostFolder; folder !== dirname(folder); folder = dirname(folder)) {
    const packages = join(folder, 'node_modules', parser);
    if (existsSync(packages))
      return [{ source: realpathSync(packages), target: `${namespaceLayout.hosts}/node_modules/${parser}`, writable: false }];
  }
  return [];
}
