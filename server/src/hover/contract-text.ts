import { isMap, own } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { asCode, asText } from './explanation.ts';
import { fieldList } from './field-text.ts';

/** What an agent is called, takes, gives and may do, in a few lines. */
export function contractParagraphs(value: Readonly<Record<string, unknown>>): string[] {
  const { name, version, description } = value;
  const called = [typeof name === 'string' ? asCode(name) : '', typeof version === 'string' ? asCode(version) : ''].join(' ').trim();
  return [
    called,
    typeof description === 'string' ? asText(description) : '',
    sideParagraph(value, 'input'),
    sideParagraph(value, 'output'),
    [networkText(value), timeoutText(value)].filter((text) => text !== '').join(' '),
  ];
}

function sideParagraph(value: Readonly<Record<string, unknown>>, side: 'input' | 'output'): string {
  const fields = fieldList(side, value);
  const isInput = side === 'input';
  if (fields !== undefined) return `${isInput ? l10n.t('Takes') : l10n.t('Gives')}\n\n${fields}`;
  if (isMap(own(value, `${side}_schema`))) return '';
  return isInput ? l10n.t('Takes any input: there is no `input_schema`.') : l10n.t('Gives any output: there is no `output_schema`.');
}

function networkText(value: Readonly<Record<string, unknown>>): string {
  const { permissions } = value;
  if (permissions === undefined) return l10n.t('The network is open to it.');
  const hosts = own(permissions, 'network');
  if (!Array.isArray(hosts) || hosts.length === 0) return l10n.t('It has no network.');
  const shown = hosts.slice(0, 6).map((host) => asCode(String(host)));
  return l10n.t('It reaches {0}.', shown.join(', ') + (hosts.length > shown.length ? ', …' : ''));
}

function timeoutText({ timeout_seconds: seconds }: Readonly<Record<string, unknown>>): string {
  return typeof seconds === 'number' ? l10n.t('An attempt may take {0} seconds.', seconds) : '';
}
