import type { AwsResource } from '@arch/core/builder';
import type { NotificationConfiguration } from '@aws-sdk/client-s3';

/** A Lambda function, SQS queue or SNS topic that receives S3's events about objects. */
export interface NotificationDestination {
  /** The ARN of the function, queue or topic, which must be in the bucket's region. */
  readonly arn: string;
  /**
   * The event types, at least one, e.g. `s3:ObjectCreated:*` or `s3:ObjectRemoved:Delete`.
   * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html
   */
  readonly events: readonly string[];
  /** Prefix of the object key, at most 1,024 characters, e.g. `images/`. Default: all objects. */
  readonly prefix?: string | undefined;
  /** Suffix of the object key, at most 1,024 characters, e.g. `.jpg`. Default: all objects. */
  readonly suffix?: string | undefined;
  /** An ID that each event contains, 1–255 characters. Default: an ID that S3 generates. */
  readonly id?: string | undefined;
}

/** The event notifications of a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_NotificationConfiguration.html */
export interface BucketNotificationConfiguration extends AwsResource {
  /** Whether EventBridge receives all events of the bucket. */
  readonly eventBridge: boolean;
  /** The Lambda functions, SQS queues and SNS topics that receive events. */
  readonly destinations: readonly NotificationDestination[];
}

type FunctionConfiguration = NonNullable<NotificationConfiguration['LambdaFunctionConfigurations']>[number];

/** Joins S3's three lists into one. */
export const toDestinations = (response: NotificationConfiguration): readonly NotificationDestination[] => {
  const { LambdaFunctionConfigurations = [], QueueConfigurations = [], TopicConfigurations = [] } = response;
  return [
    ...LambdaFunctionConfigurations.map((each) => toDestination(each, each.LambdaFunctionArn)),
    ...QueueConfigurations.map((each) => toDestination(each, each.QueueArn)),
    ...TopicConfigurations.map((each) => toDestination(each, each.TopicArn)),
  ];
};

const toDestination = (
  { Id, Events = [], Filter }: Pick<FunctionConfiguration, 'Id' | 'Events' | 'Filter'>,
  arn: string | undefined,
): NotificationDestination => {
  // S3 sends both Prefix and prefix.
  const rule = (name: string): string | undefined =>
    Filter?.Key?.FilterRules?.find((each) => each.Name?.toLowerCase() === name)?.Value;
  const [prefix, suffix] = [rule('prefix'), rule('suffix')];
  return {
    arn: arn ?? '',
    events: Events,
    ...(prefix !== undefined && { prefix }),
    ...(suffix !== undefined && { suffix }),
    ...(Id !== undefined && { id: Id }),
  };
};

/** Splits one list into S3's three. */
export const toNotificationConfiguration = (
  destinations: readonly NotificationDestination[],
  eventBridge: boolean,
): NotificationConfiguration => {
  const of = (service: string): readonly NotificationDestination[] =>
    destinations.filter(({ arn }) => arn.split(':')[2] === service);
  return {
    LambdaFunctionConfigurations: of('lambda').map((each) => ({ LambdaFunctionArn: each.arn, ...settingsOf(each) })),
    QueueConfigurations: of('sqs').map((each) => ({ QueueArn: each.arn, ...settingsOf(each) })),
    TopicConfigurations: of('sns').map((each) => ({ TopicArn: each.arn, ...settingsOf(each) })),
    ...(eventBridge && { EventBridgeConfiguration: {} }),
  };
};

const settingsOf = ({
  id,
  events,
  prefix,
  suffix,
}: NotificationDestination): Pick<FunctionConfiguration, 'Id' | 'Events' | 'Filter'> => {
  const rules = [
    ...(prefix === undefined ? [] : [{ Name: 'prefix' as const, Value: prefix }]),
    ...(suffix === undefined ? [] : [{ Name: 'suffix' as const, Value: suffix }]),
  ];
  return {
    ...(id !== undefined && { Id: id }),
    Events: [...events] as FunctionConfiguration['Events'],
    ...(rules.length > 0 && { Filter: { Key: { FilterRules: rules } } }),
  };
};
