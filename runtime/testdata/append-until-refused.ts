// Appends one task after the other to the store of the folder in argv, says `ack ID` for each, and says the error's code when one is refused.
// Then tries once more, and says whether that was acknowledged.
import { StoreError } from '../src/store/store-error.ts';
import { openStore } from '../src/store/store.ts';
import { HandClock } from './hand-clock.ts';
import { queued } from './sample-events.ts';

const store = openStore({ folder: process.argv[2] ?? '', clock: new HandClock() });

async function append(id: string): Promise<string> {
  try {
    await store.append([queued(id)]);
    return `ack ${id}`;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return error.code;
  }
}

for (let index = 0; index < 200; index += 1) {
  const answer = await append(`t${index}`);
  process.stdout.write(`${answer}\n`);
  if (!answer.startsWith('ack')) break;
}
process.stdout.write(`again ${await append('again')}\nproblem ${store.problem()?.code ?? 'none'}\n`);
process.exit(0);
