import type { AwsResource } from '@arch/core/builder';
import type { NotificationConfiguration } from '@aws-sdk/client-s3';

/** A function, queue or topic that hears of what happens to objects. */
export interface NotificationDestination {
  /** ARN of the function, queue or topic, in the bucket's region. */
  readonly arn: string;
  /** e.g. `s3:ObjectCreated:*` or `s3:ObjectRemoved:Delete`. https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html */
  readonly events: readonly string[];
  /** Only of objects whose keys begin with this. */
  readonly prefix?: string | undefined;
  /** Only of objects whose keys end with this, e.g. `.jpg`. */
  readonly suffix?: string | undefined;
  /** 1–255 characters, which each event brings with it. Default: made by S3. */
  readonly id?: string | undefined;
}

/** Who hears of what happens in a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_NotificationConfiguration.html */
export interface BucketNotificationConfiguration extends AwsResource {
  /** Whether EventBridge hears of everything. */
  readonly eventBridge: boolean;
  readonly destinations: readonly NotificationDestination[];
}

type Lambdas = NonNullable<NotificationConfiguration['LambdaFunctionConfigurations']>[number];

/** S3's three lists as one. */
export const toDestinations = (answer: NotificationConfiguration): readonly NotificationDestination[] => {
  const { LambdaFunctionConfigurations = [], QueueConfigurations = [], TopicConfigurations = [] } = answer;
  return [
    ...LambdaFunctionConfigurations.map((each) => toDestination(each, each.LambdaFunctionArn)),
    ...QueueConfigurations.map((each) => toDestination(each, each.QueueArn)),
    ...TopicConfigurations.map((each) => toDestination(each, each.TopicArn)),
  ];
};

const toDestination = (
  { Id, Events = [], Filter }: Pick<Lambdas, 'Id' | 'Events' | 'Filter'>,
  arn: string | undefined,
): NotificationDestination => {
  // S3 has answered Prefix and prefix.
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

/** One list as S3's three. */
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
}: NotificationDestination): Pick<Lambdas, 'Id' | 'Events' | 'Filter'> => {
  const rules = [
    ...(prefix === undefined ? [] : [{ Name: 'prefix' as const, Value: prefix }]),
    ...(suffix === undefined ? [] : [{ Name: 'suffix' as const, Value: suffix }]),
  ];
  return {
    ...(id !== undefined && { Id: id }),
    Events: [...events] as Lambdas['Events'],
    ...(rules.length > 0 && { Filter: { Key: { FilterRules: rules } } }),
  };
};
