// Checks the structure of the packages' sources: names, indexes, tests, sizes, and that nothing happens on import.

import { reportSizes } from './structure/report-sizes.ts';
import { readSourceFiles } from './structure/source-file.ts';
import { structureProblems } from './structure/structure-problems.ts';
import { root } from '../root.ts';

const files = readSourceFiles(root);
const problems = structureProblems(files);
for (const problem of problems) console.error(problem);
if (files.length === 0) console.error('There are no sources.');
if (problems.length > 0 || files.length === 0) process.exitCode = 1;
else console.log(reportSizes(files));
