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

/** What EMR installs most often; the release says what else there is. */
export const emrApplications = ['Spark', 'Hadoop', 'Hive', 'Trino', 'HBase', 'Flink', 'JupyterHub', 'Livy'] as const;
export type EmrApplicationName = Open<(typeof emrApplications)[number]>;

/** A script that runs on each node before anything else does. */
export interface BootstrapAction {
  readonly name: string;
  /** e.g. `s3://jobs/install.sh`. */
  readonly path: string;
  readonly arguments?: readonly string[] | undefined;
}

export interface RunJobFlowInput extends AwsInput {
  /** At most 256 characters; need not be the only one. */
  readonly name: string;
  /** e.g. `emr-7.9.0`. */
  readonly releaseLabel: string;
  readonly applications: readonly EmrApplicationName[];
  /** Equal instances by type and number, or groups of them. */
  readonly instances: EmrInstances | readonly EmrInstanceGroup[];
  /** Default: one of the default VPC. */
  readonly subnetId?: string | undefined;
  /** To log in to the primary node as `hadoop`. Default: nobody can. */
  readonly keyName?: string | undefined;
  /** What it does first, at most 256. */
  readonly steps?: readonly StepDescription[] | undefined;
  /** Whether it stays when its steps are over. Default `false`: it ends by itself, and needs steps then. */
  readonly keepAlive?: boolean | undefined;
  /** Ends it when it has been idle for that long, 60–604,800. Default: it stays. Needs EMR 5.30 or 6.1. */
  readonly idleTimeoutSeconds?: number | undefined;
  /** Keeps calls, mistakes and errors of the cluster from terminating it. Default `false`. */
  readonly terminationProtected?: boolean | undefined;
  /** Where its logs go, e.g. `s3://bucket/logs/`. Default: nowhere, and why a step failed is then found on the cluster only. */
  readonly logUri?: string | undefined;
  /** The role that EMR works with, which has to be there. Default `EMR_DefaultRole`. */
  readonly serviceRole?: string | undefined;
  /** The instance profile of its instances, which has to be there. Default `EMR_EC2_DefaultRole`. */
  readonly jobFlowRole?: string | undefined;
  /** The name of a security configuration: encryption at rest and in transit, and the instances' metadata by IMDSv2 only. */
  readonly securityConfiguration?: string | undefined;
  /** Properties by classification, e.g. `{ 'spark-defaults': { 'spark.executor.memory': '4g' } }`. */
  readonly configurations?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  /** At most 16. */
  readonly bootstrapActions?: readonly BootstrapAction[] | undefined;
  /** How many steps run at once, 1–256. Default 1. */
  readonly stepConcurrencyLevel?: number | undefined;
  /** The instances get them too. */
  readonly tags?: Tags | undefined;
}

/** {@link RunJobFlowInput}, checked. */
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
    z.refine(({ steps = [], stepConcurrencyLevel = 1 }) => stepConcurrencyLevel === 1 || steps.every(goesOn), {
      error: 'actionOnFailure CONTINUE if several steps run at the same time',
    }),
  );

const bootstrapAction = (): z.ZodMiniType<BootstrapAction> =>
  z.strictObject({
    name: text(1, 256),
    path: text(1, 10_280),
    arguments: z.optional(secret(z.array(text(0, 10_280)))),
  });

const goesOn = ({ actionOnFailure = 'CONTINUE' }: StepDescription): boolean => actionOnFailure === 'CONTINUE';

/** What AWS calls or shapes otherwise, in its words. */
export const toJobFlow = (it: RunJobFlowInput): RunJobFlowCommandInput => ({
  Name: it.name,
  Applications: it.applications.map((Name) => ({ Name })),
  Instances: {
    ...toInstances(it.instances),
    Ec2SubnetId: it.subnetId,
    Ec2KeyName: it.keyName,
    KeepJobFlowAliveWhenNoSteps: it.keepAlive ?? false,
    TerminationProtected: it.terminationProtected ?? false,
  },
  Steps: it.steps?.map(toStepConfig),
  AutoTerminationPolicy: it.idleTimeoutSeconds === undefined ? undefined : { IdleTimeout: it.idleTimeoutSeconds },
  ServiceRole: it.serviceRole ?? 'EMR_DefaultRole',
  JobFlowRole: it.jobFlowRole ?? 'EMR_EC2_DefaultRole',
  Configurations:
    it.configurations &&
    Object.entries(it.configurations).map(([Classification, Properties]) => ({ Classification, Properties })),
  BootstrapActions: it.bootstrapActions?.map(({ name, path, ...rest }) => ({
    Name: name,
    ScriptBootstrapAction: { Path: path, Args: rest.arguments && [...rest.arguments] },
  })),
  Tags: it.tags && toTagList(it.tags),
});
