import type { AgentFolder } from '../../agent-folder.ts';
import { knownPythonPackages } from '../../dependencies/known-packages.ts';
import { mayBring } from '../../dependencies/import-names.ts';
import { listsBeside } from '../../dependencies/lists-beside.ts';

/** Whether another list of the folder declares what brings a module: who keeps one has thought of it. */
export function declaredElsewhere(folder: Pick<AgentFolder, 'readText'>, language: 'python' | 'nodejs'): (module: string) => boolean {
  const names = listsBeside(folder, language).flatMap(({ entries }) => entries.map(({ name }) => name));
  return (module) =>
    names.some((name) =>
      language === 'nodejs' ? name === module : knownPythonPackages.get(name)?.includes(module) === true || mayBring(name, module),
    );
}
