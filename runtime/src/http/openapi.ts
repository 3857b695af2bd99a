import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beside } from '../daemon/beside.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Where the schemas lie: beside a bundle, or in the sources. */
const files = ['./schemas', '../schemas', '../../../schemas/json'].map((folder) => `${folder}/task.schema.json`);

/** The description of the API, from the same schemas that check its bodies. Nothing is compiled. */
export function openApi(version: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hermes Runtime',
      version,
      description: 'Runs agents on one machine and tells everything that they did.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths: pathsOf(),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'The token that `hermes-runtime token` prints.' } },
      schemas: schemasOf(schemaFolder()),
      responses: { Error: { description: 'A refusal; `code` is stable.', ...json('ErrorBody') } },
    },
  };
}

/** The folder of `*.schema.json`, or `undefined` in an incomplete installation. */
export function schemaFolder(): string | undefined {
  const file = beside(import.meta.dirname, files);
  return file === undefined ? undefined : dirname(file);
}

function schemasOf(folder: string | undefined): { readonly [key: string]: Json } {
  if (folder === undefined) return {};
  const names = readdirSync(folder).filter((name) => name.endsWith('.schema.json'));
  const schemas = names.map((name) => {
    const schema = readSchema(join(folder, name));
    return { name, title: titleOf(schema, name), schema };
  });
  const titles = new Map(schemas.map(({ name, title }) => [name, title]));
  return Object.fromEntries(schemas.map(({ title, schema }) => [title, moved(schema, title, titles)]));
}

/** The files are ours and are tested; what `JSON.parse` gives is JSON by definition. */
function readSchema(path: string): Json {
  // oxlint-disable-next-line no-unsafe-return -- Our own file, of any shape.
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** A schema with its references turned to where OpenAPI keeps it; `$id` and `$schema` would move them back. */
function moved(value: Json, title: string, titles: ReadonlyMap<string, string>): Json {
  if (isList(value)) return value.map((item) => moved(item, title, titles));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (key === '$id' || key === '$schema' || key === 'discriminator') return [];
      if (key === '$ref' && typeof inner === 'string') return [[key, refOf(inner, title, titles)]];
      return [[key, moved(inner, title, titles)]];
    }),
  );
}

function refOf(ref: string, title: string, titles: ReadonlyMap<string, string>): string {
  const [file = '', pointer = ''] = ref.split('#');
  return `#/components/schemas/${file === '' ? title : (titles.get(file) ?? file)}${pointer}`;
}

function titleOf(schema: Json, fallback: string): string {
  const title = typeof schema === 'object' && schema !== null && !isList(schema) ? schema['title'] : undefined;
  return typeof title === 'string' ? title : fallback;
}

/** `Array.isArray` does not narrow a readonly list away from an object. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function pathsOf(): { readonly [path: string]: Json } {
  const task = path('id', 'The task, by its id or a unique beginning of it.');
  return {
    '/health': { get: { ...answer('Whether the runtime takes tasks, in the original body.'), security: [] } },
    '/livez': { get: { ...answer('Whether the process answers.'), security: [] } },
    '/readyz': { get: { ...answer('Whether the runtime takes tasks; 503 says why not.'), security: [] } },
    '/metrics': { get: answer('Metrics in the Prometheus text format.') },
    '/openapi.json': { get: answer('This description.') },
    '/api/v1/agents': { get: answer('All agents, as an array.', list('AgentSummary')) },
    '/api/v1/agents/{name}': {
      get: answer('One agent.', json('AgentSummary'), [path('name', 'Its name.'), query('path', 'Its folder, where a name exists twice.')]),
    },
    '/api/v1/tasks': {
      post: {
        ...answer('Submits a task. With `Accept: text/event-stream` the answer is the stream of its events.', undefined, [], '202'),
        requestBody: { required: true, ...json('SubmitTask') },
      },
      get: answer('Tasks, newest first. `x-hermes-last-seq` is where to subscribe, `x-hermes-cursor` the next page.', list('Task'), [
        query('status', 'One or more statuses, with commas between them.'),
        query('agent', 'The name of an agent.'),
        query('agent_path', 'The folder of an agent.'),
        query('since', 'ISO 8601, or Unix milliseconds.'),
        query('cursor', 'From the page before.'),
        query('limit', 'From 1 to 1000; 100 if left out.'),
      ]),
    },
    '/api/v1/tasks/{id}': { get: answer('One task.', json('Task'), [task]) },
    '/api/v1/tasks/{id}/events': {
      get: answer(
        'Its events: history, then live, as server-sent events. With `Accept: application/json` those there are now.',
        undefined,
        [task, after()],
      ),
    },
    '/api/v1/tasks/{id}/cancel': { post: answer('Cancels it; answers once no process of it is left.', undefined, [task]) },
    '/api/v1/tasks/{id}/case': {
      get: answer('What a replay of an ended task needs; with `Accept: application/gzip` as a file.', json('Case'), [task]),
    },
    '/api/v1/cases': { post: answer('Keeps a case from elsewhere; answers what `replay_of` takes.', undefined, [], '201') },
    '/api/v1/events': {
      get: answer('All events as server-sent events, from now or from `after`.', undefined, [
        after(),
        query('types', 'Only events of these types, with commas between them.'),
      ]),
    },
    '/api/v1/stream': { get: answer('The same as a WebSocket.', undefined, [after()], '101') },
    '/api/v1/runtime': { get: answer('Which runtime this is.') },
    '/api/v1/roots': { get: answer('The folders in which agents are looked for.'), put: answer('Adds a folder. Only through the socket.') },
    '/api/v1/listen': { post: answer('Opens a TCP port. Only through the socket.') },
    '/api/v1/environments': {
      get: answer('Whether an agent has all that it needs on this machine; with `debugger=true`, to be debugged as well.', undefined, [
        query('agent_path', 'The folder of the agent.'),
        query('debugger', '`true`: also what a debugger needs.'),
      ]),
      post: answer(
        "Installs an agent's dependencies, or with `debugger: true` what a debugger needs; progress as server-sent events. Closing the stream cancels.",
      ),
    },
    '/api/v1/snapshots/{digest}': {
      put: answer(
        'Keeps the files of a version, for tasks with this `agent_digest`; answers what became of loading it.',
        undefined,
        [path('digest', 'sha-256 of the files.')],
        '201',
      ),
    },
    '/api/v1/stop': { post: answer('Stops the runtime. Only through the socket.', undefined, [], '202') },
  };
}

function answer(
  summary: string,
  content?: { readonly [key: string]: Json },
  parameters: readonly Json[] = [],
  status = '200',
): { readonly [key: string]: Json } {
  return {
    summary,
    ...(parameters.length > 0 && { parameters }),
    responses: { [status]: { description: summary, ...content }, default: { $ref: '#/components/responses/Error' } },
  };
}

function json(title: string): { readonly [key: string]: Json } {
  return { content: { 'application/json': { schema: { $ref: `#/components/schemas/${title}` } } } };
}

function list(title: string): { readonly [key: string]: Json } {
  return { content: { 'application/json': { schema: { type: 'array', items: { $ref: `#/components/schemas/${title}` } } } } };
}

function path(name: string, description: string): Json {
  return { name, in: 'path', required: true, description, schema: { type: 'string' } };
}

function query(name: string, description: string): Json {
  return { name, in: 'query', description, schema: { type: 'string' } };
}

function after(): Json {
  return {
    name: 'after',
    in: 'query',
    description: 'The `seq` after which events are wanted; the header `Last-Event-ID` wins.',
    schema: { type: 'integer' },
  };
}
