import {
  agentSchema,
  codeLanguageOf,
  indexLines,
  isMap,
  normalEntrypoint,
  own,
  schemaAt,
  type AgentDescriptor,
} from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { InlayHintKind, type InlayHint, type Position, type Range } from 'vscode-languageserver/node';
import { portable } from '../index/paths.ts';
import type { Feature } from './feature.ts';
import { isBefore } from './yaml-walk.ts';

/** Shows what holds where nothing is said: the default of a field where the code reads it, and the defaults of a block beside its key. */
export const inlayHints: Feature = {
  capabilities: { inlayHintProvider: { resolveProvider: false } },
  listen: (connection, look) => {
    connection.languages.inlayHint.on(({ textDocument, range }) => {
      const { path, document, agent } = look()?.opened(textDocument.uri) ?? {};
      if (path === undefined || document === undefined || agent?.descriptor === undefined) return [];
      const file = portable(agent.folder, path);
      const hints = file === agent.descriptor.file ? hintsInDescriptor(agent.descriptor) : [];
      const language = codeLanguageOf(file);
      if (language !== undefined && isEntrypoint(agent.descriptor, file)) {
        hints.push(
          ...hintsAtReads(
            agent.descriptor,
            agent.files.readCode(document.getText(), language).definitions.flatMap((one) => one.function?.reads ?? []),
          ),
        );
      }
      return hints.filter(({ position }) => !isBefore(position, range.start) && !isBefore(range.end, position));
    });
  },
};

function isEntrypoint({ value }: AgentDescriptor, file: string): boolean {
  const entrypoint = own(value['runtime'], 'entrypoint');
  return typeof entrypoint === 'string' && normalEntrypoint(entrypoint) === file;
}

function hintsAtReads({ value }: AgentDescriptor, reads: readonly { readonly key: string; readonly range: Range }[]): InlayHint[] {
  const properties = own(own(value, 'input_schema'), 'properties');
  return reads.flatMap(({ key, range }) => {
    const field = own(properties, key);
    const standard = isMap(field) && field['writeOnly'] !== true ? field['default'] : undefined;
    return standard === undefined ? [] : [hint(range.end, `= ${shown(standard)}`, l10n.t('The default of {0} in input_schema.', key))];
  });
}

/** Blocks whose defaults change what a task does; what is not set in one that is there stands beside its key. */
const blocks = ['retry', 'limits'];
/** What a runtime gives an attempt whose agent and configuration say nothing. */
const timeoutSeconds = 30;

function hintsInDescriptor(descriptor: AgentDescriptor): InlayHint[] {
  const { value, yaml } = descriptor;
  // What is absent says nothing while a line is broken.
  if (yaml.mendedLine !== undefined) return [];
  const hints = blocks.flatMap((block) => {
    const given = value[block];
    const unset = Object.entries(schemaAt(agentSchema, [block])?.properties ?? {}).flatMap(([name, schema]) =>
      !isMap(given) || Object.hasOwn(given, name) || schema.default === undefined ? [] : [`${name}: ${shown(schema.default)}`],
    );
    return unset.length === 0 ? [] : besideKey(descriptor, block, unset.join(', '), l10n.t('What is not set here has these defaults.'));
  });
  if (!isMap(value['runtime']) || Object.hasOwn(value, 'timeout_seconds')) return hints;
  const label = `timeout_seconds: ${timeoutSeconds}`;
  return [...hints, ...besideKey(descriptor, 'runtime', label, l10n.t("Unless the runtime's configuration sets another time."))];
}

/** Behind the colon of a key whose value begins on the next line. */
function besideKey({ yaml }: AgentDescriptor, name: string, label: string, tooltip: string): InlayHint[] {
  const key = yaml.keyRange([name]);
  if (key === undefined || yaml.valueRange([name])?.start.line === key.start.line) return [];
  const isColon = yaml.text.charAt(indexLines(yaml.text).offsetAt(key.end)) === ':';
  return isColon ? [hint({ line: key.end.line, character: key.end.character + 1 }, label, tooltip)] : [];
}

/** Longer values would push the code out of sight. */
const maxShown = 24;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > maxShown ? `${text.slice(0, maxShown - 1)}…` : text;
}

function hint(position: Position, label: string, tooltip: string): InlayHint {
  return { position, label, kind: InlayHintKind.Parameter, paddingLeft: true, tooltip };
}
