import { expectTypeOf, it } from 'vitest';

import { type DirectoryTransfer, syncDirectory, type TransferPlan, uploadDirectory } from './index.js';

it('returns a plan for a dry run, and the result otherwise', () => {
  const sync = { from: 'dist', to: { bucket: 'my-site' } };
  expectTypeOf(syncDirectory({ ...sync, dryRun: true })).resolves.toEqualTypeOf<TransferPlan>();
  expectTypeOf(syncDirectory(sync)).resolves.toEqualTypeOf<DirectoryTransfer>();
  const dryRun = sync.from === 'dist';
  expectTypeOf(syncDirectory({ ...sync, dryRun })).resolves.toEqualTypeOf<TransferPlan | DirectoryTransfer>();
  expectTypeOf(uploadDirectory).parameter(0).toHaveProperty('directory');
  // @ts-expect-error A destination is required.
  void syncDirectory({ from: 'dist' });
});
