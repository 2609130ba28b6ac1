import { InvalidInputError } from '@arch/core';
import { NormalizedSchema } from '@arch/core/sdk';
import { describe, expect, it } from 'vitest';

import { awsWith, type LayerSamples, operationsOf, type Subject, subjectsOf } from './layer.js';

/** Members of AWS's requests that change the form of the response, or limit its items. */
const formsResponse = new Set(
  (
    'NextToken nextToken ContinuationToken Marker KeyMarker VersionIdMarker UploadIdMarker MaxResults maxResults MaxItems MaxRecords MaxKeys ' +
    'MaxBuckets MaxUploads PageSize Limit Delimiter EncodingType DryRun ReturnConsumedCapacity Select Range PartNumber InvocationType ' +
    'MinCount MaxCount ResultFormat formatRecordsAs includeResultMetadata resultSetOptions IncludeInstances'
  ).split(' '),
);

/** Tests that every function rejects members of `aws` that change the form of the response: the error names the member, and nothing is sent. */
export const describeAwsMembers = (exports: object, samples: LayerSamples): void => {
  describe('members of aws that change the form of the response', () => {
    for (const subject of subjectsOf(exports, samples)) {
      const names = namesOf(subject);
      if (names.length === 0) continue;
      it(`are rejected by ${subject.name}: ${names.join(', ')}`, async () => {
        await using aws = awsWith(samples);
        for (const name of names) {
          const input = { ...membersOf(subject), aws: { [name]: 1 } };
          const error: unknown = await subject.call(input, { session: aws.session }).catch((thrown: unknown) => thrown);
          expect(error, name).toBeInstanceOf(InvalidInputError);
          // A task rejects members that its last request does not have.
          expect((error as Error).message, name).toMatch(new RegExp(`aws.*\\b${name}\\b|no aws`));
        }
        expect(aws.requests).toEqual([]);
      });
    }
  });
};

const schemaOf = (command: object): readonly unknown[] => (command as { readonly schema: readonly unknown[] }).schema;

const membersOf = ({ input, declaration }: Subject): object =>
  typeof input === 'string' ? { [declaration['key'] as string]: input } : (input as object);

interface Typed {
  readonly _zod: { readonly def: { readonly shape?: object } };
}

const namesOf = ({ callable, declaration, kind }: Subject): readonly string[] => {
  // The requests of a wait are those of the operation that it repeats.
  if (kind === 'waiter' || !('aws' in ((declaration['input'] as Typed)._zod.def.shape ?? {}))) return [];
  const names = operationsOf(callable).flatMap(({ declaration: { command: Command } }) =>
    [...NormalizedSchema.of(schemaOf(new Command({} as never))[4] as never).structIterator()].map(([name]) => name),
  );
  return [...new Set(names)].filter((name) => formsResponse.has(name)).sort();
};
