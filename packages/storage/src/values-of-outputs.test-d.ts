import { expectTypeOf, it } from 'vitest';

import type * as layer from './index.js';

/** The type of one member of an input. */
type Member<Input, Name extends string> =
  Exclude<Input, string> extends { readonly [Key in Name]?: infer Value } ? Value : never;

it('inputs accept what outputs return', () => {
  expectTypeOf<layer.Volume['state']>().toExtend<Member<layer.ListVolumesInput, 'state'> | undefined>();
  expectTypeOf<layer.Volume['volumeType']>().toExtend<Member<layer.CreateVolumeInput, 'volumeType'> | undefined>();
  expectTypeOf<layer.ObjectHead['objectLockMode']>().toExtend<
    Member<layer.PutObjectInput, 'objectLockMode'> | undefined
  >();
  expectTypeOf<layer.ObjectHead['objectLockLegalHoldStatus']>().toExtend<
    Member<layer.PutObjectInput, 'objectLockLegalHoldStatus'> | undefined
  >();
  expectTypeOf<layer.ObjectHead['storageClass']>().toExtend<Member<layer.PutObjectInput, 'storageClass'> | undefined>();
  expectTypeOf<layer.ObjectRetention['mode']>().toExtend<Member<layer.PutObjectRetentionInput, 'mode'> | undefined>();
});
