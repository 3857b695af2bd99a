import { basename } from 'node:path';
import type { Plugin } from 'esbuild';

/** Leaves out the translations of rooms of which a bundle holds no code, and so says nothing. */
export function onlyTexts(...rooms: readonly string[]): Plugin {
  return {
    name: 'only-texts',
    setup: (api) => {
      api.onLoad({ filter: /zh-cn[\\/]\w+\.json$/ }, ({ path }) =>
        rooms.includes(basename(path, '.json')) ? undefined : { contents: '{}', loader: 'json' },
      );
    },
  };
}
