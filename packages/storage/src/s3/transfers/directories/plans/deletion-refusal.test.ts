import { expect, it } from 'vitest';

import { deletionRefusal } from './deletion-refusal.js';

const usual = { maxDelete: undefined, allowEmptySource: false };
const found = { sourceFiles: 10, destinationFiles: 10, deletions: 5, unknownPaths: [] };

it.each([
  [{}, {}, undefined],
  [{ deletions: 6 }, {}, 'half of the destination, the default limit'],
  [{ deletions: 6 }, { maxDelete: 6 }, undefined],
  [{ deletions: 7 }, { maxDelete: 6 }, 'more than maxDelete, 6. If this is intended, pass maxDelete: 7.'],
  [{ deletions: 1 }, { maxDelete: 0 }, '1 file of 10 in the destination would be deleted'],
  [{ deletions: 1_000, destinationFiles: 9_000 }, {}, undefined],
  [{ deletions: 1_001, destinationFiles: 9_000 }, {}, 'more than 1000, the default limit'],
  [{ deletions: 1, destinationFiles: 1 }, {}, 'half of the destination'],
  [{ sourceFiles: 0, deletions: 1 }, { maxDelete: 9 }, 'the source contains no files'],
  [{ sourceFiles: 0, deletions: 1 }, { allowEmptySource: true }, undefined],
  [{ sourceFiles: 0, deletions: 0 }, {}, undefined],
  [{ unknownPaths: ['a/'] }, { maxDelete: 9, allowEmptySource: true }, 'cannot be read completely (a/)'],
])('%j with %j', (files, limits, refusal) => {
  const reason = deletionRefusal({ ...found, ...files }, { ...usual, ...limits });
  if (refusal === undefined) expect(reason).toBeUndefined();
  else expect(reason).toContain(refusal);
});
