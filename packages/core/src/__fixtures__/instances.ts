// Operations for the tests of core, declared like those of a layer.
import { awsQuery } from '../call/protocols/aws-query.js';
import {
  DescribeInstancesCommand,
  EC2Client,
  Instance$,
  InstanceStateChange$,
  type InstanceStateName,
  RebootInstancesCommand,
  RunInstancesCommand,
  StartInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';

import {
  type AwsResource,
  capacity,
  conflict,
  from,
  input,
  listOperation,
  type ListOperation,
  notFound,
  noOutput,
  operation,
  type Operation,
  resource,
  type Schema,
  type Service,
  tags,
  type Tags,
  type WaitableOperation,
  waiter,
  type Waiter,
  z,
} from '../builder.js';

export interface Instance extends AwsResource {
  readonly instanceId: string;
  readonly state: string;
  readonly tags: Tags;
}

export interface InstanceInput {
  readonly instanceId: string;
}

export const instance = (): Schema<Instance> =>
  resource<Instance>(Instance$, { instanceId: z.string(), state: from('State.Name', z.string()), tags: tags() });

export const ec2: Service = {
  id: 'EC2',
  client: EC2Client,
  protocol: awsQuery,
  prefix: 'ec2',
  arns: { instance: 'arn:aws:ec2:*:*:instance/*', image: 'arn:aws:ec2:*::image/*' },
  errors: {
    InsufficientInstanceCapacity: capacity({ remedy: 'Try another Availability Zone.' }),
    'InvalidInstanceID.NotFound': notFound({ resource: 'instance', member: 'instanceId' }),
  },
  documentation: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_',
};

const instanceInput = (): z.ZodMiniType<InstanceInput> => input<InstanceInput>({ instanceId: z.string() });

export const describeInstance: Operation<string | InstanceInput, Instance> = operation(() => ({
  name: 'describeInstance',
  service: ec2,
  command: DescribeInstancesCommand,
  permissions: ['ec2:DescribeInstances'],
  key: 'instanceId',
  input: instanceInput(),
  output: instance(),
  absent: 'not-found',
  batch: {
    limit: 100,
    ids: 'InstanceIds',
    items: ({ Reservations = [] }) => Reservations.flatMap(({ Instances = [] }) => Instances),
    id: 'InstanceId',
  },
}));

export interface StateChange extends AwsResource {
  readonly instanceId: string;
  readonly currentState: string;
}

const stateChange = (): Schema<StateChange> =>
  resource<StateChange>(InstanceStateChange$, {
    instanceId: z.string(),
    currentState: from('CurrentState.Name', z.string()),
  });

export const startInstance: WaitableOperation<string | InstanceInput, StateChange, Instance> = operation(() => ({
  name: 'startInstance',
  service: ec2,
  command: StartInstancesCommand,
  permissions: [{ action: 'ec2:StartInstances', resources: ['instance'] }],
  key: 'instanceId',
  input: instanceInput(),
  output: stateChange(),
  batch: { limit: 50, ids: 'InstanceIds', items: ({ StartingInstances }) => StartingInstances, id: 'InstanceId' },
  errors: { IncorrectInstanceState: conflict({ resource: 'instance', member: 'instanceId' }) },
  wait: ({ instanceId }, options) => waitForInstance({ instanceId, state: 'running' }, options),
}));

export const rebootInstance: Operation<string | InstanceInput, void> = operation(() => ({
  name: 'rebootInstance',
  service: ec2,
  command: RebootInstancesCommand,
  permissions: [{ action: 'ec2:RebootInstances', resources: ['instance'] }],
  key: 'instanceId',
  input: instanceInput(),
  output: noOutput(),
  batch: { limit: 50, ids: 'InstanceIds' },
}));

/** Not batched: it has `request` and `select`. */
export const terminateInstance: Operation<string | InstanceInput, StateChange> = operation(() => ({
  name: 'terminateInstance',
  service: ec2,
  command: TerminateInstancesCommand,
  permissions: [{ action: 'ec2:TerminateInstances', resources: ['instance'] }],
  key: 'instanceId',
  input: instanceInput(),
  output: stateChange(),
  request: ({ instanceId }) => ({ InstanceIds: [instanceId] }),
  select: ({ TerminatingInstances }) => TerminatingInstances?.[0],
}));

export interface RunInstanceInput {
  readonly imageId: string;
  readonly placement?: { readonly availabilityZone?: string | undefined } | undefined;
}

export const runInstance: Operation<RunInstanceInput, Instance> = operation(() => ({
  name: 'runInstance',
  service: ec2,
  command: RunInstancesCommand,
  permissions: [{ action: 'ec2:RunInstances', resources: ['instance', 'image'] }],
  input: input<RunInstanceInput>({
    imageId: z.string(),
    placement: z.optional(z.strictObject({ availabilityZone: z.optional(z.string()) })),
  }),
  output: instance(),
  request: () => ({ MinCount: 1, MaxCount: 1 }),
  select: ({ Instances }) => Instances?.[0],
  creates: ({ instanceId }) => [instanceId],
}));

export const listInstances: ListOperation<{ readonly state?: string | undefined }, Instance> = listOperation(() => ({
  name: 'listInstances',
  service: ec2,
  command: DescribeInstancesCommand,
  permissions: ['ec2:DescribeInstances'],
  input: input<{ state?: string | undefined }>({ state: z.optional(z.string()) }),
  item: instance(),
  request: ({ state }) => (state === undefined ? {} : { Filters: [{ Name: 'instance-state-name', Values: [state] }] }),
  items: ({ Reservations = [] }) => Reservations.flatMap(({ Instances = [] }) => Instances),
  pages: { token: 'NextToken', size: { member: 'MaxResults', least: 5, most: 1_000 } },
}));

export interface WaitForInstanceInput extends InstanceInput {
  readonly state: InstanceStateName;
}

export const waitForInstance: Waiter<WaitForInstanceInput, Instance> = waiter(() => ({
  name: 'waitForInstance',
  key: 'instanceId',
  input: input<WaitForInstanceInput>({
    instanceId: z.string(),
    state: z.enum(['pending', 'running', 'stopped', 'terminated', 'stopping', 'shutting-down']),
  }),
  uses: [describeInstance],
  look: async ({ instanceId, state: goal }, options) => {
    const value = await describeInstance(instanceId, options);
    const { state, aws } = value;
    const reason = (aws['StateReason'] as { Message?: string } | undefined)?.Message;
    const verdict = state === goal ? 'reached' : state === 'terminated' ? 'failed' : 'pending';
    return { verdict, state, reason, value };
  },
}));

/** A response of `DescribeInstances` with one reservation per instance. */
export const instancesOf = (ids: readonly string[], state = 'running'): object => ({
  Reservations: ids.map((id) => ({ Instances: [{ InstanceId: id, State: { Name: state } }] })),
});
