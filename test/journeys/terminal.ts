import { execFileSync } from 'node:child_process';

/** A real terminal: tmux runs the command, keys are typed, the screen is read. */
export class Terminal {
  readonly #session: string;

  constructor(
    command: string,
    env: Readonly<Record<string, string>>,
    size: { readonly columns: number; readonly rows: number } = { columns: 100, rows: 45 },
  ) {
    this.#session = `hermes-${process.pid}-${Math.random().toString(36).slice(2)}`;
    const settings = Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
    const shape = ['-x', String(size.columns), '-y', String(size.rows)];
    execFileSync('tmux', ['-u', 'new-session', '-d', '-s', this.#session, ...shape, ...settings, command], {
      env: { ...process.env, ...env },
    });
    execFileSync('tmux', ['set-option', '-t', this.#session, 'remain-on-exit', 'on']);
  }

  /** The screen and what scrolled off it, without colours. */
  screen(): string {
    return execFileSync('tmux', ['capture-pane', '-p', '-S', '-500', '-t', this.#session], { encoding: 'utf8' });
  }

  press(...keys: readonly string[]): void {
    execFileSync('tmux', ['send-keys', '-t', this.#session, ...keys]);
  }

  /** Waits until the screen shows it. */
  async until(pattern: RegExp, seconds = 60): Promise<string> {
    const end = Date.now() + seconds * 1000;
    for (;;) {
      const screen = this.screen();
      if (pattern.test(screen)) return screen;
      if (Date.now() > end) throw new Error(`${pattern} did not appear in ${seconds} s:\n${screen}`);
      await new Promise((resolve) => {
        setTimeout(resolve, 100);
      });
    }
  }

  close(): void {
    execFileSync('tmux', ['kill-session', '-t', this.#session]);
  }
}
