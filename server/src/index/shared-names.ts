import { join } from 'node:path';
import { duplicateAgentNames } from '@hermes-runtime/contract';
import type { Problem } from '@hermes-runtime/schemas';
import type { FileProblems, IndexedAgent } from './indexed-agent.ts';

/** The problems that only show between agents: one name, several folders. Agents of different roots do not meet. */
export class SharedNames {
  #found: readonly { readonly file: string; readonly root: string; readonly problem: Problem }[] = [];

  /** The names that several agents had when they were last held against each other, whatever was said about it. */
  #shared: ReadonlySet<unknown> = new Set();

  isShared(name: unknown): boolean {
    return this.#shared.has(name);
  }

  /** Looks again; answers the files whose problems of this kind may be others now, old and new. */
  check(agents: readonly IndexedAgent[]): readonly Pick<FileProblems, 'path' | 'root'>[] {
    const before = this.#found;
    const sorted = agents.toSorted((one, other) => (one.folder < other.folder ? -1 : 1));
    const names = new Set<unknown>();
    this.#shared = new Set(
      sorted.flatMap(({ descriptor }) => {
        const name = descriptor?.value['name'];
        return names.has(name) || !names.add(name) ? [name] : [];
      }),
    );
    this.#found = [...new Set(sorted.map(({ root }) => root))].flatMap((root) => {
      const contexts = sorted.flatMap(({ descriptor, files, ...agent }) =>
        agent.root === root && descriptor !== undefined ? [{ folder: files, descriptor }] : [],
      );
      return duplicateAgentNames(contexts).map((problem) => ({ file: join(root, problem.path), root, problem }));
    });
    return [...before, ...this.#found].map(({ file, root }) => ({ path: file, root }));
  }

  at(path: string): readonly Problem[] {
    return this.#found.flatMap(({ file, problem }) => (file === path ? [problem] : []));
  }
}
