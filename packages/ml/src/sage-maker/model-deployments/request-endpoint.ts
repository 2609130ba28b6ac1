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

/** A new endpoint and its configuration. */
export interface RequestEndpointInput {
  readonly endpointName: string;
  readonly endpointConfigName: string;
  readonly tags?: Tags | undefined;
}

/** An endpoint that is being created or updated. */
export interface RequestedEndpoint extends AwsResource {
  readonly endpointArn: string;
}

/** Parses one `CreateEndpoint` or `UpdateEndpoint` response. */
export const requestedEndpoint = (): Schema<RequestedEndpoint> =>
  resource<RequestedEndpoint>(DescribeEndpointOutput$, { endpointArn: z.string() });

/** Creates an endpoint. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpoint.html */
export const requestEndpoint: Operation<RequestEndpointInput, RequestedEndpoint> = operation(() => ({
  service: sageMaker,
  command: CreateEndpointCommand,
  repeatable: 'refused',
  permissions: [{ action: 'sagemaker:CreateEndpoint', resources: ['endpoint', 'endpoint-config'] }],
  // `deployModel` has already checked the input.
  input: z.custom<RequestEndpointInput>(),
  output: requestedEndpoint(),
  request: ({ endpointName, endpointConfigName, tags }) => ({
    EndpointName: endpointName,
    EndpointConfigName: endpointConfigName,
    Tags: tags && toTagList(tags),
  }),
}));
