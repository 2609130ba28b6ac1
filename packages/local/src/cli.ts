#!/usr/bin/env node
import { nodeProblem } from './node-problem.js';

const problem = nodeProblem(process.versions.node);
if (problem === undefined) {
  // Imported after the check, because an older Node.js cannot load it.
  const { main } = await import('./command/main.js');
  const ending = await main(process.argv.slice(2));
  if ('signal' in ending) process.kill(process.pid, ending.signal);
  else process.exitCode = ending.status;
} else {
  console.error(problem);
  process.exitCode = 1;
}
