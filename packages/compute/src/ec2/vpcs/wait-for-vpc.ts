import { ec2Id, input, type Observation, waiter, type Waiter, z } from '@arch/core/builder';

import { describeVpc } from './describe-vpc.js';
import type { Vpc } from './vpc.js';

export interface WaitForVpcInput {
  /** ID of the VPC, e.g. `vpc-0123456789abcdef0`. */
  readonly vpcId: string;
  /** State to wait for. */
  readonly state: 'available';
}

/**
 * Waits until a VPC is available.
 *
 * @example
 * await waitForVpc({ vpcId, state: 'available' });
 * @throws {DeadlineError} the VPC was not available within 10 minutes, or within `timeoutMs`.
 * @throws {NotFoundError} there is no such VPC in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Vpc.html
 */
export const waitForVpc: Waiter<WaitForVpcInput, Vpc> = waiter(() => ({
  name: 'waitForVpc',
  key: 'vpcId',
  input: input<WaitForVpcInput>({ vpcId: ec2Id('vpc'), state: z.literal('available') }),
  uses: [describeVpc],
  look: async ({ vpcId }, options): Promise<Observation<Vpc>> => {
    const value = await describeVpc(vpcId, options);
    return { verdict: value.state === 'available' ? 'reached' : 'pending', state: value.state, value };
  },
}));
