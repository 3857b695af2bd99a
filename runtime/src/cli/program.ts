import { type Command, Option } from 'commander';
import * as l10n from '@vscode/l10n';
import type { ExitCode } from './exit-codes.ts';
import { newProgram } from './new-program.ts';

/** Loads the one command that was asked for; the others cost nothing. */
type Load<A extends readonly unknown[]> = () => Promise<(...args: A) => Promise<ExitCode>>;

/** All commands with their arguments and options; each one's work is in a file of its own. */
export function createProgram(onExit: (code: ExitCode) => void): Command {
  const run =
    <A extends readonly unknown[]>(load: Load<A>) =>
    async (...args: A): Promise<void> => {
      const command = await load();
      onExit(await command(...args));
    };
  const json = (): Option => new Option('--json', l10n.t('print JSON'));
  const program = newProgram('hermes-runtime', l10n.t('Runs small agents and shows everything that they did.'));

  program
    .command('run')
    .argument('<agent>', l10n.t('name or folder of an agent'))
    .description(l10n.t('run an agent once and show its trace'))
    .option('--input <json>', l10n.t('the input: JSON, @file, or - for standard input'))
    .option('--install', l10n.t("install the agent's dependencies without asking"))
    .option('--strict', l10n.t('exit with 4 if the task succeeded with findings'))
    .addOption(json())
    .action(run(async () => (await import('./run.ts')).run));
  program
    .command('debug')
    .argument('<task-or-agent>', l10n.t("a task's id, a saved case, or an agent"))
    .description(l10n.t('debug a task with its recorded traffic, or an agent with an input'))
    .option('--input <json>', l10n.t('the input of an agent: JSON, @file, or - for standard input'))
    .option('--agent <folder>', l10n.t('the agent, for a case file of another machine'))
    .option('--give <file>', l10n.t('JSON with answers to what was not recorded; they are marked as given by hand'))
    .option('--install', l10n.t('install what the debugger needs without asking'))
    .option('--listen [port]', l10n.t('let an editor attach through a port of this machine'))
    .addOption(json())
    .action(run(async () => (await import('./debug.ts')).debug));
  program
    .command('check')
    .argument('[path]', l10n.t('folder to check'), '.')
    .description(l10n.t('check agents and configuration files'))
    .addOption(json())
    .addOption(new Option('--format <format>', l10n.t('how problems are printed')).choices(['text', 'json', 'sarif', 'junit', 'github']))
    .addOption(
      new Option(
        '--rule <name=level>',
        l10n.t('show one kind of problem as off, error, warning, information or hint; may be given several times'),
      ).argParser((rule, before: readonly string[] | undefined) => [...(before ?? []), rule]),
    )
    .action(run(async () => (await import('./check.ts')).check));
  program
    .command('dev')
    .argument('[folder]', l10n.t('folder with agents'), '.')
    .description(l10n.t('serve agents and the console on this machine'))
    .option('--port <port>', l10n.t('the first port to try'), '8080')
    .option('--host <host>', l10n.t('the address to listen on'), '127.0.0.1')
    .addOption(json())
    .action(run(async () => (await import('./dev.ts')).dev));
  program
    .command('serve')
    .requiredOption('--config <file>', l10n.t('runtime-config.yaml'))
    .description(l10n.t('serve agents as a configuration says'))
    .action(run(async () => (await import('./serve.ts')).serve));
  program
    .command('tasks')
    .description(l10n.t('list the newest tasks'))
    .option('--status <status>', l10n.t('only tasks with this status'))
    .option('--agent <name>', l10n.t('only tasks of this agent'))
    .option('--limit <count>', l10n.t('how many'), '20')
    .addOption(json())
    .action(run(async () => (await import('./tasks.ts')).tasks));
  program
    .command('trace')
    .argument('<task>', l10n.t("a task's id, or its first characters"))
    .description(l10n.t('show everything that a task did'))
    .addOption(json())
    .action(run(async () => (await import('./trace.ts')).trace));
  program
    .command('cancel')
    .argument('<task>', l10n.t("a task's id, or its first characters"))
    .description(l10n.t('cancel a task and all its processes'))
    .addOption(json())
    .action(run(async () => (await import('./cancel.ts')).cancel));
  program
    .command('replay')
    .argument('<task|file>', l10n.t("a task's id, its first characters, or a case file"))
    .description(l10n.t('run a task again, from its recorded traffic or live'))
    .addOption(
      new Option('--mode <mode>', l10n.t('where the traffic comes from; exact if left out')).choices([
        'exact',
        'my-code',
        'again',
        'edited',
      ]),
    )
    .option('--input <json>', l10n.t('the edited input: JSON, @file, or - for standard input'))
    .option('--give <file>', l10n.t('JSON with answers to what was not recorded; they are marked as given by hand'))
    .option('--agent <folder>', l10n.t('the agent, for a case file of another machine'))
    .option('--yes', l10n.t('do not ask before effects happen again'))
    .option('--strict', l10n.t('exit with 4 if the task succeeded with findings'))
    .addOption(json())
    .action(run(async () => (await import('./replay.ts')).replay));
  program
    .command('retry')
    .argument('<task>', l10n.t("a task's id, or its first characters"))
    .description(l10n.t('run a failed task again, live'))
    .option('--cause', l10n.t('and all that failed as it did, each once'))
    .option('--yes', l10n.t('do not ask before effects happen again'))
    .addOption(json())
    .action(run(async () => (await import('./retry.ts')).retry));
  const tests = program
    .command('test')
    .argument('[path]', l10n.t('folder with agents'), '.')
    .description(l10n.t('run saved cases and examples, without network and keys'))
    .option('--filter <text>', l10n.t('only tests whose agent or name has this text'))
    .addOption(json())
    .action(run(async () => (await import('./test.ts')).test));
  tests
    .command('add')
    .argument('<task>', l10n.t("a task's id, or its first characters"))
    .description(l10n.t('make a test of a task'))
    .option('--name <name>', l10n.t('what the test is called'))
    .addOption(json())
    .action(
      run(async () => {
        const { addTest } = await import('./test.ts');
        // An option that `test` has too is taken by it, wherever it stands.
        return async (task: string, _own: unknown, command: Command) => addTest(task, command.optsWithGlobals());
      }),
    );
  const target = (): readonly Option[] => [
    new Option('--target <url>', l10n.t('the orchestrator; otherwise ORCHESTRATOR_URL')),
    new Option('--token-file <file>', l10n.t('a file with its token; otherwise HERMES_TARGET_TOKEN')),
  ];
  const pushing = program
    .command('push')
    .argument('[folder]', l10n.t('folder of an agent'), '.')
    .description(l10n.t('send an agent to an orchestrator'))
    .option('--dry-run', l10n.t('only show what would change'))
    .option('--yes', l10n.t('push without asking'))
    .addOption(json())
    .action(run(async () => (await import('./push.ts')).push));
  const back = program
    .command('rollback')
    .argument('<agent>', l10n.t('name of an agent'))
    .description(l10n.t('run an earlier version of an agent on an orchestrator'))
    .requiredOption('--to <version>', l10n.t('the version'))
    .addOption(json())
    .action(run(async () => (await import('./push.ts')).rollback));
  const fetching = program
    .command('fetch')
    .argument('<digest>', l10n.t('the digest of a pushed version'))
    .description(l10n.t('bring the exact code of a pushed version here'))
    .requiredOption('--output <folder>', l10n.t('a folder that does not exist yet'))
    .option('--keep', l10n.t('keep a copy for replays on this machine'))
    .addOption(json())
    .action(run(async () => (await import('./push.ts')).fetchBundle));
  for (const command of [pushing, back, fetching]) for (const option of target()) command.addOption(option);
  program
    .command('case')
    .argument('<task>', l10n.t("a task's id, or its first characters"))
    .description(l10n.t('write what a replay of a task needs into one file'))
    .option('--output <file>', l10n.t('the file; - for standard output'))
    .addOption(json())
    .action(run(async () => (await import('./case.ts')).writeCase));
  program
    .command('start')
    .alias('daemon')
    .addOption(new Option('--ensure', 'what it does anyway').hideHelp())
    .description(l10n.t('start the runtime of this user, if none runs'))
    .addOption(json())
    .action(run(async () => (await import('./start.ts')).start));
  program
    .command('stop')
    .description(l10n.t('stop the runtime of this user'))
    .action(run(async () => (await import('./stop.ts')).stop));
  program
    .command('token')
    .description(l10n.t('print the token of the HTTP API'))
    .action(run(async () => (await import('./token.ts')).token));
  program
    .command('doctor')
    .description(l10n.t('check what this machine offers'))
    .addOption(json())
    .action(run(async () => (await import('./doctor.ts')).doctor));
  program
    .command('env')
    .argument('<agent>', l10n.t('name or folder of an agent'))
    .description(l10n.t("show an agent's dependencies, or install them"))
    .option('--install', l10n.t('install what is missing'))
    .addOption(json())
    .action(run(async () => (await import('./env.ts')).env));
  const secret = program.command('secret').description(l10n.t('keep secrets for agents'));
  secret
    .command('set')
    .argument('<name>', l10n.t('the name, as in secret://name'))
    .description(l10n.t('ask for a value and keep it in a file that only you can read'))
    .action(run(async () => (await import('./secret.ts')).setSecret));
  secret
    .command('remove')
    .argument('<name>', l10n.t('the name, as in secret://name'))
    .description(l10n.t('forget a value'))
    .action(run(async () => (await import('./secret.ts')).removeSecret));
  program.command('background', { hidden: true }).action(run(async () => (await import('./background.ts')).background));
  return program;
}
