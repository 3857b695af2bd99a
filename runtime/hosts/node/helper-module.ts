/** The module that an agent may import without installing anything. */
export const helperModuleName = 'hermes_runtime';

/** Where the harness leaves what the module exports, until the module takes it. */
export const helperSlot: unique symbol = Symbol.for('hermes_runtime');

/**
 * `let` and not `const` for what is known only when the task begins: imports are live.
 * Both spellings are exported, so that an author who knows the Python module finds the same names.
 */
export const helperModuleSource: string = `
const helper = globalThis[Symbol.for('hermes_runtime')];
export const { span, log, progress, skip } = helper;
export let taskId = '', task_id = '', attempt = 0, idempotencyKey = '', idempotency_key = '';
helper.onTask((task) => {
  taskId = task_id = task.task_id;
  attempt = task.attempt;
  idempotencyKey = idempotency_key = task.idempotency_key;
});
`;
