export function execute({ how }) {
  if (how === 'throw') throw new TypeError('city is missing');
  if (how === 'abort') process.abort();
  if (how === 'kill') process.kill(process.pid, 'SIGKILL');
  process.reallyExit(Number(how));
}
