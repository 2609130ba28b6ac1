import { type AwsInput, ec2Id, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DeleteInternetGatewayCommand } from '@aws-sdk/client-ec2';

export interface DeleteInternetGatewayInput extends AwsInput {
  /** ID of the internet gateway, e.g. `igw-0123456789abcdef0`. */
  readonly internetGatewayId: string;
}

/**
 * Deletes one internet gateway.
 *
 * @example
 * await deleteInternetGateway('igw-0123456789abcdef0');
 * @throws {NotFoundError} there is no such internet gateway in this region.
 * @throws {ConflictError} the internet gateway is still attached to a VPC.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteInternetGateway.html
 */
export const deleteInternetGateway: Operation<string | DeleteInternetGatewayInput, void, { on: 'internetGatewayId' }> =
  operation(() => ({
    name: 'deleteInternetGateway',
    service: ec2,
    command: DeleteInternetGatewayCommand,
    permissions: [{ action: 'ec2:DeleteInternetGateway', resources: ['internet-gateway'] }],
    key: 'internetGatewayId',
    input: input<DeleteInternetGatewayInput>({ internetGatewayId: ec2Id('igw') }),
    output: noOutput(),
    deletes: true,
  }));
