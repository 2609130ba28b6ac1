import { AccessDeniedError } from '../errors/access-denied-error.js';
import type { ErrorDetails } from '../errors/arch-error.js';
import type { PolicyStatement } from '../errors/policy-document.js';
import { partitionOf } from '../settings/partition-of.js';
import { exchangeOf } from '../transport/exchange.js';
import { type Denial, readDenial } from './denial.js';
import type { ErrorRule } from './error-table.js';
import type { FailedCall } from './failed-call.js';
import { awsMessageOf, closed, type SdkError } from './sdk-error.js';

/** An error of AWS with the rule that applies to it. */
export interface Failure {
  readonly error: SdkError;
  readonly rule: ErrorRule;
  readonly call: FailedCall;
  readonly details: ErrorDetails;
}

/** Makes the error of a denial. It suggests a statement only if AWS named the action, or if no other reason is possible. */
export const deniedError = ({ error, rule, call, details }: Failure): AccessDeniedError => {
  const denial = readDenial(awsMessageOf(error));
  const { principal, action: denied, resource, reason, explicit, encodedMessage } = denial;
  const { actions = [] } = call;
  // A remedy without an action named by AWS: the reason is not a policy of the caller.
  const isOther = rule.statement === false || (rule.remedy !== undefined && denied === undefined);
  const action = denied ?? (isOther ? undefined : actions[0]);
  const isForeign = isForeignRole(denial);
  const isCertain = denied === undefined ? isOnlyReason(details.code, actions) : !isForeign;
  const allowing = isCertain && !isOther && !explicit ? call.statementFor(denied, resource) : undefined;
  const statement = allowing && inPartition(allowing, partitionOfDenial(error, principal));
  const where = resource && resource !== '*' ? ` on ${resource}` : '';
  const sentences = [
    isOther && principal === undefined
      ? `${call.operation}: AWS denied access.`
      : `${call.operation}: ${principal ?? 'the caller'} is not authorized to perform ${action ?? 'this call'}${where}.`,
    reason && `AWS says: ${closed(reason)}`,
    rule.remedy,
    wasUnsigned(error) &&
      "The content was not part of the signature: if a policy requires that, pass payloadSigning: 'always'.",
    explicit && 'A statement that allows the action has no effect: remove or narrow the statement that denies it.',
    isForeign && 'A role of another account cannot be passed: pass a role of the account of the caller.',
    statement && `Add this statement to one of its policies: ${JSON.stringify(statement)}`,
    !isCertain && !isOther && !isForeign && !explicit && actions.length > 0 && unnamed(actions),
  ];
  return new AccessDeniedError(sentences.filter(Boolean).join(' '), {
    ...details,
    action,
    statement,
    principal,
    encodedMessage,
  });
};

/** Whether the request was an upload whose signature does not include its content. A policy of the bucket may deny these. */
const wasUnsigned = ({ $response }: SdkError): boolean =>
  exchangeOf($response)?.request.headers['x-amz-content-sha256'] === 'UNSIGNED-PAYLOAD';

/** EC2 sends this code only for missing permissions. Other denials without an action may come from a bucket policy, a key or a wrong ID. */
const isOnlyReason = (code: string | undefined, actions: readonly string[]): boolean =>
  actions.length === 1 && code === 'UnauthorizedOperation';

const unnamed = (actions: readonly string[]): string =>
  `AWS does not name the reason. Check that policies allow ${actions.join(', ')}, and check the policies of the resource and of its KMS key.`;

/** The partition of the caller, or of the region to which the request was sent, e.g. `aws-cn`. */
const partitionOfDenial = (error: SdkError, principal: string | undefined): string => {
  const host = exchangeOf(error.$response)?.request.hostname ?? '';
  return (
    principal?.split(':')[1] ??
    host
      .split('.')
      .map(partitionOf)
      .find((name) => name !== 'aws') ??
    'aws'
  );
};

/** The ARN formats of services are those of the partition `aws`. */
const inPartition = (statement: PolicyStatement, partition: string): PolicyStatement => {
  const moved = (arn: string): string => arn.replace(/^arn:aws:/, `arn:${partition}:`);
  const { Resource: resource } = statement;
  return { ...statement, Resource: typeof resource === 'string' ? moved(resource) : resource.map(moved) };
};

/** Whether a role of another account was passed, which no statement allows. */
const isForeignRole = ({ principal, action, resource }: Denial): boolean =>
  action === 'iam:PassRole' && principal !== undefined && accountOf(resource) !== accountOf(principal);

const accountOf = (arn: string | undefined): string | undefined => arn?.split(':')[4];
