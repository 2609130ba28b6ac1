import { expectTypeOf, it } from 'vitest';

import type { CallOptions } from '../declaration/call-options.js';
import type { ListOperation } from './list-operation.js';

it('requires the input of a listing if one of its members is required', () => {
  type ParametersOf<Input> = Parameters<ListOperation<Input, string>>;
  expectTypeOf<ParametersOf<{ readonly bucket: string }>>().toEqualTypeOf<
    [input: { readonly bucket: string }, options?: CallOptions]
  >();
  expectTypeOf<ParametersOf<string | { readonly topicArn: string }>>().toEqualTypeOf<
    [input: string | { readonly topicArn: string }, options?: CallOptions]
  >();
  expectTypeOf<ParametersOf<{ readonly state?: string }>>().toEqualTypeOf<
    [input?: { readonly state?: string }, options?: CallOptions]
  >();
  expectTypeOf<ParametersOf<string | { readonly state?: string }>>().toEqualTypeOf<
    [input?: string | { readonly state?: string }, options?: CallOptions]
  >();
});
