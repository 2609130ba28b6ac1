// Lists the closed sets of inputs to which the installed SDK has added values. Run it after an update of the SDK and `npm run build`.
import * as analytics from '@arch/analytics';
import * as compute from '@arch/compute';
import * as database from '@arch/database';
import * as integration from '@arch/integration';
import * as ml from '@arch/ml';
import * as storage from '@arch/storage';

import { widenedSetsOf } from '../checks/closed-sets/widened-sets-of.ts';

const layers = { analytics, compute, database, integration, ml, storage };
const lines = Object.entries(layers).flatMap(([name, layer]) => widenedSetsOf(name, layer));

console.log(lines.length > 0 ? lines.join('\n') : 'All closed sets contain all values of the installed SDK.');
if (lines.length > 0) process.exitCode = 1;
