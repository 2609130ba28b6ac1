import type { AwsResource } from '@arch/core/builder';

/** A deployment that has been begun. */
export interface ModelDeployment extends AwsResource {
  readonly endpointName: string;
  readonly endpointArn: string;
  /** The configuration that was made for it. */
  readonly endpointConfigName: string;
  /** Whether the endpoint is a new one; an update is what it is else. */
  readonly created: boolean;
  /** What an update replaces. It is in use until the update is done, and costs nothing afterwards. */
  readonly replacedEndpointConfigName?: string | undefined;
}
