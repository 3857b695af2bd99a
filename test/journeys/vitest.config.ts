import { defineConfig } from 'vitest/config';

/** Journeys drive the built product as a person does, one after the other: each takes seconds, and two at once would share ports. */
export default defineConfig({
  test: {
    include: ['test/journeys/*.journey.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
