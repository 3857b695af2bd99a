import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** One project per room; one worker process runs many files, so tests leave no state behind (`isolate: false` is five times faster). */
const room = (name: string): object => ({
  plugins: [svgText],
  test: {
    name,
    include: [`${name}/src/**/*.test.{ts,tsx}`],
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
  },
});

/** As in the bundle: an icon is its own text. */
const svgText = {
  name: 'svg-text',
  enforce: 'pre' as const,
  load: (id: string): string | undefined =>
    id.endsWith('.svg') ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))}` : undefined,
};

export default defineConfig({
  test: {
    // Most of them wait for processes, sockets and timers, not for a core.
    maxWorkers: 4,
    projects: [
      ...['schemas', 'contract', 'server', 'runtime', 'orchestrator', 'ui', 'client'].map((name) => room(name)),
      { plugins: [svgText], test: { name: 'test', include: ['test/*.test.{ts,tsx}'], isolate: false, testTimeout: 60_000 } },
    ],
    passWithNoTests: true,
  },
});
