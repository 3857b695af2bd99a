import type { Task } from '@hermes-runtime/schemas';
import type { TaskList } from '../tasks/task-list.ts';
import type { Targets } from './targets.ts';

/** Tasks as commands know them, wherever they run. */
export type TasksEverywhere = Pick<TaskList, 'tasks' | 'get' | 'whenEnded'>;

/** The tasks of this machine and of all targets as one list. */
export function tasksEverywhere(here: TaskList, targets: Targets): TasksEverywhere {
  return {
    tasks: () => newestFirst([...here.tasks(), ...targets.tasks()]),
    get: (id) => here.get(id) ?? targets.task(id),
    whenEnded: async (id) => (targets.of(id)?.tasks ?? here).whenEnded(id),
  };
}

export function newestFirst(tasks: readonly Task[]): readonly Task[] {
  return tasks.toSorted((a, b) => (a.created_at < b.created_at ? 1 : -1));
}
