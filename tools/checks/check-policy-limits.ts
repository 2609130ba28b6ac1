// Checks that the type of a function contains the values that its `on` and `with` accept. They follow from its permissions and their ARN formats. `--update` writes them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { FunctionInfo } from '@arch/core/builder';

import { infoOf, load } from '../reference/load.ts';
import { publicNames } from '../reference/sources.ts';
import { publishedPackages } from '../published-packages.ts';
import { type Limits, withLimits } from './policy-limits/with-limits.ts';
import { root } from '../root.ts';

const update = process.argv.includes('--update');
const core = join(root, 'packages/core/src');
const { limitsOf } = (await load(join(core, 'permissions/check-scope.ts'))) as {
  limitsOf: (info: FunctionInfo) => Limits;
};

let wrong = 0;
for (const name of publishedPackages(root)) {
  const index = join(root, 'packages', name, 'src/index.ts');
  if (name === 'local' || name === 'core') continue;
  const exported = await load(index);
  for (const [functionName, { file }] of publicNames(index)) {
    const info = infoOf(exported[functionName]);
    if (!info || file.startsWith(core)) continue;
    const source = readFileSync(file, 'utf8');
    const right = withLimits(source, functionName, limitsOf(info));
    if (right === source) continue;
    if (update) writeFileSync(file, right);
    else
      console.error(
        `${functionName}: the members of its resources are not in its type: npm run check -- members --update`,
      );
    if (!update) wrong++;
  }
}
if (wrong > 0) process.exitCode = 1;
