/** All processes of one worker, whatever they did to get away. */
export type ProcessTree = {
  /** Those that exist now, without what belongs to the sandbox itself. */
  readonly pids: () => number[];
  /** The folders that a task can leave things in, as this process reaches them. */
  readonly scratch: () => readonly string[];
  readonly kill: () => void;
  readonly isEmpty: () => boolean;
};
