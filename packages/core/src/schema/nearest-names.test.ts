import { describe, expect, it } from 'vitest';

import { nearestNames } from './nearest-names.js';

describe('nearestNames', () => {
  it('returns names that differ in case or in a few letters, the nearest first', () => {
    expect(nearestNames('stopInstance', ['StartInstances', 'StopInstances', 'DescribeImages'])).toEqual([
      'StopInstances',
      'StartInstances',
    ]);
  });

  it('returns at most three names', () => {
    expect(nearestNames('a', ['b', 'c', 'd', 'e'])).toHaveLength(3);
  });

  it('returns an empty list if no name is similar', () => {
    expect(nearestNames('Reservations', ['NextToken'])).toEqual([]);
    expect(nearestNames('', ['NextToken'])).toEqual([]);
  });
});
