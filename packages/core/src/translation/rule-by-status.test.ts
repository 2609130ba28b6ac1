import { describe, expect, it } from 'vitest';

import { ruleByRange, ruleByRegion, ruleByStatus } from './rule-by-status.js';
import type { SdkError } from './sdk-error.js';

const failed = (status: number | undefined, headers?: Record<string, string>, name = 'Unknown'): SdkError =>
  Object.assign(new Error('UnknownError'), {
    name,
    ...(status !== undefined && { $metadata: { httpStatusCode: status } }),
    ...(headers && { $response: { headers } }),
  });

describe('an error without a code', () => {
  it.each([
    [304, 'conflict'],
    [403, 'denied'],
    [409, 'conflict'],
    [412, 'conflict'],
    [429, 'throttled'],
    [500, 'other'],
    [undefined, 'other'],
  ])('with status %s is %s', (status, situation) => {
    expect(ruleByStatus(failed(status)).situation).toBe(situation);
  });
});

describe('an error about a range', () => {
  it('contains the range and the size of the object if AWS sent them', () => {
    const named = Object.assign(failed(416, { 'content-range': 'bytes */5' }), { RangeRequested: 'bytes=9-' });
    expect(ruleByRange(named)).toEqual({
      situation: 'invalid',
      remedy: 'The range bytes=9- starts after the end of the object, which has 5 bytes.',
    });
    expect(ruleByRange(failed(416, {}))?.remedy).toBe('The range starts after the end of the object.');
    expect(ruleByRange(failed(416))?.remedy).toBe('The range starts after the end of the object.');
    expect(ruleByRange(failed(400))).toBeUndefined();
  });
});

describe('an error whose headers contain a region', () => {
  const region = { 'x-amz-bucket-region': 'eu-west-1' };

  it.each([
    [301, 'PermanentRedirect'],
    [307, 'TemporaryRedirect'],
    [400, 'AuthorizationHeaderMalformed'],
    [400, 'UnknownError'],
    [301, '301'],
  ])('with status %i and code %s says which region to pass', (status, code) => {
    expect(ruleByRegion(failed(status, region, code))?.remedy).toContain("pass { region: 'eu-west-1' }");
  });

  it('has no region rule if its status or code is about something else', () => {
    expect(ruleByRegion(failed(404, region))).toBeUndefined();
    expect(ruleByRegion(failed(400, region, 'InvalidRequest'))).toBeUndefined();
    expect(ruleByRegion(failed(301, {}))).toBeUndefined();
    expect(ruleByRegion(failed(undefined, region))).toBeUndefined();
    expect(ruleByRegion(failed(301))).toBeUndefined();
  });
});
