import { type CommandImpl, makeBuilder } from '@smithy/core/client';
import { getEndpointPlugin } from '@smithy/core/endpoints';

import type { StsKeys } from '../credentials-of-sts.js';
import { endpointInstructions } from '../sign-in/endpoint-instructions.js';

const namespace = 'com.amazonaws.sts';

/** The types of members in the SDK's schemas. */
const string = 0;
const integer = 1;
const timestamp = 4;
const secret = [() => [0, namespace, 'secret', 8, 0], 0] as const;

type Members = Readonly<Record<string, unknown>>;

/** Returns the schema of a structure. */
const structure = (name: string, members: Members): unknown => [
  3,
  namespace,
  name,
  0,
  Object.keys(members),
  Object.values(members),
];

/** Members of both inputs, in the order of AWS's model. */
const role = { RoleArn: string, RoleSessionName: string };
const limits = { Policy: string, DurationSeconds: integer };

/** Members of both outputs. Credentials are the only ones that are used; the others are known for `fakeAws()`, which checks responses. */
const issued = {
  Credentials: () =>
    structure('Credentials', {
      AccessKeyId: string,
      SecretAccessKey: secret,
      SessionToken: string,
      Expiration: timestamp,
    }),
  AssumedRoleUser: () => structure('AssumedRoleUser', { AssumedRoleId: string, Arn: string }),
  PackedPolicySize: integer,
  SourceIdentity: string,
  SessionTokenUtilization: integer,
  SessionTokenSize: integer,
};

/** Returns the schema of an operation. */
const operation = (name: string, input: Members, output: Members): never =>
  [
    9,
    namespace,
    name,
    0,
    () => structure(`${name}Request`, input),
    () => structure(`${name}Response`, output),
  ] as never;

/** The part of both outputs that is used. */
export interface StsOutput {
  readonly $metadata: object;
  readonly Credentials?: StsKeys;
}

interface RoleInput {
  readonly RoleArn: string;
  readonly RoleSessionName: string;
  readonly DurationSeconds?: number | undefined;
  readonly Policy?: string | undefined;
}

/** Input of AssumeRole. */
export interface AssumeRoleInput extends RoleInput {
  readonly ExternalId?: string | undefined;
  readonly SerialNumber?: string | undefined;
  readonly TokenCode?: string | undefined;
}

/** Input of AssumeRoleWithWebIdentity. */
export interface WebIdentityInput extends RoleInput {
  readonly WebIdentityToken: string;
}

/** A class of commands of STS. */
type StsCommand<Input extends object> = new (input: Input) => CommandImpl<Input, StsOutput, never, object, StsOutput>;

interface StsCommands {
  /** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
  readonly AssumeRoleCommand: StsCommand<AssumeRoleInput>;
  /** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
  readonly AssumeRoleWithWebIdentityCommand: StsCommand<WebIdentityInput>;
}

const made: { commands?: StsCommands } = {};

/** Returns the classes of the commands, made at their first use. */
export const stsCommands = (): StsCommands => (made.commands ??= makeCommands());

const makeCommands = (): StsCommands => {
  const command = makeBuilder<never, object, StsOutput>(
    { UseGlobalEndpoint: { type: 'builtInParams', name: 'useGlobalEndpoint' }, ...endpointInstructions },
    'AWSSecurityTokenServiceV20110615',
    'STSClient',
    getEndpointPlugin,
  );
  const ofOperation = <Input extends object>(name: string, input: Members, output: Members): StsCommand<Input> =>
    command({}, () => [], name, operation(name, input, output));
  return {
    AssumeRoleCommand: ofOperation(
      'AssumeRole',
      { ...role, ...limits, ExternalId: string, SerialNumber: string, TokenCode: string },
      issued,
    ),
    AssumeRoleWithWebIdentityCommand: ofOperation(
      'AssumeRoleWithWebIdentity',
      { ...role, WebIdentityToken: secret, ...limits },
      { ...issued, SubjectFromWebIdentityToken: string, Provider: string, Audience: string },
    ),
  };
};
