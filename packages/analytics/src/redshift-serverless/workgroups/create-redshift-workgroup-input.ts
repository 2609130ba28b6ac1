import { type AwsInput, ec2Id, input, tagRecord, type Tags, text, z } from '@arch/core/builder';
import { baseCapacity, serverlessName } from '@arch/services/redshift-serverless';

export interface CreateRedshiftWorkgroupInput extends AwsInput {
  /** Name, unique in the account and region: 3–64 lower-case letters, digits and hyphens. */
  readonly workgroupName: string;
  /** Name of the namespace whose queries the workgroup runs. A namespace has at most one workgroup. */
  readonly namespaceName: string;
  /**
   * Base capacity in Redshift Processing Units (RPUs) of 16 GB: 4, a multiple of 8 up to 512, or of 32 up to 1,024. Default: 8, unlike
   * AWS's default 128, which costs 16 times as much.
   */
  readonly baseCapacityRpu?: number | undefined;
  /** Maximum capacity in RPUs, at least `baseCapacityRpu`; it limits the costs. Default: a maximum that AWS chooses. */
  readonly maxCapacityRpu?: number | undefined;
  /** Whether the workgroup is accessible from outside its VPC. Default: `false`. */
  readonly publiclyAccessible?: boolean | undefined;
  /** Whether `COPY` and `UNLOAD` send their data through your VPC instead of the internet. Default that AWS applies: `false`. */
  readonly enhancedVpcRouting?: boolean | undefined;
  /** IDs of subnets in three Availability Zones. Default that AWS applies: the subnets of the default VPC. */
  readonly subnetIds?: readonly string[] | undefined;
  /**
   * IDs of the security groups, which control the access to the workgroup. Default that AWS applies: the default security group of the VPC.
   */
  readonly securityGroupIds?: readonly string[] | undefined;
  /** Port for SQL clients: 5431–5455 or 8191–8215. Default that AWS applies: 5439. */
  readonly port?: number | undefined;
  /** Configuration parameters of the database by name, e.g. `{ max_query_execution_time: '3600' }`. */
  readonly configParameters?: Readonly<Record<string, string>> | undefined;
  /** Tags of the workgroup, at most 200. */
  readonly tags?: Tags | undefined;
}

const isAtLeastBase = ({
  baseCapacityRpu = 8,
  maxCapacityRpu = baseCapacityRpu,
}: CreateRedshiftWorkgroupInput): boolean => maxCapacityRpu >= baseCapacityRpu;

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
    z.refine(isAtLeastBase, { error: 'at least the baseCapacityRpu, which is 8 by default', path: ['maxCapacityRpu'] }),
  );

const isPort = (port: number): boolean => (port >= 5_431 && port <= 5_455) || (port >= 8_191 && port <= 8_215);
