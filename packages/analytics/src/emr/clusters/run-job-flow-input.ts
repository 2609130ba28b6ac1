import {
  type AwsInput,
  ec2Id,
  input,
  type Open,
  secret,
  tagRecord,
  type Tags,
  text,
  toTagList,
  z,
} from '@arch/core/builder';
import { clusterName, s3Uri } from '@arch/services/emr';
import type { RunJobFlowCommandInput } from '@aws-sdk/client-emr';

import { stepChecks, type StepDescription, stepFields, toStepConfig } from '../emr-step.js';
import { type EmrInstanceGroup, type EmrInstances, emrInstances, toInstances } from './emr-instances.js';

/** Frequently used applications. A release can contain others. */
export const emrApplications = ['Spark', 'Hadoop', 'Hive', 'Trino', 'HBase', 'Flink', 'JupyterHub', 'Livy'] as const;
export type EmrApplicationName = Open<(typeof emrApplications)[number]>;

/** A script that runs on each node before EMR installs the applications. */
export interface BootstrapAction {
  /** Name of the action, 1–256 characters. */
  readonly name: string;
  /** S3 URI or local path of the script, e.g. `s3://jobs/install.sh`. */
  readonly path: string;
  /** Arguments of the script. */
  readonly arguments?: readonly string[] | undefined;
}

export interface RunJobFlowInput extends AwsInput {
  /** Name: 1–256 characters without `<`, `>`, `$`, `|` and backticks. Several clusters may have the same name. */
  readonly name: string;
  /** EMR release, e.g. `emr-7.9.0`. */
  readonly releaseLabel: string;
  /** The applications that EMR installs, e.g. `['Spark', 'Hadoop']`; at least one. */
  readonly applications: readonly EmrApplicationName[];
  /** Type and number of the instances, or a list of instance groups. */
  readonly instances: EmrInstances | readonly EmrInstanceGroup[];
  /** ID of the subnet. Default that AWS applies: a subnet of the default VPC. */
  readonly subnetId?: string | undefined;
  /** Name of the key pair for logging in to the primary node as `hadoop`. Default: no login. */
  readonly keyName?: string | undefined;
  /** The first steps of the cluster, at most 256. Required without `keepAlive`. */
  readonly steps?: readonly StepDescription[] | undefined;
  /** Whether the cluster continues to run when its steps have ended. Default: `false`, it terminates automatically. */
  readonly keepAlive?: boolean | undefined;
  /**
   * Idle time in seconds after which EMR terminates the cluster, 60–604,800. Requires `keepAlive` and EMR 5.30, EMR 6.1 or later. Default:
   * no automatic termination.
   */
  readonly idleTimeoutSeconds?: number | undefined;
  /** Whether termination protection is enabled: API calls and errors of the cluster do not terminate it. Default: `false`. */
  readonly terminationProtected?: boolean | undefined;
  /**
   * S3 URI of the folder for the logs, e.g. `s3://bucket/logs/`. Default: the logs, with the reasons of failed steps, are only on the
   * cluster.
   */
  readonly logUri?: string | undefined;
  /** Name or ARN of the role that EMR assumes to manage the cluster. The role must exist. Default: `EMR_DefaultRole`. */
  readonly serviceRole?: string | undefined;
  /** Name of the instance profile of the cluster's instances. It must exist. Default: `EMR_EC2_DefaultRole`. */
  readonly jobFlowRole?: string | undefined;
  /** Name of a security configuration, which sets e.g. encryption at rest and in transit, and IMDSv2. */
  readonly securityConfiguration?: string | undefined;
  /** Configuration properties by classification, e.g. `{ 'spark-defaults': { 'spark.executor.memory': '4g' } }`. */
  readonly configurations?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  /** Scripts that run on each node before EMR installs the applications, at most 16. */
  readonly bootstrapActions?: readonly BootstrapAction[] | undefined;
  /** Maximum number of steps that run at the same time, 1–256. Default that AWS applies: 1. */
  readonly stepConcurrencyLevel?: number | undefined;
  /** Tags of the cluster and its instances. */
  readonly tags?: Tags | undefined;
}

/** Checks the input of `runJobFlow`. */
export const jobFlowInput = (): z.ZodMiniType<RunJobFlowInput> =>
  input<RunJobFlowInput>({
    name: clusterName(),
    releaseLabel: z.string().check(z.regex(/^emr-\d+\.\d+\.\d+(?:-\w+)?$/, 'a release label such as emr-7.9.0')),
    applications: z.array(text(1, 256)).check(z.minLength(1)),
    instances: emrInstances(),
    subnetId: z.optional(ec2Id('subnet')),
    keyName: z.optional(text(1, 256)),
    steps: z.optional(z.array(z.strictObject(stepFields()).check(...stepChecks())).check(z.maxLength(256))),
    keepAlive: z.optional(z.boolean()),
    idleTimeoutSeconds: z.optional(z.int().check(z.gte(60), z.lte(604_800))),
    terminationProtected: z.optional(z.boolean()),
    logUri: z.optional(s3Uri()),
    serviceRole: z.optional(text(1, 10_280)),
    jobFlowRole: z.optional(text(1, 10_280)),
    securityConfiguration: z.optional(text(1, 10_280)),
    configurations: z.optional(z.record(text(1, 256), secret(z.record(z.string(), z.string())))),
    bootstrapActions: z.optional(z.array(bootstrapAction()).check(z.maxLength(16))),
    stepConcurrencyLevel: z.optional(z.int().check(z.gte(1), z.lte(256))),
    tags: z.optional(tagRecord()),
  }).check(
    z.refine(({ steps = [], keepAlive = false }) => keepAlive || steps.length > 0, {
      error: 'steps or keepAlive: without both, the cluster ends immediately',
    }),
    z.refine(({ keepAlive = false, idleTimeoutSeconds }) => keepAlive || idleTimeoutSeconds === undefined, {
      error: 'idleTimeoutSeconds only with keepAlive: other clusters end when their steps end',
    }),
    z.refine(
      ({ steps = [], stepConcurrencyLevel = 1 }) => stepConcurrencyLevel === 1 || steps.every(continuesOnFailure),
      {
        error: 'actionOnFailure CONTINUE if several steps run at the same time',
      },
    ),
  );

const bootstrapAction = (): z.ZodMiniType<BootstrapAction> =>
  z.strictObject({
    name: text(1, 256),
    path: text(1, 10_280),
    arguments: z.optional(secret(z.array(text(0, 10_280)))),
  });

const continuesOnFailure = ({ actionOnFailure = 'CONTINUE' }: StepDescription): boolean =>
  actionOnFailure === 'CONTINUE';

/** Returns the members whose name or form differs in AWS's request. */
export const toJobFlow = (jobFlow: RunJobFlowInput): RunJobFlowCommandInput => ({
  Name: jobFlow.name,
  Applications: jobFlow.applications.map((Name) => ({ Name })),
  Instances: {
    ...toInstances(jobFlow.instances),
    Ec2SubnetId: jobFlow.subnetId,
    Ec2KeyName: jobFlow.keyName,
    KeepJobFlowAliveWhenNoSteps: jobFlow.keepAlive ?? false,
    TerminationProtected: jobFlow.terminationProtected ?? false,
  },
  Steps: jobFlow.steps?.map(toStepConfig),
  AutoTerminationPolicy:
    jobFlow.idleTimeoutSeconds === undefined ? undefined : { IdleTimeout: jobFlow.idleTimeoutSeconds },
  ServiceRole: jobFlow.serviceRole ?? 'EMR_DefaultRole',
  JobFlowRole: jobFlow.jobFlowRole ?? 'EMR_EC2_DefaultRole',
  Configurations:
    jobFlow.configurations &&
    Object.entries(jobFlow.configurations).map(([Classification, Properties]) => ({ Classification, Properties })),
  BootstrapActions: jobFlow.bootstrapActions?.map(({ name, path, ...rest }) => ({
    Name: name,
    ScriptBootstrapAction: { Path: path, Args: rest.arguments && [...rest.arguments] },
  })),
  Tags: jobFlow.tags && toTagList(jobFlow.tags),
});
