import { compileValueSchema, isMap, own, schemaAt, valueAt, type FileSchema, type ValuePath } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { yamlScalar } from '../service/yaml-edits.ts';
import { yamlFix, type Fixer, type FixContext } from './quick-fix.ts';

/** Writes a value as what was wanted, where it says the same: `"10"` as 10, `1.10` in quotes, one text as a list of it. */
export const convertValue: Fixer = ({ range }, context) => {
  const { yaml, schema } = context;
  const target = yaml.pathAt(range.start);
  if (target?.on !== 'value') return [];
  const wanted = typesOf(schemaAt(schema, target.path));
  return converted(context, target.path, wanted);
};

/** The same for a value that the author's own schema describes. */
export const convertAuthored: Fixer = ({ range }, context) => {
  const target = context.yaml.pathAt(range.start);
  if (target?.on !== 'value') return [];
  const described = describedBy(context, target.path);
  if (described === undefined) return [];
  const { root, schema } = described;
  return converted(context, target.path, typesIn(own(schema, 'type'))).filter(() => {
    const text = toType(context, target.path, typesIn(own(schema, 'type')));
    return text !== undefined && compileValueSchema(root, schema).validate(text.value).length === 0;
  });
};

/** A value in one of the wanted types, where it says the same. */
export function converted(context: FixContext, path: ValuePath, wanted: readonly string[]): ReturnType<Fixer> {
  const found = toType(context, path, wanted);
  const range = context.yaml.valueRange(path);
  if (found === undefined || range === undefined) return [];
  return yamlFix(context, l10n.t('Change to {0}', found.text), { range, newText: found.text }, { safe: true });
}

function toType(
  { yaml }: FixContext,
  path: ValuePath,
  wanted: readonly string[],
): { readonly text: string; readonly value: unknown } | undefined {
  const value = valueAt(yaml.value, path);
  const written = yaml.writtenAt(path);
  if (written === undefined || written.includes('\n')) return undefined;
  if (typeof value === 'string') {
    const text = value.trim();
    const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text);
    if (isNumber && (wanted.includes('number') || (wanted.includes('integer') && Number.isSafeInteger(Number(text)))))
      return { text, value: Number(text) };
    const isTrue = /^(?:true|yes|on)$/i.test(text);
    if (wanted.includes('boolean') && (isTrue || /^(?:false|no|off)$/i.test(text))) return { text: String(isTrue), value: isTrue };
    return wanted.includes('array') && !wanted.includes('string') ? { text: `[${written}]`, value: [value] } : undefined;
  }
  if ((typeof value !== 'number' && typeof value !== 'boolean') || !wanted.includes('string')) return undefined;
  return { text: JSON.stringify(written) === yamlScalar(written) ? yamlScalar(written) : JSON.stringify(written), value: written };
}

function typesOf(schema: FileSchema | undefined): string[] {
  return [...typesIn(schema?.type), ...(schema?.anyOf ?? []).flatMap(({ type }) => typesIn(type))];
}

/** What `type` names. */
export function typesIn(type: unknown): string[] {
  return (Array.isArray(type) ? type : [type]).filter((one) => typeof one === 'string');
}

/** The schema of a default, or of a value in an example or a schedule, by the names of fields alone. */
export function describedBy({ yaml }: FixContext, path: ValuePath): { readonly root: unknown; readonly schema: unknown } | undefined {
  const [first, , side, ...steps] = path;
  if (first === 'input_schema' || first === 'output_schema') {
    const end = path.at(-1) === 'default' ? -1 : path.at(-2) === 'examples' ? -2 : 0;
    return end === 0 ? undefined : { root: own(yaml.value, first), schema: valueAt(yaml.value, path.slice(0, end)) };
  }
  if ((first !== 'examples' || side !== 'output') && ((first !== 'examples' && first !== 'schedule') || side !== 'input')) return undefined;
  const root = own(yaml.value, `${side}_schema`);
  let schema: unknown = root;
  for (const step of steps) schema = typeof step === 'number' ? own(schema, 'items') : own(own(schema, 'properties'), step);
  return isMap(schema) ? { root, schema } : undefined;
}
