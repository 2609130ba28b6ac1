import { InvalidInputError } from '@arch/core';
import { describe, expect, it } from 'vitest';

import { definitionOf, type Type } from './input-messages/definition.js';
import { awsWith, type LayerSamples, type Subject, subjectsOf } from './layer.js';

/** Names of members whose values are a closed set. For an unknown value, AWS returns an empty list. */
const closedNames =
  /(?:^s|S)tate$|(?:^s|S)tatus(?:Equals)?$|[mM]ode$|[aA]rchitecture$|[tT]ype$|[cC]ode$|hypervisor|UsageClass$/;

/** Sets that AWS extends often: the input checks only a pattern. */
const openNames = new Set(['instanceType']);

/** Tests that the filters of every listing reject values outside their closed sets and suggest the most similar value. */
export const describeClosedFilters = (exports: object, samples: LayerSamples): void => {
  const listings = subjectsOf(exports, samples).filter(({ kind }) => kind === 'listing');
  describe('filters with a closed set', () => {
    for (const subject of listings) {
      const shape = definitionOf(subject.declaration['input'] as Type).shape ?? {};
      it(`of ${subject.name} list their values in the declaration`, () => {
        for (const [name, type] of Object.entries(shape))
          if (closedNames.test(name) && !openNames.has(name)) expect(valuesOf(type), name).not.toEqual([]);
      });
      for (const [name, type] of Object.entries(shape)) {
        const values = valuesOf(type);
        if (values.length > 0) describeFilter(subject, samples, { name, values });
      }
    }
  });
};

interface Filter {
  readonly name: string;
  readonly values: readonly string[];
}

const describeFilter = (subject: Subject, samples: LayerSamples, { name, values }: Filter): void => {
  it(`of ${subject.name}: ${name} rejects an unknown value and suggests the most similar value`, async () => {
    await using aws = awsWith(samples);
    for (const value of values) {
      const wrong = `${value}x`;
      const call = subject.call({ ...(subject.input as object), [name]: wrong }, { session: aws.session });
      await expect(call).rejects.toThrow(InvalidInputError);
      await expect(call).rejects.toThrow(
        new RegExp(`${name} must be .*\\(got "${wrong}"\\): did you mean .*"${value}"`),
      );
    }
    expect(aws.requests).toEqual([]);
  });
};

const valuesOf = (type: Type): readonly string[] => {
  const { innerType, options = [], entries } = definitionOf(type);
  if (entries) return Object.values(entries);
  return [innerType, ...options].flatMap((each) => (each ? valuesOf(each) : []));
};
