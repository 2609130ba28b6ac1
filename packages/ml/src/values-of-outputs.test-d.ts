import { expectTypeOf, it } from 'vitest';

import type * as layer from './index.js';

/** The member of an input. */
type Member<Input, Name extends string> =
  Exclude<Input, string> extends { readonly [Key in Name]?: infer Value } ? Value : never;

it('inputs accept what outputs return', () => {
  expectTypeOf<layer.TrainingJob['trainingJobStatus']>().toExtend<
    Member<layer.ListTrainingJobsInput, 'statusEquals'> | undefined
  >();
  expectTypeOf<layer.Endpoint['endpointStatus']>().toExtend<
    Member<layer.ListEndpointsInput, 'statusEquals'> | undefined
  >();
  expectTypeOf<layer.LambdaFunction['architecture']>().toExtend<
    Member<layer.CreateFunctionInput, 'architecture'> | undefined
  >();
  expectTypeOf<layer.LambdaFunction['tracingMode']>().toExtend<
    Member<layer.CreateFunctionInput, 'tracingMode'> | undefined
  >();
});
