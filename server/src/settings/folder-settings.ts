import type { Levels } from '@hermes-runtime/contract';
import { readLevels } from './read-levels.ts';

/** An editor that does not answer is not waited for any longer, in milliseconds. */
const patienceMs = 1000;

export type FolderSettingsOptions = {
  /** Asks the editor for the settings of a folder, where it can be asked. */
  readonly ask?: (folder: string) => Promise<unknown>;
  /** Some folder's severities are others now, or known for the first time. */
  readonly onChanged: () => void;
  /** What the editor said when it started. */
  readonly initial: unknown;
};

/**
 * Which severities hold in which folder. An editor is asked for each folder once and again when its settings change;
 * one that cannot be asked tells us, and then the same holds everywhere.
 */
export class FolderSettings {
  readonly #options: FolderSettingsOptions;
  /** By folder; `asked` until the editor has answered for the first time. */
  readonly #folders = new Map<string, Levels | 'asked' | 'nothing said'>();
  #told: Levels;
  /** Counts the changes, so that an answer from before one is not taken for one from after it. */
  #change = 0;

  constructor(options: FolderSettingsOptions) {
    this.#options = options;
    this.#told = readLevels(options.initial) ?? new Map();
  }

  /** Undefined while the editor is asked for the first time: what is not wanted must not flash up. */
  levelsIn(folder: string): Levels | undefined {
    const known = this.#folders.get(folder);
    if (known === undefined && this.#options.ask !== undefined) {
      this.#folders.set(folder, 'asked');
      this.#ask(folder);
      return undefined;
    }
    if (known === 'asked') return undefined;
    return known === undefined || known === 'nothing said' ? this.#told : known;
  }

  /** The editor says that its settings are others now, and perhaps what they are. Until it has answered, the old ones hold. */
  change(settings: unknown): void {
    this.#change += 1;
    this.#told = readLevels(settings) ?? this.#told;
    for (const folder of this.#folders.keys()) this.#ask(folder);
    this.#options.onChanged();
  }

  #ask(folder: string): void {
    const { ask, onChanged } = this.#options;
    if (ask === undefined) return;
    const change = this.#change;
    const take = (settings: unknown): void => {
      clearTimeout(patience);
      if (change !== this.#change) return;
      const before = this.#folders.get(folder);
      this.#folders.set(folder, readLevels(settings) ?? 'nothing said');
      if (!isSame(before, this.#folders.get(folder))) onChanged();
    };
    const patience = setTimeout(() => {
      if (this.#folders.get(folder) === 'asked') {
        this.#folders.set(folder, 'nothing said');
        onChanged();
      }
    }, patienceMs);
    ask(folder).then(take, () => take(undefined) /* As an editor that knows no such settings. */);
  }
}

function isSame(one: Levels | string | undefined, other: Levels | string | undefined): boolean {
  if (one === undefined || other === undefined || typeof one === 'string' || typeof other === 'string') return one === other;
  return one.size === other.size && [...one].every(([code, level]) => other.get(code) === level);
}
