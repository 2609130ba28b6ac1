import { type AwsInput, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { sageMaker } from '@arch/services/sage-maker';
import { DeleteEndpointCommand } from '@aws-sdk/client-sagemaker';

/** The endpoint to delete. */
export interface RequestEndpointDeletionInput extends AwsInput {
  readonly endpointName: string;
}

/** Sends the request of `deleteEndpoint`. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DeleteEndpoint.html */
export const requestEndpointDeletion: Operation<RequestEndpointDeletionInput, void> = operation(() => ({
  service: sageMaker,
  command: DeleteEndpointCommand,
  permissions: [{ action: 'sagemaker:DeleteEndpoint', resources: ['endpoint'] }],
  key: 'endpointName',
  // `deleteEndpoint` has already checked the input.
  input: z.custom<RequestEndpointDeletionInput>(),
  output: noOutput(),
  deletes: true,
}));
