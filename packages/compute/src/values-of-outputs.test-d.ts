import { expectTypeOf, it } from 'vitest';

import type * as layer from './index.js';

/** The member of an input. */
type Member<Input, Name extends string> =
  Exclude<Input, string> extends { readonly [Key in Name]?: infer Value } ? Value : never;

it('inputs accept what outputs return', () => {
  expectTypeOf<layer.Instance['state']>().toExtend<Member<layer.ListInstancesInput, 'state'> | undefined>();
  expectTypeOf<layer.InstanceStatus['instanceStatus']>().toExtend<
    Member<layer.ListInstanceStatusesInput, 'instanceStatus'> | undefined
  >();
  expectTypeOf<layer.Image['state']>().toExtend<Member<layer.ListImagesInput, 'state'> | undefined>();
  expectTypeOf<layer.Image['architecture']>().toExtend<Member<layer.ListImagesInput, 'architecture'> | undefined>();
  expectTypeOf<layer.InstanceType['hypervisor']>().toExtend<
    Member<layer.ListInstanceTypesInput, 'hypervisor'> | undefined
  >();
  expectTypeOf<layer.InstanceTypeOffering['locationType']>().toExtend<
    Member<layer.ListInstanceTypeOfferingsInput, 'locationType'> | undefined
  >();
  expectTypeOf<layer.KeyPair['keyType']>().toExtend<Member<layer.CreateKeyPairInput, 'keyType'> | undefined>();
  expectTypeOf<layer.Listener['protocol']>().toExtend<Member<layer.CreateListenerInput, 'protocol'> | undefined>();
  expectTypeOf<layer.TargetGroup['protocol']>().toExtend<
    Member<layer.CreateTargetGroupInput, 'protocol'> | undefined
  >();
  expectTypeOf<layer.TargetGroup['targetType']>().toExtend<
    Member<layer.CreateTargetGroupInput, 'targetType'> | undefined
  >();
  expectTypeOf<layer.LoadBalancer['type']>().toExtend<Member<layer.CreateLoadBalancerInput, 'type'> | undefined>();
  expectTypeOf<layer.LoadBalancer['scheme']>().toExtend<Member<layer.CreateLoadBalancerInput, 'scheme'> | undefined>();
  expectTypeOf<layer.LoadBalancer['ipAddressType']>().toExtend<
    Member<layer.CreateLoadBalancerInput, 'ipAddressType'> | undefined
  >();
  expectTypeOf<layer.AutoScalingGroup['healthCheckType']>().toExtend<
    Member<layer.CreateAutoScalingGroupInput, 'healthCheckType'> | undefined
  >();
});
