import { z } from '@arch/core/builder';
import { expectTypeOf, it } from 'vitest';

import { predict, type Prediction } from './index.js';

it("gives an answer of the schema's type", () => {
  const schema = z.object({ predictions: z.array(z.number()) });
  expectTypeOf(() => predict({ endpointName: 'churn', payload: [1], schema })).returns.resolves.toEqualTypeOf<
    Prediction<{ predictions: number[] }>
  >();
});

it('gives an unknown answer without one', () => {
  expectTypeOf(() => predict({ endpointName: 'churn', payload: [1] })).returns.resolves.toEqualTypeOf<
    Prediction<unknown>
  >();
});
