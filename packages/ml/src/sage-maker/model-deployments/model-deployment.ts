import type { AwsResource } from '@arch/core/builder';

/** A deployment in progress. */
export interface ModelDeployment extends AwsResource {
  /** Name of the endpoint. */
  readonly endpointName: string;
  /** ARN of the endpoint. */
  readonly endpointArn: string;
  /** Name of the endpoint configuration that the deployment created. */
  readonly endpointConfigName: string;
  /** Whether the endpoint is new; `false` for an update. */
  readonly created: boolean;
  /** Name of the configuration that an update replaces. The endpoint uses it until the update is complete; then it costs nothing. */
  readonly replacedEndpointConfigName?: string | undefined;
}
