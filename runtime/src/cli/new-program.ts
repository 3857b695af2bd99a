import { Command, Option } from 'commander';
import * as l10n from '@vscode/l10n';
import { runtimeVersion } from '../daemon/version.ts';
import { described, parserError } from './parser-texts.ts';

/** A command line of ours without its commands: how it speaks, and the options that all have. */
export function newProgram(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .version(runtimeVersion, '-V, --version', l10n.t('print the version'))
    .helpOption('-h, --help', l10n.t('show this help'))
    .helpCommand('help [command]', l10n.t('show the help of a command'))
    .addOption(new Option('--lang <language>', l10n.t('en or zh-cn; otherwise the locale decides')))
    .exitOverride()
    .showHelpAfterError(l10n.t('({0} --help shows what there is)', name))
    .configureOutput({ outputError: (text, write) => write(parserError(text)) })
    .configureHelp({ showGlobalOptions: true, styleTitle: titleText, ...described });
}

/** Commander's own headings, which it has in English only. */
function titleText(title: string): string {
  switch (title) {
    case 'Usage:':
      return l10n.t('Usage:');
    case 'Arguments:':
      return l10n.t('Arguments:');
    case 'Options:':
      return l10n.t('Options:');
    case 'Global Options:':
      return l10n.t('Global options:');
    case 'Commands:':
      return l10n.t('Commands:');
    default:
      return title;
  }
}
