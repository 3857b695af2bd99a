/**
 * Grows with each change of what `foldTask` makes of the same events. Rows of `tasks` were folded when they were written: those of
 * another fold are derived again from the events when they are read, so that a list never says something else than the task itself.
 */
export const foldVersion = 1;
