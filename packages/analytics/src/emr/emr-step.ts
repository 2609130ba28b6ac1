import { type Open, openEnum, secret, text, z } from '@arch/core/builder';
import type { StepConfig } from '@aws-sdk/client-emr';

import { type SparkProgram, sparkProgramFields } from './spark-submit.js';

/**
 * Actions after the failure of a step: `CONTINUE` runs the next step; `CANCEL_AND_WAIT` cancels the remaining steps, and the cluster waits;
 * `TERMINATE_CLUSTER` terminates the cluster.
 */
export const stepFailureActions = ['CONTINUE', 'CANCEL_AND_WAIT', 'TERMINATE_CLUSTER'] as const;
export type StepFailureAction = Open<(typeof stepFailureActions)[number]>;

/** A Spark program as a step of a cluster. */
export interface SparkStep extends SparkProgram {
  /** Node on which the driver runs: `cluster` for any core or task node, `client` for the primary node. Default: `cluster`. */
  readonly deployMode?: 'cluster' | 'client' | undefined;
}

/** A JAR as a step of a cluster: a Hadoop program, or `command-runner.jar`, which runs its arguments as a command on the primary node. */
export interface HadoopJarStep {
  /** Path or S3 URI of the JAR, e.g. `s3://jobs/sales.jar` or `command-runner.jar`. */
  readonly jar: string;
  /** Main class of the JAR. Default: the main class in the manifest of the JAR. */
  readonly mainClass?: string | undefined;
  /** Arguments of the main class. */
  readonly arguments?: readonly string[] | undefined;
  /** Java properties for the main class. */
  readonly properties?: Readonly<Record<string, string>> | undefined;
}

/** A step to be run on a cluster. Either `sparkSubmit` or `hadoopJar` is required. */
export interface StepDescription {
  /** Name of the step, 1–256 characters. */
  readonly name: string;
  /** A Spark program. */
  readonly sparkSubmit?: SparkStep | undefined;
  /** A JAR. Its path, class, arguments and properties have at most 10,240 characters together. */
  readonly hadoopJar?: HadoopJarStep | undefined;
  /** Action if the step fails. Default: `CONTINUE`, the only action that a cluster accepts if it runs several steps at the same time. */
  readonly actionOnFailure?: StepFailureAction | undefined;
}

/** Checks the members of {@link StepDescription}. */
export const stepFields = (): {
  readonly [Name in keyof StepDescription]-?: z.ZodMiniType<StepDescription[Name]>;
} => ({
  name: text(1, 256),
  sparkSubmit: z.optional(
    z.strictObject({ ...sparkProgramFields(10_240), deployMode: z.optional(z.enum(['cluster', 'client'])) }),
  ),
  hadoopJar: z.optional(
    z.strictObject({
      jar: text(1, 10_240),
      mainClass: z.optional(text(1, 10_240)),
      arguments: z.optional(secret(z.array(text(0, 10_240)))),
      properties: z.optional(secret(z.record(z.string(), z.string()))),
    }),
  ),
  actionOnFailure: z.optional(
    openEnum(stepFailureActions).check(z.regex(/^[A-Z_]{1,64}$/, stepFailureActions.join(', '))),
  ),
});

/** Checks the members of a step together. */
export const stepChecks = <Input extends StepDescription>(): z.Check<Input>[] => [
  z.refine<Input>(({ sparkSubmit, hadoopJar }) => (sparkSubmit === undefined) !== (hadoopJar === undefined), {
    error: 'a step with either sparkSubmit or hadoopJar',
  }),
  z.refine<Input>((step) => lengthOf(toStepConfig(step)) <= 10_240, {
    error: 'a step whose JAR, class, arguments and properties have at most 10,240 characters together',
  }),
];

const lengthOf = ({
  HadoopJarStep: { Jar = '', MainClass = '', Args = [], Properties = [] } = { Jar: '' },
}: StepConfig): number =>
  [Jar, MainClass, ...Args, ...Properties.flatMap(({ Key = '', Value = '' }) => [Key, Value])].join('').length;

/** Returns a step in AWS's form. */
export const toStepConfig = ({
  name,
  sparkSubmit,
  hadoopJar,
  actionOnFailure = 'CONTINUE',
}: StepDescription): StepConfig => ({
  Name: name,
  ActionOnFailure: actionOnFailure as never,
  HadoopJarStep: sparkSubmit
    ? { Jar: 'command-runner.jar', Args: toCommand(sparkSubmit) }
    : {
        Jar: hadoopJar?.jar,
        MainClass: hadoopJar?.mainClass,
        Args: hadoopJar?.arguments && [...hadoopJar.arguments],
        Properties:
          hadoopJar?.properties && Object.entries(hadoopJar.properties).map(([Key, Value]) => ({ Key, Value })),
      },
});

const toCommand = ({
  entryPoint,
  class: mainClass,
  conf = {},
  deployMode = 'cluster',
  ...rest
}: SparkStep): string[] => [
  'spark-submit',
  '--deploy-mode',
  deployMode,
  ...(mainClass === undefined ? [] : ['--class', mainClass]),
  ...Object.entries(conf).flatMap(([name, value]) => ['--conf', `${name}=${value}`]),
  ...(rest.options ?? []),
  entryPoint,
  ...(rest.arguments ?? []),
];

/** The members of a step that describe its failure. */
export interface FailedStep {
  readonly stateChangeReason?: string | undefined;
  readonly failureDetails?:
    | {
        readonly reason?: string | undefined;
        readonly message?: string | undefined;
        readonly logFile?: string | undefined;
      }
    | undefined;
}

/** Returns the reason for the failure of a step: AWS's reason, the error message from the log, and the location of the log. */
export const stepReason = ({ stateChangeReason, failureDetails = {} }: FailedStep): string | undefined => {
  const { reason, message, logFile } = failureDetails;
  const summary =
    [reason?.replace(/\.$/, ''), message].filter((each) => each !== undefined).join(': ') || stateChangeReason;
  return logFile === undefined ? summary : `${summary ?? 'no reason'} (log: ${logFile})`;
};
