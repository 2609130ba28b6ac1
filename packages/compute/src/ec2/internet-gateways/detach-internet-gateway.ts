import { type AwsInput, ec2Id, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DetachInternetGatewayCommand } from '@aws-sdk/client-ec2';

export interface DetachInternetGatewayInput extends AwsInput {
  readonly internetGatewayId: string;
  readonly vpcId: string;
}

/**
 * Detaches an internet gateway from its VPC.
 *
 * @example
 * await detachInternetGateway({ internetGatewayId, vpcId });
 * @throws {NotFoundError} there is no such gateway or VPC in this region.
 * @throws {ConflictError} it is not attached to that VPC, or public addresses still use it.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DetachInternetGateway.html
 */
export const detachInternetGateway: Operation<DetachInternetGatewayInput, void> = operation(() => ({
  name: 'detachInternetGateway',
  service: ec2,
  command: DetachInternetGatewayCommand,
  permissions: [{ action: 'ec2:DetachInternetGateway', resources: ['internet-gateway', 'vpc'] }],
  input: input<DetachInternetGatewayInput>({ internetGatewayId: ec2Id('igw'), vpcId: ec2Id('vpc') }),
  output: noOutput(),
}));
