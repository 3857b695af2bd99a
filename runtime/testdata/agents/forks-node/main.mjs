import { spawn } from 'node:child_process';

const forever = "trap '' TERM INT HUP; while :; do sleep 1; done";

export async function execute(input) {
  spawn('/bin/sh', ['-c', 'sleep 300 & sleep 300', input.token], { stdio: 'ignore' });
  spawn('/bin/sh', ['-c', forever, input.token], { stdio: 'ignore', detached: true }).unref();
  await new Promise((resolve) => setTimeout(resolve, 100));
  console.log('started');
  if (input.return) return { left: 'daemons' };
  return new Promise(() => setInterval(() => {}, 1000));
}
