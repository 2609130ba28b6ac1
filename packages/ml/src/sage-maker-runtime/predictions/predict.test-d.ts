import { z } from '@arch/core/builder';
import { expectTypeOf, it } from 'vitest';

import { predict, type Prediction } from './index.js';

it('returns a response of the type of the schema', () => {
  const schema = z.object({ predictions: z.array(z.number()) });
  expectTypeOf(() => predict({ endpointName: 'churn', payload: [1], schema })).returns.resolves.toEqualTypeOf<
    Prediction<{ predictions: number[] }>
  >();
});

it('returns an unknown response without a schema', () => {
  expectTypeOf(() => predict({ endpointName: 'churn', payload: [1] })).returns.resolves.toEqualTypeOf<
    Prediction<unknown>
  >();
});
