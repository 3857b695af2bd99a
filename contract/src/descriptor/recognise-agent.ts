import { agentSchema } from '../generated/file-schemas.ts';
import { nearMatch } from '../near-match.ts';
import { isMap, own, type Json } from '../value.ts';
import type { YamlSource } from './yaml-source.ts';

const foreignKeys = new Set([
  'apiVersion',
  'kind',
  'openapi',
  'spec_version',
  'agent_class',
  'agents',
  'models',
  'nodes',
  'metadata',
  'jobs',
  'services',
]);
const runtimeTypes = new Set(['python', 'nodejs', 'shell']);
const ownKeys = new Set(Object.keys(agentSchema.properties ?? {}));
/** What authors add to any file; it says nothing of the product. */
const plainKeys = new Set([
  'author',
  'authors',
  'category',
  'homepage',
  'keywords',
  'license',
  'maintainers',
  'owner',
  'repository',
  'tags',
]);
const ownRuntimeKeys = new Set(Object.keys(agentSchema.$defs?.['runtime']?.properties ?? {}));
/** With more keys than these that are neither ours nor near to ours, a file has another product's shape. */
const maxStrangers = 2;

/**
 * Whether an `agent.yaml` is one of ours; thousands of public files of that name are not.
 * Only what the file holds counts, and a mark of another product wins over everything.
 */
export function recogniseAgent({ value, text, problems }: YamlSource): boolean {
  if (!isMap(value)) return value === undefined && (recogniseText(text) || isNobodys(text, problems));
  const keys = Object.keys(value);
  if (keys.some((key) => isForeignKey(key)) || isAdk(value)) return false;
  if (!isWhole(value) && keys.filter((key) => isStranger(key, ownKeys)).length > maxStrangers) return false;
  if (isRuntime(own(value, 'runtime')) || Array.isArray(own(value, 'steps'))) return true;
  return keys.some((key) => isOurs(key, value[key]));
}

function isForeignKey(key: string): boolean {
  return foreignKeys.has(key) || key.toLowerCase().startsWith('ossa');
}

/** Google's ADK writes the model and its instruction at the top. */
function isAdk(value: Json): boolean {
  return Object.hasOwn(value, 'model') && (Object.hasOwn(value, 'instruction') || Object.hasOwn(value, 'instructions'));
}

/** Whether it has what an agent needs, and a contract; then whatever else there is was added to an agent. */
function isWhole(value: Json): boolean {
  const [type, entrypoint] = ['type', 'entrypoint'].map((key) => String(own(own(value, 'runtime'), key)));
  const isCode = runtimeTypes.has(type ?? '') && /\.(?:py|[cm]?[jt]s|sh)$/.test(entrypoint ?? '');
  return (isCode || Array.isArray(own(value, 'steps'))) && ['input_schema', 'output_schema'].some((key) => Object.hasOwn(value, key));
}

function isStranger(key: string, known: ReadonlySet<string>): boolean {
  return !known.has(key) && !plainKeys.has(key) && !key.startsWith('x-') && nearMatch(key, known) === undefined;
}

function isRuntime(value: unknown): boolean {
  if (!isMap(value)) return typeof value === 'string' && runtimeTypes.has(value);
  const keys = Object.keys(value);
  // Other products have an entrypoint as well, beside what we have no word for.
  if (!runtimeTypes.has(String(value['type'])) && keys.some((key) => isStranger(key, ownRuntimeKeys)))
    return keys.some((key) => runtimeTypes.has(String(value[key])));
  return keys.some((key) => key === 'entrypoint' || nearMatch(key, ['entrypoint']) !== undefined || runtimeTypes.has(String(value[key])));
}

function isOurs(key: string, value: unknown): boolean {
  if (key === 'runtime') return value === null;
  if (key === 'input_schema' || key === 'output_schema') return true;
  // Written in camel case, the word belongs to other products.
  if (/[A-Z]/.test(key)) return false;
  const near = nearMatch(key, ['runtime', 'input_schema', 'output_schema']);
  if (near === 'runtime') return isRuntime(value);
  return near !== undefined && isMap(value) && (Object.hasOwn(value, 'type') || Object.hasOwn(value, 'properties'));
}

/** A text too large or too deep to be read, without a single key: no product writes that, and silence would leave its author without a word. */
function isNobodys(text: string, problems: YamlSource['problems']): boolean {
  return problems[0]?.code === 'yaml-too-large' && !/^[A-Za-z_][\w.-]*[ \t]*:/m.test(text.slice(0, 64 * 1024));
}

/** For a text that YAML makes nothing of: its top-level keys as they are written. */
function recogniseText(text: string): boolean {
  const keys = [...text.slice(0, 64 * 1024).matchAll(/^([A-Za-z_][\w.-]*)[ \t]*:/gm)].map((match) => match[1] ?? '');
  return (
    !keys.some((key) => isForeignKey(key)) && keys.some((key) => key === 'runtime' || key === 'input_schema' || key === 'output_schema')
  );
}
