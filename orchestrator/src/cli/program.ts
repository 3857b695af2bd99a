import * as l10n from '@vscode/l10n';
import { type ExitCode, newProgram } from '@hermes-runtime/runtime';

/** Loads the one command that was asked for; the others cost nothing. */
type Load<A extends readonly unknown[]> = () => Promise<(...args: A) => Promise<ExitCode>>;

/** All commands with their arguments and options; each one's work is in a file of its own. */
export function createProgram(onExit: (code: ExitCode) => void): ReturnType<typeof newProgram> {
  const run =
    <A extends readonly unknown[]>(load: Load<A>) =>
    async (...args: A): Promise<void> => {
      const command = await load();
      onExit(await command(...args));
    };
  const json = ['--json', l10n.t('print JSON')] as const;
  const config = ['--config <file>', l10n.t('orchestrator-config.yaml')] as const;
  const program = newProgram('hermes-orchestrator', l10n.t('Takes agents and tasks for many people, and shows everything that they did.'));

  program
    .command('serve')
    .description(l10n.t('serve as a configuration says'))
    .option(...config)
    .option('--insecure', l10n.t('listen on other addresses than loopback without TLS'))
    .action(run(async () => (await import('./serve.ts')).serve));
  const token = program.command('token').description(l10n.t('make, list and revoke tokens'));
  token
    .command('create')
    .description(l10n.t('make a token and print it, once'))
    .requiredOption('--name <name>', l10n.t('what it is called in lists and in the audit'))
    .requiredOption('--scopes <scopes>', l10n.t('what it may do: read, run, push, approve, admin, with commas between them'))
    .option('--expires <time>', l10n.t('how long it is good: 12h, 30d; otherwise until it is revoked'))
    .option(...config)
    .option(...json)
    .action(run(async () => (await import('./token.ts')).createToken));
  token
    .command('list')
    .description(l10n.t('list all tokens, without their secrets'))
    .option(...config)
    .option(...json)
    .action(run(async () => (await import('./token.ts')).listTokens));
  token
    .command('revoke')
    .argument('<name>', l10n.t('the name of a token'))
    .description(l10n.t('refuse a token from now on'))
    .option(...config)
    .action(run(async () => (await import('./token.ts')).revokeToken));
  program
    .command('audit')
    .description(l10n.t('show who changed what, newest first'))
    .option('--limit <count>', l10n.t('how many'), '50')
    .option(...config)
    .option(...json)
    .action(run(async () => (await import('./audit.ts')).audit));
  return program;
}
