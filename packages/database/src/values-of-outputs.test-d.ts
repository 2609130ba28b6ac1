import { expectTypeOf, it } from 'vitest';

import type * as layer from './index.js';

/** The type of one member of an input. */
type Member<Input, Name extends string> =
  Exclude<Input, string> extends { readonly [Key in Name]?: infer Value } ? Value : never;

it('inputs accept what outputs return', () => {
  expectTypeOf<layer.DbInstance['engine']>().toExtend<Member<layer.ListDbInstancesInput, 'engine'> | undefined>();
  expectTypeOf<layer.DbSnapshot['snapshotType']>().toExtend<
    Member<layer.ListDbSnapshotsInput, 'snapshotType'> | undefined
  >();
});
