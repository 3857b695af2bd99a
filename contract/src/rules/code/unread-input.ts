import * as l10n from '@vscode/l10n';
import { otherSources } from '../../schema-check/schema-keywords.ts';
import { isMap, own } from '../../value.ts';
import { problemAtKey } from '../rule.ts';
import { judgedFunctions, type CodeRule, type CodeSubject } from './code-subject.ts';

/** Keywords beside `properties` that say more of an input's fields. */
const elsewhere = [...otherSources, 'not'];

/**
 * A field of the input that the code never looks at.
 * Only where every look at the input is seen, where other fields are read, and where the code reads none that is not declared:
 * then the two belong together, and that one is said.
 */
export const unreadInput: CodeRule = {
  codes: ['unread-input'],
  needsSchema: true,
  check(subject) {
    const { context, facts } = subject;
    const schema = context.descriptor.value['input_schema'];
    const properties = own(schema, 'properties');
    if (!isMap(schema) || !isMap(properties) || elsewhere.some((key) => key in schema) || facts.open || !facts.parses) return [];
    const touched = touchedKeys(subject);
    if (touched === undefined || touched.size === 0 || [...touched].some((key) => !Object.hasOwn(properties, key))) return [];
    const names = Object.keys(properties).filter((name) => !touched.has(name) && !isForOthers(properties[name]) && !isNamed(subject, name));
    return names.map((name) =>
      problemAtKey(context, ['input_schema', 'properties', name], {
        code: 'unread-input',
        severity: 'hint',
        message: l10n.t('{0} never reads "{1}". Read it, or remove it from input_schema.', subject.file, name),
        data: { key: name },
      }),
    );
  },
};

/** Undefined where one of the functions may look at keys that are not seen. */
function touchedKeys({ facts }: CodeSubject): ReadonlySet<string> | undefined {
  const keys = new Set<string>();
  const functions = judgedFunctions(facts.definitions);
  if (functions.length === 0) return undefined;
  for (const { touched, returns } of functions) {
    // One that returns nothing yet is still being written.
    if (touched === undefined || returns.length === 0) return undefined;
    for (const key of touched) keys.add(key);
  }
  return keys;
}

/** A field that says itself that nobody has to read it: it has one value, is on its way out, or is only shown. */
function isForOthers(schema: unknown): boolean {
  return isMap(schema) && ('const' in schema || schema['deprecated'] === true || schema['readOnly'] === true);
}

/** Whether the name stands anywhere else where it may be a key: in a string or behind a dot of the code, or in CEL of the descriptor. */
function isNamed({ text, context }: CodeSubject, name: string): boolean {
  const quoted = name.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
  const cel = ['fail_when', 'steps', 'output'].map((key) => JSON.stringify(context.descriptor.value[key] ?? '')).join(' ');
  return new RegExp(`["'\`.]${quoted}\\b`).test(text) || new RegExp(`\\b${quoted}\\b`).test(cel);
}
