import { join, relative } from 'node:path';
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver/node';
import type { IndexedAgent } from '../index/indexed-agent.ts';

/** The agents whose names hold a query, each at its name. */
export function symbolsOf(agents: readonly IndexedAgent[], query: string, uriOf: (path: string) => string): WorkspaceSymbol[] {
  return agents.flatMap(({ root, folder, descriptor }) => {
    const name = descriptor?.value['name'];
    const range = descriptor?.yaml.valueRange(['name']);
    if (descriptor === undefined || range === undefined || typeof name !== 'string' || !name.includes(query.toLowerCase())) return [];
    const uri = uriOf(join(folder, descriptor.file));
    return [{ name, kind: SymbolKind.Module, containerName: relative(root, folder), location: { uri, range } }];
  });
}
