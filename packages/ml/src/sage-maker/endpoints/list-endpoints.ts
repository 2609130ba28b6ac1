import {
  type AwsResource,
  listOperation,
  type ListOperation,
  openEnum,
  resource,
  z,
  type Open,
} from '@arch/core/builder';
import { EndpointSummary$, ListEndpointsCommand } from '@aws-sdk/client-sagemaker';

import { sageMakerList, type SageMakerListInput } from '../sage-maker-list.js';
import { type EndpointStatus, endpointStatuses } from './endpoint.js';

export interface ListEndpointsInput extends SageMakerListInput<'Name' | 'CreationTime' | 'Status'> {
  /** Lists only endpoints with this status. Default: all statuses. */
  readonly statusEquals?: Open<(typeof endpointStatuses)[number]> | undefined;
}

/** An endpoint in a listing. */
export interface EndpointSummary extends AwsResource {
  /** Name of the endpoint. */
  readonly endpointName: string;
  /** ARN of the endpoint. */
  readonly endpointArn: string;
  /** Status of the endpoint. */
  readonly endpointStatus: EndpointStatus;
  /** Time at which the endpoint was created. */
  readonly creationTime: Date;
  /** Time of the last change. */
  readonly lastModifiedTime: Date;
}

/**
 * Lists the endpoints of the region, 100 per request, one page ahead of the consumer. The newest comes first by default.
 *
 * @example
 * for await (const { endpointName } of listEndpoints({ statusEquals: 'InService' })) console.log(endpointName);
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ListEndpoints.html
 */
export const listEndpoints: ListOperation<ListEndpointsInput, EndpointSummary> = listOperation(() =>
  sageMakerList({
    name: 'listEndpoints',
    command: ListEndpointsCommand,
    sortBy: ['Name', 'CreationTime', 'Status'],
    input: { statusEquals: z.optional(z.enum(endpointStatuses)) },
    item: resource<EndpointSummary>(EndpointSummary$, {
      endpointName: z.string(),
      endpointArn: z.string(),
      endpointStatus: openEnum(endpointStatuses),
      creationTime: z.date(),
      lastModifiedTime: z.date(),
    }),
    items: ({ Endpoints }) => Endpoints,
  }),
);
