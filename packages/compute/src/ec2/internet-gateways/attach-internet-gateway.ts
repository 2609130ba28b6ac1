import { type AwsInput, ec2Id, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { AttachInternetGatewayCommand } from '@aws-sdk/client-ec2';

export interface AttachInternetGatewayInput extends AwsInput {
  /** ID of the internet gateway, e.g. `igw-0123456789abcdef0`. */
  readonly internetGatewayId: string;
  /** ID of the VPC, e.g. `vpc-0123456789abcdef0`. */
  readonly vpcId: string;
}

/**
 * Attaches an internet gateway to a VPC.
 *
 * @example
 * await attachInternetGateway({ internetGatewayId, vpcId });
 * @throws {NotFoundError} there is no such internet gateway or VPC in this region.
 * @throws {ConflictError} the internet gateway is already attached to a VPC, or the VPC already has an internet gateway.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachInternetGateway.html
 */
export const attachInternetGateway: Operation<AttachInternetGatewayInput, void, { on: 'internetGatewayId' | 'vpcId' }> =
  operation(() => ({
    name: 'attachInternetGateway',
    service: ec2,
    command: AttachInternetGatewayCommand,
    repeatable: 'refused',
    permissions: [{ action: 'ec2:AttachInternetGateway', resources: ['internet-gateway', 'vpc'] }],
    input: input<AttachInternetGatewayInput>({ internetGatewayId: ec2Id('igw'), vpcId: ec2Id('vpc') }),
    output: noOutput(),
  }));
