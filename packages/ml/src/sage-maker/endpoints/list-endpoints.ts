import {
  type AwsInput,
  type AwsResource,
  input,
  listOperation,
  type ListOperation,
  openEnum,
  resource,
  z,
} from '@arch/core/builder';
import { sageMaker } from '@arch/services/sage-maker';
import { EndpointSummary$, ListEndpointsCommand } from '@aws-sdk/client-sagemaker';

import { namePart } from '../sage-maker-fields.js';
import { type EndpointStatus, endpointStatuses } from './endpoint.js';

export interface ListEndpointsInput extends AwsInput {
  /** What their names hold. */
  readonly nameContains?: string | undefined;
  readonly statusEquals?: (typeof endpointStatuses)[number] | undefined;
  readonly creationTimeAfter?: Date | undefined;
  readonly creationTimeBefore?: Date | undefined;
  /** Default `Descending`: the newest first. */
  readonly sortOrder?: 'Ascending' | 'Descending' | undefined;
  /** Default `CreationTime`. */
  readonly sortBy?: 'Name' | 'CreationTime' | 'Status' | undefined;
}

/** What SageMaker lists of an endpoint. */
export interface EndpointSummary extends AwsResource {
  readonly endpointName: string;
  readonly endpointArn: string;
  readonly endpointStatus: EndpointStatus;
  readonly creationTime: Date;
  readonly lastModifiedTime: Date;
}

/**
 * Lists the endpoints of the region, the newest first, 100 in a request.
 *
 * @example
 * for await (const { endpointName } of listEndpoints({ statusEquals: 'InService' })) console.log(endpointName);
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ListEndpoints.html
 */
export const listEndpoints: ListOperation<ListEndpointsInput, EndpointSummary> = listOperation(() => ({
  name: 'listEndpoints',
  service: sageMaker,
  command: ListEndpointsCommand,
  permissions: ['sagemaker:ListEndpoints'],
  input: input<ListEndpointsInput>({
    nameContains: z.optional(namePart()),
    statusEquals: z.optional(z.enum(endpointStatuses)),
    creationTimeAfter: z.optional(z.date()),
    creationTimeBefore: z.optional(z.date()),
    sortOrder: z.optional(z.enum(['Ascending', 'Descending'])),
    sortBy: z.optional(z.enum(['Name', 'CreationTime', 'Status'])),
  }),
  item: resource<EndpointSummary>(EndpointSummary$, {
    endpointName: z.string(),
    endpointArn: z.string(),
    endpointStatus: openEnum(endpointStatuses),
    creationTime: z.date(),
    lastModifiedTime: z.date(),
  }),
  items: ({ Endpoints }) => Endpoints,
  pages: { token: 'NextToken', size: { member: 'MaxResults', least: 1, most: 100 } },
}));
