import { type AwsInput, ec2Id, input, tagRecord, type Tags, text, z } from '@arch/core/builder';
import { baseCapacity, serverlessName } from '@arch/services/redshift-serverless';

export interface CreateRedshiftWorkgroupInput extends AwsInput {
  /** 3–64 lower-case letters, digits and hyphens. */
  readonly workgroupName: string;
  /** The namespace whose SQL it runs; a namespace has one workgroup. */
  readonly namespaceName: string;
  /** What it begins a query with, in Redshift Processing Units of 16 GB: 4, a multiple of 8 up to 512, or of 32 up to 1,024. Default 8. AWS's default is 128, at 16 times the price. */
  readonly baseCapacityRpu?: number | undefined;
  /** What it may grow to, in Redshift Processing Units. Default: AWS's choice; a limit keeps costs in bounds. */
  readonly maxCapacityRpu?: number | undefined;
  /** Default `false`: it is reached from its VPC only. */
  readonly publiclyAccessible?: boolean | undefined;
  /** `true`: what it loads and unloads goes through your VPC, not over the internet. Default `false`. */
  readonly enhancedVpcRouting?: boolean | undefined;
  /** In three Availability Zones. Default: those of the default VPC. */
  readonly subnetIds?: readonly string[] | undefined;
  /** Who reaches it. Default: the VPC's default security group. */
  readonly securityGroupIds?: readonly string[] | undefined;
  /** 5431–5455 or 8191–8215. Default 5439. */
  readonly port?: number | undefined;
  /** Settings of the database by name, e.g. `{ max_query_execution_time: '3600' }`. */
  readonly configParameters?: Readonly<Record<string, string>> | undefined;
  readonly tags?: Tags | undefined;
}

const isInBounds = ({ baseCapacityRpu = 8, maxCapacityRpu = baseCapacityRpu }: CreateRedshiftWorkgroupInput): boolean =>
  maxCapacityRpu >= baseCapacityRpu;

export const createRedshiftWorkgroupInput = (): z.ZodMiniType<CreateRedshiftWorkgroupInput> =>
  input<CreateRedshiftWorkgroupInput>({
    workgroupName: serverlessName(),
    namespaceName: serverlessName(),
    baseCapacityRpu: z.optional(baseCapacity()),
    maxCapacityRpu: z.optional(z.int().check(z.gte(4))),
    publiclyAccessible: z.optional(z.boolean()),
    enhancedVpcRouting: z.optional(z.boolean()),
    subnetIds: z.optional(z.array(ec2Id('subnet')).check(z.minLength(1))),
    securityGroupIds: z.optional(z.array(ec2Id('sg')).check(z.minLength(1))),
    port: z.optional(z.int().check(z.refine(isPort, { error: '5431–5455 or 8191–8215' }))),
    configParameters: z.optional(z.record(text(1, 255), text(0, 15_000))),
    tags: z.optional(tagRecord({ maxTags: 200 })),
  }).check(
    z.refine(isInBounds, { error: 'at least the baseCapacityRpu, which is 8 by default', path: ['maxCapacityRpu'] }),
  );

const isPort = (port: number): boolean => (port >= 5_431 && port <= 5_455) || (port >= 8_191 && port <= 8_215);
