import * as l10n from '@vscode/l10n';
import { nearMatch } from '../near-match.ts';
import { valueAt } from '../value.ts';
import { leavesFolder, normalEntrypoint } from './entrypoint-path.ts';
import { problemAtValue, type Finding, type Rule, type RuleContext } from './rule.ts';

const at = ['runtime', 'entrypoint'] as const;

/** The entrypoint is a file, in the agent's own folder, of the language that the runtime's type says. */
export const entrypoint: Rule = {
  codes: ['missing-entrypoint', 'unreadable-entrypoint', 'entrypoint-outside', 'entrypoint-type'],
  check: (context) => {
    const written = valueAt(context.descriptor.value, at);
    // Without a value, or with one that is no text, the schema has its say.
    if (typeof written !== 'string' || written === '') return [];
    const finding = outside(context, written) ?? missing(context, written) ?? unreadable(context, written) ?? ofOtherType(context, written);
    return finding === undefined ? [] : [problemAtValue(context, at, finding)];
  },
};

function outside({ folder }: RuleContext, written: string): Finding | undefined {
  const leaves = leavesFolder(written);
  // A path that leaves the folder is not even asked for.
  if (!leaves && folder.stat(normalEntrypoint(written))?.inside !== false) return undefined;
  const shown = written.replaceAll('\0', String.raw`\0`).slice(0, 200);
  return {
    code: 'entrypoint-outside',
    severity: 'error',
    message: leaves
      ? l10n.t('"{0}" leads out of the agent\'s folder. Give a path inside it, with "/".', shown)
      : l10n.t('"{0}" is a link that leads out of the agent\'s folder. Put the file itself into the folder.', shown),
  };
}

function missing({ folder, descriptor }: RuleContext, written: string): Finding | undefined {
  const file = normalEntrypoint(written);
  const fact = folder.stat(file);
  if (fact?.kind === 'file') return undefined;
  if (file === '' || fact?.kind === 'folder')
    return { code: 'missing-entrypoint', severity: 'error', message: l10n.t('"{0}" is a folder. Name the file with execute().', written) };
  const near = nearMatch(file, folder.list());
  return {
    code: 'missing-entrypoint',
    severity: 'error',
    message:
      near === undefined
        ? l10n.t('There is no {0} in this folder. Create it, or name the file with execute().', file)
        : l10n.t('There is no {0} in this folder. Did you mean "{1}"?', file, near),
    data: { file, type: valueAt(descriptor.value, ['runtime', 'type']), ...(near === undefined ? {} : { replacement: near }) },
  };
}

function unreadable({ folder }: RuleContext, written: string): Finding | undefined {
  const file = normalEntrypoint(written);
  // A buffer that is open in the editor has a text, whatever the disk says.
  if (folder.stat(file)?.readable !== false || folder.readText(file) !== undefined) return undefined;
  return {
    code: 'unreadable-entrypoint',
    severity: 'error',
    message: l10n.t('{0} is there and cannot be read. Give yourself the right to read it, as with `chmod u+r {0}`.', file),
  };
}

const extensions: Readonly<Record<string, readonly string[]>> = {
  python: ['py'],
  nodejs: ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'],
  shell: ['sh', 'bash'],
};

function ofOtherType({ folder, descriptor }: RuleContext, written: string): Finding | undefined {
  const file = normalEntrypoint(written);
  const type = valueAt(descriptor.value, ['runtime', 'type']);
  if (typeof type !== 'string' || !Object.hasOwn(extensions, type)) return undefined;
  const extension = /\.([^./]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  if (extensions[type]?.includes(extension) === true) return undefined;
  const other = Object.keys(extensions).find((name) => extensions[name]?.includes(extension) === true);
  // A shell agent's file may be called anything; its first line says what runs it.
  if (other === undefined && type === 'shell') return undefined;
  if (type === 'shell' && folder.readText(file)?.startsWith('#!') === true) return undefined;
  return {
    code: 'entrypoint-type',
    severity: 'error',
    message:
      other === undefined
        ? l10n.t(
            '{0} does not fit runtime.type {1}: a file that ends in {2} is expected. Name such a file, or change runtime.type.',
            file,
            type,
            extensions[type]?.map((one) => `.${one}`).join(', ') ?? '',
          )
        : l10n.t('{0} does not fit runtime.type {1}: it is a file for {2}. Change runtime.type, or name another file.', file, type, other),
    ...(other === undefined ? {} : { data: { type: other } }),
  };
}
