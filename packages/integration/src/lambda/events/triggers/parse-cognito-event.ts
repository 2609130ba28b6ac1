import { type AwsResource, type Open, readInput, secret, withAws, z } from '@arch/core/builder';

import { expectKind } from '../expect-kind.js';
import { present } from '../present.js';

/** Triggers, on which Cognito invokes a function: the part of `triggerSource` before the underscore. */
export const cognitoTriggers = [
  'PreSignUp',
  'PostConfirmation',
  'PreAuthentication',
  'PostAuthentication',
  'TokenGeneration',
  'CustomMessage',
  'UserMigration',
  'DefineAuthChallenge',
  'CreateAuthChallenge',
  'VerifyAuthChallengeResponse',
  'CustomEmailSender',
  'CustomSMSSender',
  'InboundFederation',
] as const;
export type CognitoTrigger = Open<(typeof cognitoTriggers)[number]>;

/** An event of a Cognito trigger. The function must return `aws` with the members of `response` that it sets. */
export interface CognitoEvent extends AwsResource {
  /** Trigger, e.g. `PreSignUp`. */
  readonly trigger: CognitoTrigger;
  /** Trigger and its cause, e.g. `PreSignUp_SignUp`. */
  readonly triggerSource: string;
  /** Region of the user pool. */
  readonly region: string;
  /** ID of the user pool. */
  readonly userPoolId: string;
  /** Name of the user. Absent if AWS did not send it. */
  readonly userName?: string;
  /** ID of the app client. Absent if AWS did not send it. */
  readonly clientId?: string;
  /** Attributes of the user. Booleans such as `email_verified` are text. */
  readonly userAttributes: Readonly<Record<string, string>>;
  /** The `ClientMetadata` of the app. `{}` if there is none. */
  readonly clientMetadata: Readonly<Record<string, string>>;
  /** The `ValidationData` of the app. `{}` if there is none. */
  readonly validationData: Readonly<Record<string, string>>;
  /** Password, only for `UserMigration`. Secret. */
  readonly password?: string;
  /** Groups of the user, only for `TokenGeneration`. */
  readonly groups?: readonly string[];
  /** All members of the request in AWS's form. */
  readonly request: Readonly<Record<string, unknown>>;
}

const texts = () => z.optional(z.nullable(z.record(z.string(), z.unknown())));

const type = () =>
  z.object({
    triggerSource: z.string(),
    region: z.string(),
    userPoolId: z.string(),
    userName: z.optional(z.nullable(z.string())),
    callerContext: z.optional(z.nullable(z.object({ clientId: z.optional(z.nullable(z.string())) }))),
    request: z.object({
      userAttributes: texts(),
      clientMetadata: texts(),
      validationData: texts(),
      password: z.optional(secret(z.string())),
      groupConfiguration: z.optional(
        z.nullable(z.object({ groupsToOverride: z.optional(z.nullable(z.array(z.string()))) })),
      ),
    }),
  });

/**
 * Parses the event with which a Cognito user pool invokes a Lambda function.
 *
 * @example
 * const { trigger, userAttributes, aws } = parseCognitoEvent(event);
 * if (trigger === 'PreSignUp' && userAttributes['email']?.endsWith('@example.com')) return { ...aws, response: { autoConfirmUser: true } };
 * @throws {InvalidInputError} the event is of another kind, or a member is missing or invalid.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
 */
export const parseCognitoEvent = (event: unknown): CognitoEvent => {
  const operation = 'parseCognitoEvent';
  expectKind(operation, event, 'cognito');
  const { request, callerContext, userName, ...rest } = readInput({ name: operation, input: type() }, event);
  return withAws(
    {
      ...rest,
      trigger: rest.triggerSource.split('_', 1)[0] ?? '',
      userAttributes: textsOf(request.userAttributes),
      clientMetadata: textsOf(request.clientMetadata),
      validationData: textsOf(request.validationData),
      ...present({
        userName,
        clientId: callerContext?.clientId,
        password: request.password,
        groups: request.groupConfiguration?.groupsToOverride,
      }),
      request: (event as { readonly request: Readonly<Record<string, unknown>> }).request,
    },
    event,
  );
};

const textsOf = (values: Readonly<Record<string, unknown>> | null | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)]],
    ),
  );
