import { describe, expect, it } from 'vitest';

import { nearestNames } from './nearest-names.js';

describe('nearestNames', () => {
  it('finds what differs by case or by a few letters, the nearest first', () => {
    expect(nearestNames('stopInstance', ['StartInstances', 'StopInstances', 'DescribeImages'])).toEqual([
      'StopInstances',
      'StartInstances',
    ]);
  });

  it('finds three at the most', () => {
    expect(nearestNames('a', ['b', 'c', 'd', 'e'])).toHaveLength(3);
  });

  it('finds nothing where nothing is near', () => {
    expect(nearestNames('Reservations', ['NextToken'])).toEqual([]);
    expect(nearestNames('', ['NextToken'])).toEqual([]);
  });
});
