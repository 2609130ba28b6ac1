import { InvalidInputError } from '../errors/invalid-input-error.js';
import { membersOf } from '../schema/structure.js';
import { type CommandType, schemaOf } from '../declaration/command-type.js';

/** Where AWS takes the members of a request that are no headers. */
const elsewhere = ['httpLabel', 'httpQuery', 'httpQueryParams'] as const;

/**
 * The names of the headers that a request in AWS's words asks for: what the SDK adds by itself, such as the checksum of a body that is not
 * there yet, is none of them. Refuses what a signature in a URL cannot hold.
 */
export const askedHeaders = (name: string, command: CommandType, wire: object): ReadonlySet<string> => {
  const headers = new Set<string>();
  for (const { name: member, schema } of membersOf(schemaOf(command).input).values()) {
    const value = (wire as Record<string, unknown>)[member];
    if (value === undefined || value === null) continue;
    const traits = schema.getMergedTraits();
    if (traits.httpHeader !== undefined) headers.add(traits.httpHeader.toLowerCase());
    else if (traits.httpPrefixHeaders !== undefined) {
      for (const key of Object.keys(value)) headers.add(`${traits.httpPrefixHeaders}${key}`.toLowerCase());
    } else if (isRest(command) && !elsewhere.some((trait) => traits[trait] !== undefined)) {
      throw new InvalidInputError(
        `${name}: ${member} belongs to the body, which the user of the URL sends. Leave it out.`,
        { operation: name },
      );
    }
  }
  checkChecksum(name, headers);
  return headers;
};

/** The protocols without paths of their own send all members in the body. */
const isRest = (command: CommandType): boolean =>
  [...membersOf(schemaOf(command).input).values()].some(({ schema }) => {
    const traits = schema.getMergedTraits();
    return elsewhere.some((trait) => traits[trait] !== undefined) || traits.httpHeader !== undefined;
  });

const checksum = /^x-amz-checksum-(?!algorithm$|mode$|type$)/;

/** S3 refuses a request that names an algorithm and has no checksum: the SDK would compute that of an empty body. */
const checkChecksum = (name: string, headers: ReadonlySet<string>): void => {
  if (!headers.has('x-amz-sdk-checksum-algorithm') || [...headers].some((each) => checksum.test(each))) return;
  throw new InvalidInputError(
    `${name}: ChecksumAlgorithm requires the checksum of the content. Pass that too, e.g. aws: { ChecksumSHA256: '…' }.`,
    { operation: name },
  );
};
