/** What every resource carries: AWS's own answer. */
export interface AwsResource {
  /** The whole structure as AWS sent it, in AWS's words. Not enumerable: it clutters neither logs nor equality. */
  readonly aws: Readonly<Record<string, unknown>>;
}

/** Puts AWS's structure behind a value. */
export const withAws = <Value extends object>(value: Value, aws: unknown): Value & AwsResource =>
  Object.defineProperty(value, 'aws', { value: aws, enumerable: false }) as Value & AwsResource;

/** Whether a value came out of one of our calls. */
export const isAwsResource = (value: object): value is AwsResource => {
  const property = Object.getOwnPropertyDescriptor(value, 'aws');
  return property !== undefined && !property.enumerable;
};
