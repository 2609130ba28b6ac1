import {
  type AwsResource,
  each,
  optionalString,
  input,
  operation,
  type Operation,
  resource,
  type Schema,
} from '@arch/core/builder';
import { dbInstanceName, rds } from '@arch/services/rds';
import { DescribeEventsCommand, Event$ } from '@aws-sdk/client-rds';

export interface FailureEventsInput {
  readonly dbInstanceIdentifier: string;
}

/** An event of RDS about a failure. */
interface FailureEvent extends AwsResource {
  readonly message?: string | undefined;
}

const failureEvent = (): Schema<FailureEvent> => resource<FailureEvent>(Event$, { message: optionalString() });

/** Lists the failure events of a DB instance in the last two hours, the latest last. https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeEvents.html */
export const listFailureEvents: Operation<FailureEventsInput, readonly FailureEvent[]> = operation(() => ({
  service: rds,
  command: DescribeEventsCommand,
  key: 'dbInstanceIdentifier',
  permissions: [{ action: 'rds:DescribeEvents', when: 'a wait fails and its error names the reason' }],
  input: input<FailureEventsInput>({ dbInstanceIdentifier: dbInstanceName() }),
  output: each(failureEvent()),
  absent: 'unexpected',
  request: ({ dbInstanceIdentifier }) => ({
    SourceIdentifier: dbInstanceIdentifier,
    SourceType: 'db-instance' as const,
    EventCategories: ['failure', 'low storage'],
    Duration: 120,
  }),
  select: ({ Events = [] }) => Events,
}));
