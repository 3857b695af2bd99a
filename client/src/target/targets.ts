import type { Task, TraceEvent } from '@hermes-runtime/schemas';
import type * as vscode from 'vscode';
import { Target } from './target.ts';
import { type TargetAddress, targetAddress } from './target-address.ts';

export type TargetsOptions = {
  /** Addresses; they hold nothing that opens them. */
  readonly memory: vscode.Memento;
  /** Which one this folder's Run goes to. */
  readonly folderMemory: vscode.Memento;
  /** The only place where tokens are. */
  readonly secrets: vscode.SecretStorage;
  /** The folder here that holds exactly the files of a digest, if there is one. */
  readonly folderOf: (digest: string) => string | undefined;
  readonly onChange: () => void;
  readonly onTasks: () => void;
  readonly onConnected: () => void;
  readonly onEvent: (event: TraceEvent) => void;
};

const listKey = 'hermesRuntime.targets';
const usedKey = 'hermesRuntime.usedTarget';

/** The other machines that this window is connected to. */
export class Targets {
  readonly #options: TargetsOptions;
  readonly #all = new Map<string, Target>();

  constructor(options: TargetsOptions) {
    this.#options = options;
  }

  get all(): readonly Target[] {
    return [...this.#all.values()];
  }

  /** Where Run goes; undefined: this machine. */
  get used(): Target | undefined {
    return this.#all.get(this.#options.folderMemory.get<string>(usedKey) ?? '');
  }

  at(url: string): Target | undefined {
    return this.#all.get(url);
  }

  /** The target that a task is of; undefined for one of this machine. */
  of(taskId: string): Target | undefined {
    return this.all.find((target) => target.has(taskId));
  }

  /** Connects to all that were connected before. */
  async restore(): Promise<void> {
    await Promise.all(this.#remembered().map(async (address) => this.#open(address)));
    this.#options.onChange();
  }

  /** Connects, with a token that was tried; it replaces the one before. */
  async add(address: TargetAddress, token: string): Promise<Target> {
    await this.#options.secrets.store(secretKey(address), token);
    await this.#options.memory.update(listKey, [...new Set([...this.#remembered().map(({ url }) => url), address.url])]);
    this.#close(address.url);
    const target = this.#connect(address, token);
    this.#options.onChange();
    return target;
  }

  /** Forgets it and its token. What runs there goes on. */
  async remove(target: Target): Promise<void> {
    const { address } = target;
    await this.#options.memory.update(
      listKey,
      this.#remembered().flatMap(({ url }) => (url === address.url ? [] : [url])),
    );
    await this.#options.secrets.delete(secretKey(address));
    this.#close(address.url);
    this.#options.onChange();
    this.#options.onTasks();
  }

  async use(target: Target | undefined): Promise<void> {
    await this.#options.folderMemory.update(usedKey, target?.address.url);
    this.#options.onChange();
  }

  async tokenOf({ address }: Target): Promise<string> {
    return (await this.#options.secrets.get(secretKey(address))) ?? '';
  }

  /** All their tasks. A place in one of them is opened in the files of its digest, or not at all: other files have other lines. */
  tasks(): readonly Task[] {
    return this.all.flatMap((target) => target.tasks.tasks().map((task) => this.#seen(task)));
  }

  task(taskId: string): Task | undefined {
    const task = this.of(taskId)?.task(taskId);
    return task && this.#seen(task);
  }

  dispose(): void {
    for (const target of this.#all.values()) target.dispose();
  }

  #seen({ agent_path: _theirs, ...task }: Task): Task {
    const folder = this.#options.folderOf(task.agent_digest);
    return folder === undefined ? task : { ...task, agent_path: folder };
  }

  async #open(address: TargetAddress): Promise<void> {
    const token = await this.#options.secrets.get(secretKey(address));
    if (!this.#all.has(address.url)) this.#connect(address, token ?? '');
  }

  #connect(address: TargetAddress, token: string): Target {
    const { onChange, onTasks, onConnected, onEvent } = this.#options;
    const target = new Target({ address, token, onChange, onTasks, onConnected, onEvent });
    this.#all.set(address.url, target);
    return target;
  }

  #close(url: string): void {
    this.#all.get(url)?.dispose();
    this.#all.delete(url);
  }

  #remembered(): readonly TargetAddress[] {
    return (this.#options.memory.get<readonly string[]>(listKey) ?? []).flatMap((url) => targetAddress(url) ?? []);
  }
}

function secretKey({ url }: TargetAddress): string {
  return `hermesRuntime.target.${url}`;
}
