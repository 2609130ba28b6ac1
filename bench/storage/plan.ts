// Lists all keys, or plans the sync of an equal directory: `node plan.ts list|plan <endpoint> <directory>`. Prints the number of keys or of unchanged files.
import { createSession } from '@arch/core';
import { listObjects, syncDirectory } from '@arch/storage';

const [what, endpoint, directory = ''] = process.argv.slice(2);
const options = { session: createSession({ endpoint }), timeoutMs: 3_600_000 };
if (what === 'list') {
  let count = 0;
  for await (const _object of listObjects({ bucket: 'bench' }, options)) count++;
  console.log(count);
} else {
  const plan = await syncDirectory({ from: directory, to: { bucket: 'bench' }, dryRun: true }, options);
  console.log(plan.unchangedFiles);
}
process.exit();
