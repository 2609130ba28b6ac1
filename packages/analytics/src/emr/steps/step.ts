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

/** States of a step; `COMPLETED` and all after it are final. */
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

/** Why a step failed, as far as EMR finds it in the logs. */
export interface StepFailure {
  /** e.g. `Main class not found`; `Unknown Error` where EMR does not find out. */
  readonly reason?: string | undefined;
  /** What the log says. */
  readonly message?: string | undefined;
  /** Where in S3 the log is. */
  readonly logFile?: string | undefined;
}

/** A step as a listing gives it. */
export interface ListedStep extends AwsResource {
  /** e.g. `s-3LZC0QUT43AM`. */
  readonly stepId: string;
  readonly name: string;
  readonly state: StepState;
  /** AWS's words for why it is in that state, where there are any. */
  readonly stateChangeReason?: string | undefined;
  readonly failureDetails?: StepFailure | undefined;
  readonly actionOnFailure?: StepFailureAction | undefined;
  /** `command-runner.jar` for a Spark program. */
  readonly jar?: string | undefined;
  readonly mainClass?: string | undefined;
  readonly args: readonly string[];
  readonly properties: Readonly<Record<string, string>>;
  readonly creationDateTime?: Date | undefined;
  readonly startDateTime?: Date | undefined;
  readonly endDateTime?: Date | undefined;
}

/** A step of an EMR cluster. https://docs.aws.amazon.com/emr/latest/APIReference/API_Step.html */
export interface Step extends ListedStep {
  /** The role that the step runs with, where it has one of its own. */
  readonly executionRoleArn?: string | undefined;
}

/** Parses one `Step` structure. */
export const step = (): Schema<Step> => resource<Step>(Step$, { ...stepMembers(), executionRoleArn: optionalString() });

/** Parses one `StepSummary` structure. */
export const listedStep = (): Schema<ListedStep> => resource<ListedStep>(StepSummary$, stepMembers());

/** Whether a step goes on no more. */
export const isStepOver = ({ state }: { readonly state: StepState }): boolean =>
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
