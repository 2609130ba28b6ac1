import { expectTypeOf, it } from 'vitest';

import type * as layer from './index.js';

/** The member of an input. */
type Member<Input, Name extends string> =
  Exclude<Input, string> extends { readonly [Key in Name]?: infer Value } ? Value : never;

it('inputs accept what outputs return', () => {
  expectTypeOf<layer.Rule['state']>().toExtend<Member<layer.PutRuleInput, 'state'> | undefined>();
  expectTypeOf<layer.Subscription['protocol']>().toExtend<
    Member<layer.SubscribeToTopicInput, 'protocol'> | undefined
  >();
  expectTypeOf<layer.Subscription['filterPolicyScope']>().toExtend<
    Member<layer.SubscribeToTopicInput, 'filterPolicyScope'> | undefined
  >();
  expectTypeOf<layer.HttpRoute['authorizationType']>().toExtend<
    Member<layer.CreateHttpRouteInput, 'authorizationType'> | undefined
  >();
  expectTypeOf<layer.HttpApi['ipAddressType']>().toExtend<
    Member<layer.CreateHttpApiInput, 'ipAddressType'> | undefined
  >();
  expectTypeOf<layer.HttpIntegration['payloadFormatVersion']>().toExtend<
    Member<layer.CreateHttpIntegrationInput, 'payloadFormatVersion'> | undefined
  >();
  expectTypeOf<layer.Queue['deduplicationScope']>().toExtend<
    Member<layer.CreateQueueInput, 'deduplicationScope'> | undefined
  >();
  expectTypeOf<layer.Queue['fifoThroughputLimit']>().toExtend<
    Member<layer.CreateQueueInput, 'fifoThroughputLimit'> | undefined
  >();
  expectTypeOf<layer.Topic['fifoThroughputScope']>().toExtend<
    Member<layer.CreateTopicInput, 'fifoThroughputScope'> | undefined
  >();
  expectTypeOf<layer.Topic['tracingConfig']>().toExtend<Member<layer.CreateTopicInput, 'tracingConfig'> | undefined>();
  expectTypeOf<layer.Topic['signatureVersion']>().toExtend<
    Member<layer.CreateTopicInput, 'signatureVersion'> | undefined
  >();
});
