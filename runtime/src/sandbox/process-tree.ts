/** All processes of one worker, whatever they did to get away. */
export type ProcessTree = {
  /** Those that exist now, without what belongs to the sandbox itself. */
  readonly pids: () => number[];
  readonly kill: () => void;
  readonly isEmpty: () => boolean;
};
