// Writes the first version of an operation: `npm run new-operation -- compute ec2/instances DescribeInstanceCreditSpecifications`. With `--list`, it writes the list function.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { newOperation } from '../scaffold/new-operation.ts';
import { root } from '../root.ts';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { list: { type: 'boolean', default: false } },
  });
  const [packageName, folder, operation] = positionals;
  if (packageName === undefined || folder === undefined || operation === undefined || positionals.length > 3) {
    throw new Error(
      'Pass layer, folder and operation: npm run new-operation -- compute ec2/instances DescribeInstanceCreditSpecifications',
    );
  }
  const { files, next } = newOperation({ root, packageName, folder, operation, asListing: values.list });
  spawnSync(
    join(root, 'node_modules/.bin/oxfmt'),
    files.map(({ path }) => path),
    { cwd: root, shell: process.platform === 'win32' },
  );
  for (const { path, places } of files) console.log(`${path}${places > 0 ? `: ${places} places to fill in` : ''}`);
  for (const line of next) console.log(line);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
