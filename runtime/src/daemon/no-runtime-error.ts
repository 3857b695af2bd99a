/** No runtime answers and none could be started, or the one that answers is not the right one. The message says what to do. */
export class NoRuntimeError extends Error {
  override readonly name = 'NoRuntimeError';
}
