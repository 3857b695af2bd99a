import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidAgent } from '../src/mutations/mutation.ts';

/** An agent's files; in those that were written to be mutated the descriptor is not called agent.yaml, so that nothing else takes them for agents. */
export function readValidAgent(folder: string, name: string): ValidAgent {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const file = path.slice(folder.length + 1);
    return [file === `${name}.yaml` ? 'agent.yaml' : file, readFileSync(path, 'utf8')] as const;
  });
  return { name, files: Object.fromEntries(files) };
}
