import {
  type AwsInput,
  ec2Id,
  input,
  operation,
  resource,
  type Schema,
  tagRecord,
  type Tags,
  text,
  type WaitableOperation,
  z,
  type Open,
} from '@arch/core/builder';
import { emrServerless } from '@arch/services/emr-serverless';
import { Application$, CreateApplicationCommand } from '@aws-sdk/client-emr-serverless';

import type { EmrServerlessApplication, EmrServerlessCapacity } from './emr-serverless-application.js';
import { waitForEmrServerlessApplication } from './wait-for-emr-serverless-application.js';

export interface CreateEmrServerlessApplicationInput extends AwsInput {
  /** Name: 1–64 letters, digits and `._/#-`. Several applications may have the same name. */
  readonly name?: string | undefined;
  /** EMR release, e.g. `emr-7.9.0`. */
  readonly releaseLabel: string;
  /** Framework of the jobs. Default: `Spark`. */
  readonly type?: Open<'Spark' | 'Hive'> | undefined;
  /** Maximum capacity of all workers together; it limits the costs. Default: the quota of the account. */
  readonly maximumCapacity?: EmrServerlessCapacity | undefined;
  /** Whether the application starts when a job is submitted. Default: `true`. */
  readonly autoStart?: boolean | undefined;
  /** Whether the application stops when it has been idle for `idleTimeoutMinutes`. Default: `true`. */
  readonly autoStop?: boolean | undefined;
  /** Idle time in minutes after which the application stops, 1–10,080. Default that AWS applies: 15. */
  readonly idleTimeoutMinutes?: number | undefined;
  /** Processor architecture of the workers. `ARM64` costs less. Default that AWS applies: `X86_64`. */
  readonly architecture?: Open<'X86_64' | 'ARM64'> | undefined;
  /**
   * IDs of 1–16 subnets of the VPC that the jobs connect to, e.g. to read its databases. Requires `securityGroupIds`. Default: no access to
   * a VPC.
   */
  readonly subnetIds?: readonly string[] | undefined;
  /** IDs of 1–5 security groups of the workers. Requires `subnetIds`. */
  readonly securityGroupIds?: readonly string[] | undefined;
  /** Tags of the application, at most 200. */
  readonly tags?: Tags | undefined;
}

/** An application that AWS is creating. */
export interface CreatedEmrServerlessApplication {
  /** ID of the application, e.g. `00f1r2vk4e9g0a09`. */
  readonly applicationId: string;
  /** ARN of the application. */
  readonly arn: string;
}

/**
 * Creates an EMR Serverless application, which runs jobs. By default it starts when a job is submitted, stops 15 minutes after the last
 * job, and costs nothing while no job runs. With `wait: true` the call resolves when the application accepts jobs. A retry never creates a
 * second application.
 *
 * @example
 * const maximumCapacity = { vCpus: 32, memoryGB: 256 };
 * const { applicationId } = await createEmrServerlessApplication({ releaseLabel: 'emr-7.9.0', maximumCapacity }, { wait: true });
 * @throws {InvalidRequestError} the release does not exist, or not for this type; the error contains AWS's message.
 * @throws {WaitError} with `wait`: the application was deleted.
 * @see https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_CreateApplication.html
 */
export const createEmrServerlessApplication: WaitableOperation<
  CreateEmrServerlessApplicationInput,
  CreatedEmrServerlessApplication,
  EmrServerlessApplication,
  { on: 'applicationId'; with: 'serviceLinkedRole' | 'tags' }
> = operation(() => ({
  name: 'createEmrServerlessApplication',
  service: emrServerless,
  command: CreateApplicationCommand,
  permissions: [
    'emr-serverless:CreateApplication',
    { action: 'emr-serverless:TagResource', resources: ['application'], with: 'tags' },
    {
      action: 'iam:CreateServiceLinkedRole',
      resources: ['arn:aws:iam::*:role/aws-service-role/ops.emr-serverless.amazonaws.com/*'],
      with: 'serviceLinkedRole',
    },
  ],
  input: applicationInput(),
  output: createdApplication(),
  request: ({ type = 'Spark', maximumCapacity, autoStart = true, autoStop = true, ...rest }) => ({
    releaseLabel: rest.releaseLabel,
    // AWS returns `Spark`, but its guide requires `SPARK` in requests.
    type: type.toUpperCase(),
    maximumCapacity: maximumCapacity && toResources(maximumCapacity),
    autoStartConfiguration: { enabled: autoStart },
    autoStopConfiguration: { enabled: autoStop, idleTimeoutMinutes: rest.idleTimeoutMinutes },
    networkConfiguration: rest.subnetIds && {
      subnetIds: [...rest.subnetIds],
      securityGroupIds: [...(rest.securityGroupIds ?? [])],
    },
  }),
  creates: ({ applicationId }) => [applicationId],
  uses: [waitForEmrServerlessApplication],
  wait: ({ applicationId }, options) => waitForEmrServerlessApplication({ applicationId, state: 'created' }, options),
}));

const applicationInput = (): z.ZodMiniType<CreateEmrServerlessApplicationInput> =>
  input<CreateEmrServerlessApplicationInput>({
    name: z.optional(z.string().check(z.regex(/^[A-Za-z0-9._/#-]{1,64}$/, '1 to 64 letters, digits and ._/#-'))),
    releaseLabel: text(1, 64).check(z.regex(/^[A-Za-z0-9._/-]+$/, 'a release label such as emr-7.9.0')),
    type: z.optional(z.enum(['Spark', 'Hive'])),
    maximumCapacity: z.optional(z.strictObject({ vCpus: amount(), memoryGB: amount(), diskGB: z.optional(amount()) })),
    autoStart: z.optional(z.boolean()),
    autoStop: z.optional(z.boolean()),
    idleTimeoutMinutes: z.optional(z.int().check(z.gte(1), z.lte(10_080))),
    architecture: z.optional(z.enum(['X86_64', 'ARM64'])),
    subnetIds: z.optional(z.array(ec2Id('subnet')).check(z.minLength(1), z.maxLength(16))),
    securityGroupIds: z.optional(z.array(ec2Id('sg')).check(z.minLength(1), z.maxLength(5))),
    tags: z.optional(tagRecord({ maxTags: 200 })),
  }).check(
    z.refine(({ subnetIds, securityGroupIds }) => (subnetIds === undefined) === (securityGroupIds === undefined), {
      error: 'subnetIds with securityGroupIds, or neither',
    }),
    z.refine(({ autoStop, idleTimeoutMinutes }) => autoStop !== false || idleTimeoutMinutes === undefined, {
      error: 'idleTimeoutMinutes only for an application that stops automatically',
    }),
  );

const amount = (): z.ZodMiniType<number> => z.int().check(z.gte(1));

const toResources = ({ vCpus, memoryGB, diskGB }: EmrServerlessCapacity) => ({
  cpu: `${vCpus} vCPU`,
  memory: `${memoryGB} GB`,
  disk: diskGB === undefined ? undefined : `${diskGB} GB`,
});

const createdApplication = (): Schema<CreatedEmrServerlessApplication> =>
  resource<CreatedEmrServerlessApplication>(Application$, { applicationId: z.string(), arn: z.string() });
