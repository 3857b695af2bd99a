import type { Page } from 'playwright-core';

/** Starts to watch, inside the page, for a row with a text; the answer stops and gives the milliseconds since `start` was called in the page. */
export async function watchForRow(
  page: Page,
  text: string,
): Promise<{ readonly start: () => Promise<void>; readonly elapsed: () => Promise<number> }> {
  await page.evaluate((wanted) => {
    const clock = { began: 0, seen: 0 };
    Object.assign(globalThis, { hermesClock: clock });
    // The press of Enter itself starts the clock: nothing of the test's own round trips is in the number.
    document.addEventListener('keydown', (event) => (event.key === 'Enter' ? (clock.began = performance.now()) : undefined), {
      capture: true,
      once: true,
    });
    // The editor reuses its elements for other rows, so rows are counted, not remembered.
    const count = (): number =>
      [...document.querySelectorAll('.monaco-list-row')].filter((row) => row.getAttribute('aria-label')?.includes(wanted)).length;
    const before = count();
    const look = (): void => {
      if (count() > before && clock.began > 0) clock.seen = performance.now();
      else requestAnimationFrame(look);
    };
    look();
  }, text);
  return {
    start: async () => page.keyboard.press('Enter'),
    elapsed: async () => {
      await page.waitForFunction(() => Reflect.get(globalThis, 'hermesClock').seen > 0, undefined, { timeout: 20_000 });
      return page.evaluate(() => Reflect.get(globalThis, 'hermesClock').seen - Reflect.get(globalThis, 'hermesClock').began);
    },
  };
}
