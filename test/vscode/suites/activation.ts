import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { Step } from '../report.ts';
import { showHermes } from '../screen.ts';
import { until } from '../until.ts';
import type { Window } from '../window.ts';

type Activation = { readonly ms: number; readonly calls: readonly string[]; readonly control: readonly string[] };

/** Needs a window that was opened with HERMES_ACTIVATION_LOG. */
export async function activation(window: Window, log: string, step: Step): Promise<void> {
  await step('activate makes no file, network or process call', async () => {
    await showHermes(window);
    await until('the extension is active', () => existsSync(log));
    const [line = ''] = readFileSync(log, 'utf8').split('\n');
    const seen = JSON.parse(line) as Activation;
    console.log(`     activate took ${seen.ms.toFixed(1)} ms`);
    // The watch itself works: it saw the call that it made on purpose.
    assert.deepEqual(seen.control, ['fs.existsSync']);
    assert.deepEqual(seen.calls, []);
    assert.ok(seen.ms <= 50, `activate took ${seen.ms} ms`);
  });
}
