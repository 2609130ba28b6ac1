// Cancels a wait from outside. Creates: nothing.
import { waitForInstance } from '@arch/compute';

const [, , instanceId = ''] = process.argv;
const controller = new AbortController();

const wait = waitForInstance(
  { instanceId, state: 'terminated' },
  {
    signal: controller.signal,
    onProgress: ({ state, attempt }) => {
      console.log(`attempt ${attempt}: ${state}`);
      if (attempt === 2) controller.abort(new Error('cancelled after two attempts'));
    },
  },
);
await wait.catch((error: unknown) => console.log(String(error)));
