/** The base of every resource: AWS's own response. */
export interface AwsResource {
  /** The whole structure as AWS sent it, with AWS's member names. Not enumerable: logs and equality checks ignore it. */
  readonly aws: Readonly<Record<string, unknown>>;
}

/** Adds AWS's structure to a value as the member `aws`. */
export const withAws = <Value extends object>(value: Value, aws: unknown): Value & AwsResource =>
  Object.defineProperty(value, 'aws', { value: aws, enumerable: false }) as Value & AwsResource;

/** Whether a value is a resource that an earlier call returned. */
export const isAwsResource = (value: object): value is AwsResource => {
  const property = Object.getOwnPropertyDescriptor(value, 'aws');
  return property !== undefined && !property.enumerable;
};
