import {
  type AwsResource,
  operation,
  type Operation,
  resource,
  type Schema,
  type Tags,
  toTagList,
  z,
} from '@arch/core/builder';
import { sageMaker } from '@arch/services/sage-maker';
import { CreateEndpointCommand, DescribeEndpointOutput$ } from '@aws-sdk/client-sagemaker';

/** An endpoint, and the configuration that it shall run. */
export interface RequestEndpointInput {
  readonly endpointName: string;
  readonly endpointConfigName: string;
  readonly tags?: Tags | undefined;
}

/** The endpoint that was made or is being updated. */
export interface RequestedEndpoint extends AwsResource {
  readonly endpointArn: string;
}

/** Parses what SageMaker answers to `CreateEndpoint` and `UpdateEndpoint`. */
export const requestedEndpoint = (): Schema<RequestedEndpoint> =>
  resource<RequestedEndpoint>(DescribeEndpointOutput$, { endpointArn: z.string() });

/** Makes an endpoint. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpoint.html */
export const requestEndpoint: Operation<RequestEndpointInput, RequestedEndpoint> = operation(() => ({
  service: sageMaker,
  command: CreateEndpointCommand,
  repeatable: 'refused',
  permissions: [{ action: 'sagemaker:CreateEndpoint', resources: ['endpoint', 'endpoint-config'] }],
  // What arrives here has been checked as the input of `deployModel`.
  input: z.custom<RequestEndpointInput>(),
  output: requestedEndpoint(),
  request: ({ endpointName, endpointConfigName, tags }) => ({
    EndpointName: endpointName,
    EndpointConfigName: endpointConfigName,
    Tags: tags && toTagList(tags),
  }),
}));
