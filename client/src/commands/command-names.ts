/** Commands by name; what they do is in the lazily loaded part. */
export const commandNames = [
  'run',
  'runWithInput',
  'runAgain',
  'replay',
  'replayWithMyCode',
  'debug',
  'saveCase',
  'saveAsTest',
  'cancel',
  'copyCurl',
  'openTrace',
  'openAgent',
  'openPlace',
  'openLogs',
  'startRuntime',
  'stopRuntime',
  'restartRuntime',
  'newAgent',
  'installDependencies',
  'connectTarget',
  'disconnectTarget',
  'retryTarget',
  'useTarget',
  'push',
] as const;

export type CommandName = (typeof commandNames)[number];
