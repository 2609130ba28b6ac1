import { type AwsInput, ec2Id, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DetachInternetGatewayCommand } from '@aws-sdk/client-ec2';

export interface DetachInternetGatewayInput extends AwsInput {
  /** ID of the internet gateway, e.g. `igw-0123456789abcdef0`. */
  readonly internetGatewayId: string;
  /** ID of the VPC, e.g. `vpc-0123456789abcdef0`. */
  readonly vpcId: string;
}

/**
 * Detaches an internet gateway from its VPC.
 *
 * @example
 * await detachInternetGateway({ internetGatewayId, vpcId });
 * @throws {NotFoundError} there is no such internet gateway or VPC in this region.
 * @throws {ConflictError} the internet gateway is not attached to this VPC, or the VPC still contains public IP addresses.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DetachInternetGateway.html
 */
export const detachInternetGateway: Operation<DetachInternetGatewayInput, void, { on: 'internetGatewayId' | 'vpcId' }> =
  operation(() => ({
    name: 'detachInternetGateway',
    service: ec2,
    command: DetachInternetGatewayCommand,
    permissions: [{ action: 'ec2:DetachInternetGateway', resources: ['internet-gateway', 'vpc'] }],
    input: input<DetachInternetGatewayInput>({ internetGatewayId: ec2Id('igw'), vpcId: ec2Id('vpc') }),
    output: noOutput(),
  }));
