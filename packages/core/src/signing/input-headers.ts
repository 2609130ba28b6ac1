import { InvalidInputError } from '../errors/invalid-input-error.js';
import { membersOf } from '../schema/structure.js';
import { type CommandType, schemaOf } from '../declaration/command-type.js';

/** The traits of request members that are sent neither as headers nor in the body. */
const elsewhere = ['httpLabel', 'httpQuery', 'httpQueryParams'] as const;

/**
 * The names of the headers that come from the input, without those that the SDK adds, such as the checksum of the body. Throws
 * `InvalidInputError` for members that a presigned URL cannot contain.
 */
export const inputHeaders = (name: string, command: CommandType, wire: object): ReadonlySet<string> => {
  const headers = new Set<string>();
  for (const { name: member, schema } of membersOf(schemaOf(command).input).values()) {
    const value = (wire as Record<string, unknown>)[member];
    if (value === undefined || value === null) continue;
    const traits = schema.getMergedTraits();
    if (traits.httpHeader !== undefined) headers.add(traits.httpHeader.toLowerCase());
    else if (traits.httpPrefixHeaders !== undefined) {
      for (const key of Object.keys(value)) headers.add(`${traits.httpPrefixHeaders}${key}`.toLowerCase());
    } else if (isRest(command) && !elsewhere.some((trait) => traits[trait] !== undefined)) {
      throw new InvalidInputError(`${name}: ${member} is part of the body, which the user of the URL sends. Omit it.`, {
        operation: name,
      });
    }
  }
  checkChecksum(name, headers);
  return headers;
};

/** Whether the protocol sends members outside of the body. */
const isRest = (command: CommandType): boolean =>
  [...membersOf(schemaOf(command).input).values()].some(({ schema }) => {
    const traits = schema.getMergedTraits();
    return elsewhere.some((trait) => traits[trait] !== undefined) || traits.httpHeader !== undefined;
  });

const checksum = /^x-amz-checksum-(?!algorithm$|mode$|type$)/;

/** S3 rejects a request with a checksum algorithm but without a checksum: the SDK would send the checksum of an empty body. */
const checkChecksum = (name: string, headers: ReadonlySet<string>): void => {
  if (!headers.has('x-amz-sdk-checksum-algorithm') || [...headers].some((each) => checksum.test(each))) return;
  throw new InvalidInputError(
    `${name}: ChecksumAlgorithm requires the checksum of the content. Pass it too, e.g. aws: { ChecksumSHA256: '…' }.`,
    { operation: name },
  );
};
