import { describe, expect, it } from 'vitest';

import { endpointKey } from './endpoint-key.js';

const keyOf = (instructions: object) =>
  endpointKey({ commandClass: { getEndpointParameterInstructions: () => instructions as never } });

describe('what an endpoint depends on', () => {
  it('is each value that the rules read of a request, and the region of its bucket', () => {
    const key = keyOf({
      Bucket: { type: 'contextParams', name: 'Bucket' },
      Key: { type: 'contextParams', name: 'Key' },
      First: { type: 'operationContextParams', get: ({ List }: { List?: readonly string[] }) => List?.[0] },
      Region: { type: 'builtInParams', name: 'region' },
    })!;
    const of = (input: object, archBucketRegion?: string): string => key(input, { archBucketRegion });
    expect(of({ Bucket: 'a', Key: '1' })).toBe(of({ Bucket: 'a', Key: '2' }));
    const keys = [
      of({ Bucket: 'a' }),
      of({ Bucket: 'b' }),
      of({}),
      of({ List: ['a'] }),
      of({ Bucket: 'a' }, 'eu-west-3'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(['accountId', 'credentialScope'])('is not known if it is one of the credentials: %s', (name) => {
    expect(keyOf({ Value: { type: 'builtInParams', name } })).toBeUndefined();
  });

  it('is not known for commands without rules', () => {
    expect(keyOf({})).toBeUndefined();
  });
});
