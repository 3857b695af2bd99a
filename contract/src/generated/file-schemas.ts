// Generated from schemas/json by npm run generate.
import type { FileSchema } from '../schema-check/file-schema.ts';
export const agentSchema: FileSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'hermes-runtime:/schemas/agent.schema.json',
  title: 'AgentFile',
  description: 'An agent: what it is called, what it takes, what it gives, and how it runs.',
  type: 'object',
  required: ['name', 'version'],
  oneOf: [{ required: ['runtime'] }, { required: ['steps'] }],
  properties: {
    name: {
      description: "The agent's name: lower case letters, digits and hyphens, 1 to 63 characters.",
      type: 'string',
      pattern: '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$',
    },
    version: {
      description: "The agent's version, as in semantic versioning: `1.0.0`, `2.1.0-beta.1`.",
      type: 'string',
      pattern: '^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?$',
    },
    description: { description: 'One sentence that says what the agent does.', type: 'string' },
    input_schema: {
      description: 'JSON Schema (2020-12 unless `$schema` says 2019-09 or draft-07) of what `execute()` takes.',
      $ref: '#/$defs/json_schema',
    },
    output_schema: {
      description: 'JSON Schema of what `execute()` returns. A result that does not fit fails the task.',
      $ref: '#/$defs/json_schema',
    },
    runtime: { $ref: '#/$defs/runtime' },
    steps: {
      description: 'The steps of an agent that is made of agents. Exactly one of `runtime` and `steps`.',
      type: 'array',
      minItems: 1,
      items: { type: 'object' },
    },
    output: { description: 'The output of an agent made of steps, with `${{ }}` expressions.', type: 'object' },
    timeout_seconds: {
      description: "How long one attempt may take, in seconds. The smaller of this and the runtime's own limit wins.",
      type: 'number',
      exclusiveMinimum: 0,
      maximum: 86400,
    },
    fail_when: {
      description: 'A CEL expression over `input` and `output`: a result that says it failed, is a failure.',
      type: 'string',
    },
    retry: { $ref: '#/$defs/retry' },
    concurrency: { description: 'How many tasks of this agent run at once.', type: 'integer', minimum: 1, maximum: 1000 },
    permissions: { $ref: '#/$defs/permissions' },
    limits: { $ref: '#/$defs/limits' },
    schedule: {
      description: 'When the agent runs by itself.',
      type: 'array',
      items: {
        type: 'object',
        required: ['cron'],
        properties: {
          cron: { description: 'Five or six cron fields, as in `0 9 * * 1-5`.', type: 'string' },
          timezone: { description: 'An IANA time zone such as `Asia/Shanghai`. UTC if left out.', type: 'string' },
          input: { description: 'The input of each scheduled task.', type: 'object' },
        },
      },
    },
    examples: {
      description: 'Inputs to choose from when the agent is run by hand. With `output`, an example is a test.',
      type: 'array',
      items: {
        type: 'object',
        required: ['input'],
        properties: {
          name: { description: 'What the choice is called.', type: 'string' },
          input: { description: 'The input. It must fit `input_schema`.', type: 'object' },
          output: { description: 'The output that is expected. It must fit `output_schema`.' },
        },
      },
    },
  },
  $defs: {
    json_schema: { title: 'JsonSchema', type: ['object', 'boolean'] },
    runtime: {
      title: 'RuntimeBlock',
      description: 'How the agent runs. Exactly one of `runtime` and `steps`.',
      type: 'object',
      required: ['type', 'entrypoint'],
      properties: {
        type: { description: 'The language of the entrypoint.', enum: ['python', 'nodejs', 'shell'] },
        entrypoint: { description: "The file with `execute()`, relative to the agent's folder.", type: 'string', minLength: 1 },
        dependencies: {
          description:
            'Packages that the agent needs: `requests==2.31.0` for Python, `undici@7.0.0` for Node. Nothing is installed unasked.',
          type: 'array',
          items: { type: 'string' },
        },
      },
    },
    retry: {
      title: 'RetryPolicy',
      description: 'What happens after a failed attempt. Left out: one attempt.',
      type: 'object',
      properties: {
        max_attempts: {
          description: 'How many attempts a task has in all.',
          type: 'integer',
          minimum: 1,
          maximum: 100,
          default: 1,
        },
        initial_delay_seconds: {
          description: 'The wait before the second attempt, in seconds.',
          type: 'number',
          minimum: 0,
          default: 1,
        },
        backoff: { description: 'Each wait is the one before, times this.', type: 'number', minimum: 1, default: 2 },
        max_delay_seconds: { description: 'No wait is longer than this, in seconds.', type: 'number', minimum: 0, default: 60 },
      },
    },
    permissions: {
      title: 'Permissions',
      description:
        "What the agent may touch. Without this block the network is open and only the agent's own folder is readable; with it, exactly what it lists.",
      type: 'object',
      properties: {
        network: {
          description: 'Hosts that the agent may reach. An empty list is no network at all.',
          type: 'array',
          items: { type: 'string' },
        },
        read: {
          description: "Folders, relative to the agent's own, that it may read.",
          type: 'array',
          items: { type: 'string' },
        },
        write: {
          description: "Folders, relative to the agent's own, that it may write.",
          type: 'array',
          items: { type: 'string' },
        },
      },
    },
    limits: {
      title: 'Limits',
      description: 'How much one attempt may use.',
      type: 'object',
      properties: {
        memory_mb: { description: 'Memory, in MiB.', type: 'integer', minimum: 16, default: 512 },
        output_mb: {
          description: 'The size of the result and of what is printed, in MiB each.',
          type: 'number',
          exclusiveMinimum: 0,
          default: 8,
        },
        processes: { description: 'Processes and threads at once.', type: 'integer', minimum: 1, default: 32 },
      },
    },
  },
};
export const runtimeConfigSchema: FileSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'hermes-runtime:/schemas/runtime-config.schema.json',
  title: 'RuntimeConfig',
  description: 'runtime-config.yaml: how `hermes-runtime serve` runs.',
  type: 'object',
  properties: {
    server: {
      description: 'Where the HTTP API listens.',
      type: 'object',
      properties: {
        host: {
          description: 'The address to listen on. Anything but loopback needs a token and is said at start.',
          type: 'string',
          default: '127.0.0.1',
        },
        port: {
          description: 'The port to listen on.',
          type: 'integer',
          minimum: 0,
          maximum: 65535,
          default: 8080,
        },
        cors_allowed_origins: {
          description: 'Origins whose pages may call the API. `*` is not honoured.',
          type: 'array',
          items: {
            type: 'string',
          },
          default: [],
        },
      },
    },
    agent: {
      description: 'Where agents are found and how they run.',
      type: 'object',
      properties: {
        search_path: {
          description: 'The folder, or folders, with agents; relative to this file.',
          anyOf: [
            {
              type: 'string',
            },
            {
              type: 'array',
              items: {
                type: 'string',
              },
              minItems: 1,
            },
          ],
        },
        hot_reload: {
          description: 'Whether a saved file is used by the next task.',
          type: 'boolean',
          default: true,
        },
        sandbox: {
          description: 'What agents are kept from.',
          type: 'object',
          properties: {
            enabled: {
              description: 'Whether agents run in a sandbox. Without it they have your own rights.',
              type: 'boolean',
              default: true,
            },
            timeout_seconds: {
              description: 'The longest that an attempt may take, in seconds.',
              type: 'number',
              exclusiveMinimum: 0,
              default: 30,
            },
            allowed_runtimes: {
              description: 'Runtime types that are loaded. Others are refused with the reason.',
              type: 'array',
              items: {
                enum: ['python', 'nodejs', 'shell'],
              },
              default: ['python', 'nodejs', 'shell'],
            },
            forbidden_paths: {
              description: 'Paths, with `*` and `**`, that no agent may read or write, whatever its own file grants.',
              type: 'array',
              items: {
                type: 'string',
              },
              default: [],
            },
            require: {
              description: 'The weakest rung on which agents may run. Below it no task starts.',
              enum: ['namespaces', 'seatbelt', 'job-only'],
            },
          },
        },
      },
    },
    logging: {
      description: "The runtime's own log: JSON lines.",
      type: 'object',
      properties: {
        level: {
          description: 'How much is logged.',
          enum: ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'debug', 'info', 'warning', 'error'],
          default: 'INFO',
        },
        file: {
          description: 'The log file. Left out: the state folder of the user.',
          type: 'string',
        },
        max_mb: {
          description: 'The size at which the file is rotated, in MiB.',
          type: 'number',
          exclusiveMinimum: 0,
          default: 10,
        },
        keep: {
          description: 'How many rotated files are kept.',
          type: 'integer',
          minimum: 0,
          default: 5,
        },
      },
    },
    metrics: {
      description: 'Where metrics are sent, and who may read them here.',
      type: 'object',
      properties: {
        endpoint: {
          description: 'The address of hermes-metrics.',
          type: 'string',
        },
        open: {
          description: 'Whether `/metrics` can be read without the token.',
          type: 'boolean',
          default: false,
        },
      },
    },
    trace: {
      description: 'How much of each attempt is seen.',
      enum: ['off', 'calls', 'full'],
      default: 'calls',
    },
    record: {
      description: 'Whose HTTP traffic is kept, with bodies and without secrets, so that a task can be replayed.',
      enum: ['off', 'failed', 'all'],
      default: 'failed',
    },
    retention: {
      description: 'How long history is kept.',
      type: 'object',
      properties: {
        days: {
          description: 'Finished tasks older than this are removed, in days.',
          type: 'number',
          exclusiveMinimum: 0,
          default: 30,
        },
        max_mb: {
          description: 'The oldest finished tasks are removed above this size, in MiB.',
          type: 'number',
          exclusiveMinimum: 0,
          default: 1024,
        },
      },
    },
    debug: {
      description: 'Log at DEBUG whatever `logging.level` says.',
      type: 'boolean',
      default: false,
    },
  },
};
export const orchestratorConfigSchema: FileSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'hermes-runtime:/schemas/orchestrator-config.schema.json',
  title: 'OrchestratorConfig',
  description: 'orchestrator-config.yaml: how `hermes-orchestrator serve` runs.',
  type: 'object',
  properties: {
    server: {
      description: "Where the orchestrator's HTTP API listens.",
      type: 'object',
      properties: {
        host: {
          description: 'The address to listen on. Anything but loopback needs `tls`, or the word `insecure`.',
          type: 'string',
          default: '127.0.0.1',
        },
        port: {
          description: 'The port to listen on.',
          type: 'integer',
          minimum: 0,
          maximum: 65535,
          default: 8000,
        },
        allowed_hosts: {
          description: "Names by which other machines reach it, as in `Host`. Addresses and the machine's own name need not be listed.",
          type: 'array',
          items: {
            type: 'string',
          },
          default: [],
        },
        cors_allowed_origins: {
          description: 'Origins whose pages may call the API. `*` is not honoured.',
          type: 'array',
          items: {
            type: 'string',
          },
          default: [],
        },
        tls: {
          description: 'The certificate by which the API is served over HTTPS.',
          type: 'object',
          required: ['cert', 'key'],
          properties: {
            cert: {
              description: 'The certificate chain, a PEM file; relative to this file.',
              type: 'string',
            },
            key: {
              description: 'Its private key, a PEM file; relative to this file.',
              type: 'string',
            },
          },
        },
        insecure: {
          description:
            'Listen on other addresses than loopback without TLS: tokens and inputs can be read on the way. For a proxy that brings TLS.',
          type: 'boolean',
          default: false,
        },
      },
    },
    engine: {
      description: 'What decides when a task runs: one process and one store, or Temporal.',
      enum: ['embedded', 'temporal'],
      default: 'embedded',
    },
    store: {
      description: 'Where tasks, tokens and the audit are kept, and how long.',
      type: 'object',
      properties: {
        path: {
          description: 'The folder; relative to this file. Left out: the data folder of the user.',
          type: 'string',
        },
        retention: {
          description: 'How long history is kept.',
          type: 'object',
          properties: {
            days: {
              description: 'Finished tasks older than this are removed, in days.',
              type: 'number',
              exclusiveMinimum: 0,
              default: 30,
            },
            max_mb: {
              description: 'The oldest finished tasks are removed above this size, in MiB.',
              type: 'number',
              exclusiveMinimum: 0,
              default: 1024,
            },
          },
        },
      },
    },
    agents: {
      description: 'Agents that are served from this machine, beside those that are pushed.',
      type: 'object',
      properties: {
        search_path: {
          description: 'The folder, or folders, with agents; relative to this file.',
          anyOf: [
            {
              type: 'string',
            },
            {
              type: 'array',
              items: {
                type: 'string',
              },
              minItems: 1,
            },
          ],
        },
      },
    },
    runtime_url: {
      description: 'The runtime to which attempts go. Left out: they run here. HERMES_RUNTIME_URL wins.',
      type: 'string',
      pattern: '^https?://',
    },
    runtime_token_file: {
      description: 'A file that holds the token of that runtime; relative to this file. HERMES_RUNTIME_TOKEN wins.',
      type: 'string',
    },
    runtime_lost_after_seconds: {
      description: 'An attempt is lost once that runtime has not answered for so long, in seconds.',
      type: 'number',
      exclusiveMinimum: 0,
      default: 60,
    },
    logging: {
      description: "The orchestrator's own log: JSON lines.",
      type: 'object',
      properties: {
        level: {
          description: 'How much is logged.',
          enum: ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'debug', 'info', 'warning', 'error'],
          default: 'INFO',
        },
        file: {
          description: 'The log file. Left out: the state folder of the user.',
          type: 'string',
        },
        max_mb: {
          description: 'The size at which the file is rotated, in MiB.',
          type: 'number',
          exclusiveMinimum: 0,
          default: 10,
        },
        keep: {
          description: 'How many rotated files are kept.',
          type: 'integer',
          minimum: 0,
          default: 5,
        },
      },
    },
    metrics: {
      description: 'Where metrics are sent, and who may read them here.',
      type: 'object',
      properties: {
        endpoint: {
          description: 'The address of hermes-metrics.',
          type: 'string',
        },
        open: {
          description: 'Whether `/metrics` can be read without the token.',
          type: 'boolean',
          default: false,
        },
      },
    },
  },
};
