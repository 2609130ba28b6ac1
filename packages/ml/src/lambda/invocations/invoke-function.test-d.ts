import { z } from '@arch/core/builder';
import { expectTypeOf, it } from 'vitest';

import { type Invocation, invokeFunction } from './index.js';

it("gives a result of the schema's type", () => {
  const schema = z.object({ greeting: z.string() });
  expectTypeOf(() => invokeFunction({ functionName: 'hello', schema })).returns.resolves.toEqualTypeOf<
    Invocation<{ greeting: string }>
  >();
});

it('gives an unknown result without one', () => {
  expectTypeOf(() => invokeFunction('hello')).returns.resolves.toEqualTypeOf<Invocation<unknown>>();
  expectTypeOf(() => invokeFunction({ functionName: 'hello', payload: [1] })).returns.resolves.toEqualTypeOf<
    Invocation<unknown>
  >();
});
