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
import { InlayHintKind, type Connection, type InlayHint, type Position, type Range } from 'vscode-languageserver/node';
import { portable } from '../index/paths.ts';
import type { Feature } from './feature.ts';
import { isBefore } from './yaml-walk.ts';

/** Shows what holds where nothing is said: the default of a field where the code reads it, and the defaults of a block beside its key. */
export const inlayHints: Feature = {
  capabilities: { inlayHintProvider: { resolveProvider: false } },
  listen: (connection, look) => {
    /** The defaults that the hints in an agent's code were made of, by its folder. */
    const made = new Map<string, string>();
    connection.languages.inlayHint.on(({ textDocument, range }) => {
      const now = look();
      const { path, document, agent } = now?.opened(textDocument.uri) ?? {};
      if (path === undefined || document === undefined || agent?.descriptor === undefined) return [];
      const { descriptor, folder, files } = agent;
      const file = portable(folder, path);
      const language = codeLanguageOf(file);
      const defaults = JSON.stringify([...defaultsOf(descriptor)]);
      const hints: InlayHint[] = [];
      if (file === descriptor.file) {
        hints.push(...hintsInDescriptor(descriptor));
        // An editor asks about the code again when the code changes, and not when its descriptor does.
        const isStale = made.has(folder) && made.get(folder) !== defaults;
        if (isStale && now?.client.workspace?.inlayHint?.refreshSupport === true) refresh(connection);
      } else if (language !== undefined && isEntrypoint(descriptor, file)) {
        made.set(folder, defaults);
        const reads = files.readCode(document.getText(), language).definitions.flatMap((one) => one.function?.reads ?? []);
        hints.push(...hintsAtReads(defaultsOf(descriptor), reads));
      }
      return hints.filter(({ position }) => !isBefore(position, range.start) && !isBefore(range.end, position));
    });
  },
};

function refresh(connection: Connection): void {
  void connection.languages.inlayHint.refresh().catch(() => undefined /* An editor that does not answer asks a little later. */);
}

function isEntrypoint({ value }: AgentDescriptor, file: string): boolean {
  const entrypoint = own(value['runtime'], 'entrypoint');
  return typeof entrypoint === 'string' && normalEntrypoint(entrypoint) === file;
}

/** The defaults of the input's fields; a secret's is nobody's to see. */
function defaultsOf({ value }: AgentDescriptor): ReadonlyMap<string, string> {
  const properties = own(own(value, 'input_schema'), 'properties');
  const defaults = new Map<string, string>();
  for (const [key, field] of Object.entries(isMap(properties) ? properties : {})) {
    if (isMap(field) && field['writeOnly'] !== true && field['default'] !== undefined) defaults.set(key, shown(field['default']));
  }
  return defaults;
}

function hintsAtReads(
  defaults: ReadonlyMap<string, string>,
  reads: readonly { readonly key: string; readonly range: Range }[],
): InlayHint[] {
  return reads.flatMap(({ key, range }) => {
    const standard = defaults.get(key);
    return standard === undefined ? [] : [hint(range.end, `= ${standard}`, l10n.t('The default of {0} in input_schema.', key))];
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
