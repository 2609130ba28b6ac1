import { type AwsInput, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { sageMaker } from '@arch/services/sage-maker';
import { DeleteEndpointCommand } from '@aws-sdk/client-sagemaker';

/** Which endpoint goes. */
export interface RequestEndpointDeletionInput extends AwsInput {
  readonly endpointName: string;
}

/** Makes the one AWS call behind `deleteEndpoint`. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DeleteEndpoint.html */
export const requestEndpointDeletion: Operation<RequestEndpointDeletionInput, void> = operation(() => ({
  service: sageMaker,
  command: DeleteEndpointCommand,
  permissions: [{ action: 'sagemaker:DeleteEndpoint', resources: ['endpoint'] }],
  key: 'endpointName',
  // What arrives here has been checked as the input of `deleteEndpoint`.
  input: z.custom<RequestEndpointDeletionInput>(),
  output: noOutput(),
  deletes: true,
}));
