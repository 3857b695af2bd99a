// Opens the store of the folder in argv, appends one task, says `open`, and holds it until it is killed. Says the error's code and pid otherwise.
import { StoreError } from '../src/store/store-error.ts';
import { openStore } from '../src/store/store.ts';
import { HandClock } from './hand-clock.ts';
import { queued } from './sample-events.ts';

try {
  const store = openStore({ folder: process.argv[2] ?? '', clock: new HandClock() });
  if (store.statusOf('held') === undefined) await store.append([queued('held')]);
  process.stdout.write('open\n');
  process.stdin.resume();
} catch (error) {
  if (!(error instanceof StoreError)) throw error;
  process.stdout.write(`${error.code} ${error.pid ?? ''}\n`);
}
