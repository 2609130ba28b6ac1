import {
  type AwsResource,
  optionalString,
  from,
  list,
  maybe,
  type Open,
  openEnum,
  resource,
  type Schema,
  z,
} from '@arch/core/builder';
import { FailureDetails$, Step$, StepSummary$ } from '@aws-sdk/client-emr';

import { type StepFailureAction, stepFailureActions } from '../emr-step.js';

/** The states of a step. `COMPLETED`, `CANCELLED`, `FAILED` and `INTERRUPTED` are final. */
export const stepStates = [
  'PENDING',
  'CANCEL_PENDING',
  'RUNNING',
  'COMPLETED',
  'CANCELLED',
  'FAILED',
  'INTERRUPTED',
] as const;
export type StepState = Open<(typeof stepStates)[number]>;

/** The reason for the failure of a step, which EMR reads from the logs. */
export interface StepFailure {
  /** The reason, e.g. `Main class not found`; `Unknown Error` if EMR cannot determine it. */
  readonly reason?: string | undefined;
  /** The error message in the log. */
  readonly message?: string | undefined;
  /** S3 URI of the log. */
  readonly logFile?: string | undefined;
}

/** A step in a listing. */
export interface ListedStep extends AwsResource {
  /** ID of the step, e.g. `s-3LZC0QUT43AM`. */
  readonly stepId: string;
  /** Name of the step. */
  readonly name: string;
  /** State of the step. */
  readonly state: StepState;
  /** AWS's reason for the state, if there is one. */
  readonly stateChangeReason?: string | undefined;
  /** The reason for the failure. Absent for a step that has not failed. */
  readonly failureDetails?: StepFailure | undefined;
  /** Action if the step fails. */
  readonly actionOnFailure?: StepFailureAction | undefined;
  /** Path or S3 URI of the JAR; `command-runner.jar` for a Spark program. */
  readonly jar?: string | undefined;
  /** Main class of the JAR. */
  readonly mainClass?: string | undefined;
  /** Arguments of the JAR, e.g. `['spark-submit', 's3://jobs/sales.py']`. */
  readonly args: readonly string[];
  /** Java properties for the main class. */
  readonly properties: Readonly<Record<string, string>>;
  /** Time at which the step was added. */
  readonly creationDateTime?: Date | undefined;
  /** Time at which the step started. Absent before. */
  readonly startDateTime?: Date | undefined;
  /** Time at which the step ended. Absent before. */
  readonly endDateTime?: Date | undefined;
}

/** A step of an EMR cluster. https://docs.aws.amazon.com/emr/latest/APIReference/API_Step.html */
export interface Step extends ListedStep {
  /** ARN of the IAM role whose permissions the step has. Absent if these are the permissions of the cluster's instances. */
  readonly executionRoleArn?: string | undefined;
}

/** Parses one `Step` structure. */
export const step = (): Schema<Step> => resource<Step>(Step$, { ...stepMembers(), executionRoleArn: optionalString() });

/** Parses one `StepSummary` structure. */
export const listedStep = (): Schema<ListedStep> => resource<ListedStep>(StepSummary$, stepMembers());

/** Whether a step has ended. */
export const hasStepEnded = ({ state }: { readonly state: StepState }): boolean =>
  ['COMPLETED', 'CANCELLED', 'FAILED', 'INTERRUPTED'].includes(state);

const stepMembers = (): Parameters<typeof resource<ListedStep>>[1] => ({
  stepId: from('Id', z.string()),
  name: z.string(),
  state: from('Status.State', openEnum(stepStates)),
  stateChangeReason: from('Status.StateChangeReason.Message', optionalString()),
  failureDetails: from('Status.FailureDetails', maybe(stepFailure())),
  actionOnFailure: z.optional(openEnum(stepFailureActions)),
  jar: from('Config.Jar', optionalString()),
  mainClass: from('Config.MainClass', optionalString()),
  args: from('Config.Args', list(z.string())),
  properties: from('Config.Properties', {
    type: z.record(z.string(), z.string()),
    read: (properties = {}) => properties ?? {},
  }),
  creationDateTime: from('Status.Timeline.CreationDateTime', z.optional(z.date())),
  startDateTime: from('Status.Timeline.StartDateTime', z.optional(z.date())),
  endDateTime: from('Status.Timeline.EndDateTime', z.optional(z.date())),
});

const stepFailure = (): Schema<StepFailure> =>
  resource<StepFailure>(FailureDetails$, {
    reason: optionalString(),
    message: optionalString(),
    logFile: optionalString(),
  });
