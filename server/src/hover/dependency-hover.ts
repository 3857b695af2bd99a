import { meetsRequirement, own, packageFor, parseRequirement, type AgentFolder } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { asCode } from './explanation.ts';

/** A package that the agent asks for, and what is there of it. */
export function dependencyParagraphs(text: unknown, runtime: unknown, { installed }: Pick<AgentFolder, 'installed'>): string[] {
  const language = own(runtime, 'type');
  if (typeof text !== 'string' || (language !== 'python' && language !== 'nodejs')) return [];
  const requirement = parseRequirement(text, language);
  if (requirement.type === 'flaw') return [];
  const wanted = l10n.t('Wanted: {0}', asCode(text));
  if (requirement.type === 'outside')
    return [wanted, l10n.t('It comes from somewhere else than a registry: nobody compares what is installed with it.')];
  const there = installed?.(language);
  if (there === undefined) return [wanted, l10n.t('No environment of this agent is known here, so nobody can say what is installed.')];
  const found = packageFor(requirement, there);
  if (found === undefined) return [wanted, l10n.t('Not installed.')];
  const fits = meetsRequirement(requirement, found.version);
  const version = asCode(found.version);
  return [
    wanted,
    fits === false ? l10n.t('Installed: {0}, which does not fit.', version) : l10n.t('Installed: {0}', version),
    found.where === undefined ? '' : l10n.t('In {0}', asCode(placeOf(found.where))),
  ];
}

/** From the environment of the agent on, where it has one of its own: what stands before is the same for all of its files. */
function placeOf(where: string): string {
  const path = where.replaceAll('\\', '/');
  return /(?:^|\/)(\.venv\/.*)$/.exec(path)?.[1] ?? path;
}
