import { defineConfig } from 'vitest/config';

/** Other people's editors with the server as npm installs it: one after the other, each takes a second. */
export default defineConfig({
  test: { include: ['test/editors/*.editor.ts'], fileParallelism: false, testTimeout: 180_000, hookTimeout: 180_000 },
});
