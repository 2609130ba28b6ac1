import type { NormalizedSchema } from '@smithy/core/schema';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { checkRequest } from '../http/check-request.js';
import { describeUnknownMember } from '../schema/describe-issues.js';
import { membersOf } from '../schema/structure.js';
import { type CommandType, requestSchemaOf } from './command-type.js';

/** The part of a declaration that is needed to build a request. */
export interface RequestMaker {
  readonly name: string;
  readonly command: CommandType;
  readonly request?: ((input: never) => unknown) | undefined;
  /** `true`: no function reads the response, so `aws` may change its form. */
  readonly isPresigned?: boolean;
}

/**
 * Converts an input to a request with AWS's member names. Each member is sent as AWS's member of the same name, ignoring case, at every depth;
 * the members of `request` override these, and the members of `aws` override both. Texts in headers are checked or encoded.
 */
export const toRequest = ({ name, command, request, isPresigned }: RequestMaker, input: object): object => {
  const schema = requestSchemaOf(command);
  const { aws = {}, ...own } = input as Record<string, unknown>;
  const further = aws as Record<string, unknown>;
  if (!isPresigned) checkForm(name, further);
  checkAwsNames(name, schema, further);
  const wire: Record<string, unknown> = {
    ...toStructure(schema, own),
    ...(request?.(input as never) as object | undefined),
    ...further,
    ...(further['DryRun'] === dryRun && { DryRun: true }),
  };
  const nameOf = (awsName: string): string => inputNameOf(awsName, { own, further, value: wire[awsName] });
  return checkRequest(schema, wire, { operation: name, nameOf });
};

interface Named {
  readonly own: Readonly<Record<string, unknown>>;
  readonly further: Readonly<Record<string, unknown>>;
  readonly value: unknown;
}

/** The input member that becomes a member of AWS's request: the one of the same name, or the one with the same value. */
const inputNameOf = (awsName: string, { own, further, value }: Named): string => {
  if (awsName in further) return `aws.${awsName}`;
  const byRule = Object.keys(own).find((name) => name.toLowerCase() === awsName.toLowerCase());
  const byValue = Object.keys(own).find((name) => own[name] === value);
  return byRule ?? byValue ?? awsName.charAt(0).toLowerCase() + awsName.slice(1);
};

/** Throws `InvalidInputError` for members of `aws` that are unknown or change the form of the response. Tasks call it before their first request, which takes other members. */
export const checkAwsMembers = (
  name: string,
  command: CommandType,
  aws: Readonly<Record<string, unknown>> = {},
): void => {
  checkForm(name, aws);
  checkAwsNames(name, requestSchemaOf(command), aws);
};

/** The value of `aws.DryRun` with which `checkPermission` makes EC2 check whether a call is permitted. */
export const dryRun: unique symbol = Symbol.for('@arch/dry-run/1') as never;

/**
 * Members of AWS's requests for paging, for a part of the response, or for a response of another form. Functions set them as they read the
 * response; with other values, items would be lost.
 */
const formsResponse =
  /^(?:(?:[Nn]ext|Continuation)Token|\w*[Mm]arker|[Mm]axResults|Max(?:Items|Records|Keys|Buckets|Uploads|Count)|MinCount|PageSize|[Ll]imit|Delimiter|EncodingType|DryRun|ReturnConsumedCapacity|Select|[Rr]ange|PartNumber|InvocationType|ResultFormat|formatRecordsAs|includeResultMetadata|resultSetOptions|IncludeInstances)$/;

const checkForm = (name: string, further: Readonly<Record<string, unknown>>): void => {
  const member = Object.keys(further).find((each) => formsResponse.test(each) && further[each] !== dryRun);
  if (member === undefined) return;
  throw new InvalidInputError(
    `${name}: aws.${member} is not accepted, because it changes the form of the response. Omit it, or send the command with call() of @arch/core.`,
    { operation: name },
  );
};

const checkAwsNames = (name: string, schema: NormalizedSchema, further: Readonly<Record<string, unknown>>): void => {
  const members = Object.keys(further);
  if (members.length === 0) return;
  const known = [...membersOf(schema).values()].map((member) => member.name);
  for (const member of members) {
    if (known.includes(member)) continue;
    const message = describeUnknownMember(member, known, 'aws.');
    throw new InvalidInputError(`${name}: ${message}${message.endsWith('?') ? '' : '.'}`, { operation: name });
  }
};

const toStructure = (schema: NormalizedSchema, value: Record<string, unknown>): Record<string, unknown> => {
  const members = membersOf(schema);
  const structure: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) {
    const member = each === undefined ? undefined : members.get(name.toLowerCase());
    if (member) structure[member.name] = toAwsValue(member.schema, each);
  }
  return structure;
};

const toAwsValue = (schema: NormalizedSchema, value: unknown): unknown => {
  if (schema.isListSchema() && Array.isArray(value))
    return value.map((item) => toAwsValue(schema.getValueSchema(), item));
  if (!isPlainObject(value)) return value;
  if (schema.isStructSchema()) return toStructure(schema, value);
  if (!schema.isMapSchema()) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, toAwsValue(schema.getValueSchema(), item)]),
  );
};

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));
