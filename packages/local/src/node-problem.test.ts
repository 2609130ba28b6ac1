import { expect, it } from 'vitest';

import { nodeProblem } from './node-problem.js';

it.each(['22.18.0', '22.23.3', '24.0.0', '26.10.0'])('accepts Node.js %s', (version) => {
  expect(nodeProblem(version)).toBeUndefined();
});

it.each(['18.20.0', '20.19.5', '22.17.9', '21.0.0'])('names the version that is required on Node.js %s', (version) => {
  expect(nodeProblem(version)).toMatch(
    new RegExp(`^arch-local requires Node.js 22\\.18 or newer; this is ${version.replaceAll('.', '\\.')}\\.`),
  );
});
