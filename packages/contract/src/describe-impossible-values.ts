import { InvalidInputError } from '@arch/core';
import { describe, expect, it } from 'vitest';

import { awsWith, type LayerSamples, type Subject, subjectsOf } from './layer.js';

/** Values that no request can contain: half of a surrogate pair, and an invalid date. */
const impossible: Readonly<Record<string, unknown>> = { string: 'a\ud800b', date: new Date(Number.NaN) };

/** Tests that every function rejects values that no request can contain: the error names the member, and nothing is sent. */
export const describeImpossibleValues = (exports: object, samples: LayerSamples): void => {
  describe('values that no request can contain', () => {
    for (const subject of subjectsOf(exports, samples)) {
      it(`are rejected by ${subject.name} with the name of the member`, async () => {
        await using aws = awsWith(samples);
        for (const [member, input] of inputsOf(subject)) {
          const error: unknown = await subject.call(input, { session: aws.session }).catch((thrown: unknown) => thrown);
          expect(error, member).toBeInstanceOf(InvalidInputError);
          expect((error as Error).message, member).toMatch(/^\w+: /);
          expect((error as Error).message, member).toContain(member);
        }
        expect(aws.requests).toEqual([]);
      });
    }
  });
};

const inputsOf = ({ input, declaration, kind }: Subject): readonly (readonly [string, unknown])[] => {
  const key = declaration['key'] as string | undefined;
  const members = typeof input === 'string' ? { [key ?? '']: input } : (input as Readonly<Record<string, unknown>>);
  const shape = (declaration['input'] as Typed)._zod.def.shape ?? {};
  const own = Object.entries(shape).flatMap(([name, type]): [string, unknown][] => {
    const value = impossible[typeOf(type)];
    return value === undefined ? [] : [[name, { ...members, [name]: value }]];
  });
  // The requests of a wait are those of the operation that it repeats.
  if (!('aws' in shape) || kind === 'waiter') return own;
  return [
    ...own,
    ...Object.values(impossible).map((value) => ['aws.Any', { ...members, aws: { Any: value } }] as const),
  ];
};

interface Typed {
  readonly _zod: {
    readonly def: { readonly type: string; readonly innerType?: Typed; readonly shape?: Record<string, Typed> };
  };
}

const typeOf = ({ _zod: { def } }: Typed): string => (def.innerType ? typeOf(def.innerType) : def.type);
