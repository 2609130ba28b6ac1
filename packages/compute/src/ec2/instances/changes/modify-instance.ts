import {
  addNote,
  type AwsInput,
  type CallOptions,
  checkAwsMembers,
  input,
  type Operation,
  task,
  z,
} from '@arch/core/builder';
import { instanceId } from '@arch/services/ec2';
import { ModifyInstanceAttributeCommand } from '@aws-sdk/client-ec2';

import { type MetadataOptionsInput, metadataOptionsFields } from '../../metadata-options-input.js';
import { modifyInstanceAttribute } from './modify-instance-attribute.js';
import { modifyMetadataOptions } from './modify-metadata-options.js';
import { toBytes, type UserData, userData } from '../../user-data.js';

export interface ModifyInstanceInput extends AwsInput {
  /** The ID of the instance, e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /** The new instance type, e.g. `t3.large`. Requires a stopped instance; `resizeInstance` stops and starts the instance. */
  readonly instanceType?: string | undefined;
  /**
   * A script or cloud-init document, at most 16 KB before base64 encoding. Requires a stopped instance. It runs only at the first start of
   * the instance, unless it specifies otherwise.
   */
  readonly userData?: UserData | undefined;
  /** Whether the instance has dedicated bandwidth for EBS. Requires a stopped instance whose type supports both settings. */
  readonly ebsOptimized?: boolean | undefined;
  /** The IDs of all security groups of the primary network interface, 1–16. They replace the current ones. */
  readonly securityGroupIds?: readonly string[] | undefined;
  /** `true` enables termination protection: the instance cannot be terminated through the API. */
  readonly disableApiTermination?: boolean | undefined;
  /** `true` enables stop protection: the instance cannot be stopped through the API. */
  readonly disableApiStop?: boolean | undefined;
  /**
   * Whether AWS drops traffic that is neither from nor to the instance. `false` is required for an instance that forwards traffic, e.g. a
   * NAT instance.
   */
  readonly sourceDestCheck?: boolean | undefined;
  /** The effect of a shutdown from within the operating system. */
  readonly instanceInitiatedShutdownBehavior?: 'stop' | 'terminate' | undefined;
  /** Options of the instance metadata service (IMDS). Omitted options are not changed. */
  readonly metadataOptions?: MetadataOptionsInput | undefined;
}

type Change = Omit<ModifyInstanceInput, 'instanceId' | 'aws' | 'metadataOptions'>;

/** AWS's form of each attribute. Those that require a stopped instance are first, because AWS is most likely to reject them. */
const attributes: { readonly [Name in keyof Change]-?: (value: NonNullable<Change[Name]>) => object } = {
  instanceType: (Value) => ({ InstanceType: { Value } }),
  userData: (data) => ({ UserData: { Value: toBytes(data) } }),
  ebsOptimized: (Value) => ({ EbsOptimized: { Value } }),
  securityGroupIds: (Groups) => ({ Groups }),
  disableApiTermination: (Value) => ({ DisableApiTermination: { Value } }),
  disableApiStop: (Value) => ({ DisableApiStop: { Value } }),
  sourceDestCheck: (Value) => ({ SourceDestCheck: { Value } }),
  instanceInitiatedShutdownBehavior: (Value) => ({ InstanceInitiatedShutdownBehavior: { Value } }),
};

/**
 * Changes an instance. AWS accepts one change per request, so each member is a separate request. An error names the members that were
 * already changed.
 *
 * @example
 * await modifyInstance({ instanceId: 'i-0123456789abcdef0', disableApiTermination: true, metadataOptions: { httpTokens: 'required' } });
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {ConflictError} the state of the instance does not allow the change: some members require a stopped instance.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceAttribute.html
 */
export const modifyInstance: Operation<ModifyInstanceInput, void, { on: 'groupId' | 'instanceId' }> = task(() => ({
  name: 'modifyInstance',
  key: 'instanceId',
  input: input<ModifyInstanceInput>({
    instanceId: instanceId(),
    instanceType: z.optional(
      z.string().check(z.regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'an instance type such as t3.micro')),
    ),
    userData: z.optional(userData()),
    ebsOptimized: z.optional(z.boolean()),
    securityGroupIds: z.optional(z.array(z.string()).check(z.minLength(1), z.maxLength(16))),
    disableApiTermination: z.optional(z.boolean()),
    disableApiStop: z.optional(z.boolean()),
    sourceDestCheck: z.optional(z.boolean()),
    instanceInitiatedShutdownBehavior: z.optional(z.enum(['stop', 'terminate'])),
    metadataOptions: z.optional(z.strictObject(metadataOptionsFields())),
  }).check(z.refine((value) => Object.keys(value).length > 1, 'at least one member in addition to instanceId')),
  uses: [modifyInstanceAttribute, modifyMetadataOptions],
  run: async ({ instanceId, metadataOptions, aws, ...change }, options) => {
    checkAwsMembers('modifyInstance', ModifyInstanceAttributeCommand, aws);
    const steps: [string, () => Promise<void>][] = attributeSteps(instanceId, change, options);
    if (aws) steps.push(['aws', () => modifyInstanceAttribute({ instanceId, aws }, options)]);
    if (metadataOptions) {
      steps.push(['metadataOptions', () => modifyMetadataOptions({ instanceId, ...metadataOptions }, options)]);
    }
    const done: string[] = [];
    for (const [name, step] of steps) {
      try {
        await step();
        done.push(name);
      } catch (error) {
        throw done.length > 0 ? addNote(error, `Already changed: ${done.join(', ')}.`) : error;
      }
    }
  },
}));

const attributeSteps = (instanceId: string, change: Change, options: CallOptions): [string, () => Promise<void>][] =>
  (Object.keys(attributes) as (keyof Change)[])
    .filter((name) => change[name] !== undefined)
    .map((name) => {
      const toAws = attributes[name] as (value: unknown) => Record<string, unknown>;
      return [name, () => modifyInstanceAttribute({ instanceId, aws: toAws(change[name]) }, options)];
    });
