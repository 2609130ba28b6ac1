import { z } from '@arch/core/builder';
import { expectTypeOf, it } from 'vitest';

import { type Invocation, invokeFunction } from './index.js';

it('returns a result of the type of the schema', () => {
  const schema = z.object({ greeting: z.string() });
  expectTypeOf(() => invokeFunction({ functionName: 'hello', schema })).returns.resolves.toEqualTypeOf<
    Invocation<{ greeting: string }>
  >();
});

it('returns an unknown result without a schema', () => {
  expectTypeOf(() => invokeFunction('hello')).returns.resolves.toEqualTypeOf<Invocation<unknown>>();
  expectTypeOf(() => invokeFunction({ functionName: 'hello', payload: [1] })).returns.resolves.toEqualTypeOf<
    Invocation<unknown>
  >();
});
