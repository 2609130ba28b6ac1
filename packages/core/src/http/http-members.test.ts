import { NormalizedSchema } from '@smithy/core/schema';
import { expect, it } from 'vitest';

import { httpMembersOf } from './http-members.js';

it('finds no members in a request without input', () => {
  expect(httpMembersOf(NormalizedSchema.of('unit' as never))).toEqual({ headers: [], streams: [] });
});
