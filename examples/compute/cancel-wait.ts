// Gives up a wait from outside. Makes: nothing.
import { waitForInstance } from '@arch/compute';

const [, , instanceId = ''] = process.argv;
const giveUp = new AbortController();

const wait = waitForInstance(
  { instanceId, state: 'terminated' },
  {
    signal: giveUp.signal,
    onProgress: ({ state, attempt }) => {
      console.log(`look ${attempt}: ${state}`);
      if (attempt === 2) giveUp.abort(new Error('that is long enough'));
    },
  },
);
await wait.catch((error: unknown) => console.log(String(error)));
