import { type Open, openEnum, secret, text, z } from '@arch/core/builder';
import type { StepConfig } from '@aws-sdk/client-emr';

import { type SparkProgram, sparkProgramFields } from './spark-submit.js';

/** What happens when a step fails: the next one runs; the steps behind it are cancelled and the cluster waits; the cluster ends. */
export const stepFailureActions = ['CONTINUE', 'CANCEL_AND_WAIT', 'TERMINATE_CLUSTER'] as const;
export type StepFailureAction = Open<(typeof stepFailureActions)[number]>;

/** A Spark program as a step of a cluster. */
export interface SparkStep extends SparkProgram {
  /** Where its driver runs: `cluster`, on any node; `client`, on the primary node. Default `cluster`. */
  readonly deployMode?: 'cluster' | 'client' | undefined;
}

/** A JAR as a step of a cluster: a Hadoop program, or `command-runner.jar`, which runs what it is given on the primary node. */
export interface HadoopJarStep {
  /** e.g. `s3://jobs/sales.jar` or `command-runner.jar`. */
  readonly jar: string;
  /** Default: what the JAR's manifest says. */
  readonly mainClass?: string | undefined;
  readonly arguments?: readonly string[] | undefined;
  /** Java properties. */
  readonly properties?: Readonly<Record<string, string>> | undefined;
}

/** What a cluster shall do. */
export interface StepDescription {
  /** At most 256 characters. */
  readonly name: string;
  /** Either this or `hadoopJar`. */
  readonly sparkSubmit?: SparkStep | undefined;
  readonly hadoopJar?: HadoopJarStep | undefined;
  /** Default `CONTINUE`. A cluster that runs several steps at once takes nothing else. */
  readonly actionOnFailure?: StepFailureAction | undefined;
}

/** The members of {@link StepDescription}, checked. */
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

/** What holds between the members. */
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

/** A step in AWS's words. */
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

/** What is known of a step that has failed. */
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

/** Why a step failed: AWS's reason, what the log says, and where the log is. */
export const stepReason = ({ stateChangeReason, failureDetails = {} }: FailedStep): string | undefined => {
  const { reason, message, logFile } = failureDetails;
  const said =
    [reason?.replace(/\.$/, ''), message].filter((each) => each !== undefined).join(': ') || stateChangeReason;
  return logFile === undefined ? said : `${said ?? 'no reason'} (log: ${logFile})`;
};
