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
  /** e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /** e.g. `t3.large`. Needs a stopped instance; `resizeInstance` stops and starts it for you. */
  readonly instanceType?: string | undefined;
  /** Up to 16 KB. Needs a stopped instance, and runs at its first start only unless it says otherwise. */
  readonly userData?: UserData | undefined;
  /** Needs a stopped instance whose type leaves the choice. */
  readonly ebsOptimized?: boolean | undefined;
  /** Replaces all security groups of the primary network interface, 1–16 of them. */
  readonly securityGroupIds?: readonly string[] | undefined;
  /** `true` protects it from termination through the API. */
  readonly disableApiTermination?: boolean | undefined;
  /** `true` protects it from being stopped through the API. */
  readonly disableApiStop?: boolean | undefined;
  /** `false` for an instance that passes on others' traffic, such as a NAT instance. */
  readonly sourceDestCheck?: boolean | undefined;
  /** What a shutdown from inside does. */
  readonly instanceInitiatedShutdownBehavior?: 'stop' | 'terminate' | undefined;
  readonly metadataOptions?: MetadataOptionsInput | undefined;
}

type Change = Omit<ModifyInstanceInput, 'instanceId' | 'aws' | 'metadataOptions'>;

/** AWS's form of each attribute, those that need a stopped instance first: they are the ones that are refused. */
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
 * Changes an instance. AWS takes one change in a request, so each member is a request of its own; an error names the members that had
 * already been changed.
 *
 * @example
 * await modifyInstance({ instanceId: 'i-0123456789abcdef0', disableApiTermination: true, metadataOptions: { httpTokens: 'required' } });
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {ConflictError} its state does not allow the change: some members need a stopped instance.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceAttribute.html
 */
export const modifyInstance: Operation<ModifyInstanceInput, void> = task(() => ({
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
