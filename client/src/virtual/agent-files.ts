import type { SentFile } from '@hermes-runtime/schemas/lsp';

/** A thing in a folder of a virtual file system, by whatever is its address there. */
export type Entry<Address> = { readonly name: string; readonly address: Address; readonly kind: 'file' | 'folder' };

/** A virtual file system. Nothing rejects; what cannot be read is not there. */
export type FileSystem<Address> = {
  readonly entriesOf: (folder: Address) => Promise<readonly Entry<Address>[]>;
  readonly textOf: (file: Address) => Promise<string | undefined>;
  readonly uriOf: (address: Address) => string;
};

/** What may still be read: such a file system may lie behind a network, and a window may show a whole disk. */
export type Budget = { folders: number; files: number; characters: number };

export function fullBudget(): Budget {
  return { folders: 2000, files: 5000, characters: 32 * 1024 * 1024 };
}

/** Folders in which nobody keeps agents of their own, as the server has them. */
const skipped: ReadonlySet<string> = new Set(['.git', 'node_modules', '.venv', 'venv', 'dist', '__pycache__', '.hermes-runtime']);
const descriptor = /^agent\.ya?ml$/;
const config = /^(?:runtime|orchestrator)-config\.ya?ml$/;
/** What a rule may read; of all else in an agent's folder it is enough to know that it is there. */
const readable = /^[^.]+$|\.(?:ya?ml|json|toml|txt|py|[cm]?[jt]sx?|sh|bash)$/;

export function isDescriptor(name: string): boolean {
  return descriptor.test(name);
}

export function isConfig(name: string): boolean {
  return config.test(name);
}

export function isSkipped(name: string): boolean {
  return skipped.has(name);
}

/** All files of the agents below a folder, and the configurations: those of one agent at once, so that nobody sees half of it. */
export async function* agentFilesBelow<Address>(
  fs: FileSystem<Address>,
  folder: Address,
  budget: Budget,
): AsyncGenerator<readonly SentFile[], void> {
  if (budget.folders <= 0) return;
  budget.folders -= 1;
  const entries = await fs.entriesOf(folder);
  if (entries.some(({ name }) => isDescriptor(name))) {
    const files = await filesOf(fs, entries, budget);
    if (files !== undefined) yield files;
    return;
  }
  const configs = entries.filter(({ name, kind }) => kind === 'file' && isConfig(name));
  if (configs.length > 0) yield Promise.all(configs.map(async (file) => sentFile(fs, file, budget)));
  for (const { address } of foldersIn(entries)) yield* agentFilesBelow(fs, address, budget);
}

/** A file as it is now, with its text where a rule may read that. */
export async function sentFile<Address>(
  fs: FileSystem<Address>,
  { name, address }: Omit<Entry<Address>, 'kind'>,
  budget: Budget,
): Promise<SentFile> {
  const uri = fs.uriOf(address);
  const text = readable.test(name) && budget.characters > 0 ? await fs.textOf(address) : undefined;
  budget.characters -= text?.length ?? 0;
  return text === undefined ? { uri } : { uri, text };
}

/** Undefined where not all folders may be looked at: of half an agent one would say that the other half is missing. */
async function filesOf<Address>(
  fs: FileSystem<Address>,
  entries: readonly Entry<Address>[],
  budget: Budget,
): Promise<readonly SentFile[] | undefined> {
  const folders = foldersIn(entries);
  if (folders.length > budget.folders) return undefined;
  budget.folders -= folders.length;
  const files = entries.filter(({ name, kind }) => kind === 'file' && (readable.test(name) || budget.files > 0));
  budget.files -= files.length;
  const [own, ...below] = await Promise.all([
    Promise.all(files.map(async (file) => sentFile(fs, file, budget))),
    ...folders.map(async ({ address }) => filesOf(fs, await fs.entriesOf(address), budget)),
  ]);
  return below.some((part) => part === undefined) ? undefined : [...own, ...below.flatMap((part) => part ?? [])];
}

function foldersIn<Address>(entries: readonly Entry<Address>[]): readonly Entry<Address>[] {
  return entries.filter(({ name, kind }) => kind === 'folder' && !isSkipped(name));
}
