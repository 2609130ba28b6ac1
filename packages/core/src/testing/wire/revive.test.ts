import { CreateVolume$, DescribeInstances$ } from '@aws-sdk/client-ec2';
import { GetRole$ } from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';

import { DropWidget$, FetchWidget$, GetHoles$, GetWidget$ } from '../__fixtures__/widget.js';
import { revive } from './revive.js';

const revived = (schema: readonly unknown[], output: unknown, serviceId = 'EC2'): Record<string, unknown> =>
  revive({ serviceId, name: String(schema[2]), schema, input: {}, protocol: '', xmlNamespace: undefined }, output);

const problem = (output: unknown, schema: readonly unknown[] = GetWidget$): string => {
  try {
    revived(schema, output);
  } catch (error) {
    return String(error);
  }
  return expect.fail('it was accepted');
};

describe('the JSON output of the AWS CLI', () => {
  it.each([
    ['an ISO string', '2026-01-02T03:04:05.678Z'],
    ['an ISO string with an offset', '2026-01-02T04:04:05.678+01:00'],
    ['an ISO string without a zone', '2026-01-02T03:04:05.678'],
    ['epoch seconds', 1767323045.678],
    ['epoch seconds as text', '1767323045.678'],
    ['a Date', new Date('2026-01-02T03:04:05.678Z')],
  ])('can contain times as %s', (_form, written) => {
    expect(revived(GetWidget$, { CreatedAt: written })).toEqual({ CreatedAt: new Date('2026-01-02T03:04:05.678Z') });
  });

  it('contains bytes in base64, and streams as text', () => {
    const bytes = new Uint8Array([0, 255, 1]);
    expect(revived(GetWidget$, { Data: 'AP8B' })).toEqual({ Data: bytes });
    expect(revived(GetWidget$, { Data: bytes })).toEqual({ Data: bytes });
    expect(revived(FetchWidget$, { Body: 'AP8B' })).toEqual({ Body: new Uint8Array(Buffer.from('AP8B')) });
  });

  it('can contain null for absent members', () => {
    const output = {
      Name: null,
      Size: undefined,
      Tags: ['a', null],
      Labels: { a: null, b: 'c' },
      Parts: [{ Name: null }],
    };
    expect(revived(GetWidget$, output)).toEqual({ Tags: ['a'], Labels: { b: 'c' }, Parts: [{}] });
  });

  it('keeps null in a list that can contain it', () => {
    expect(revived(GetHoles$, { Names: ['a', null, 'b'] })).toEqual({ Names: ['a', null, 'b'] });
  });

  it('contains special numbers as text', () => {
    expect(revived(GetWidget$, { Ratio: 'NaN', Size: '-Infinity', Huge: 5n })).toEqual({
      Ratio: Number.NaN,
      Size: -Infinity,
      Huge: 5n,
    });
  });

  it('contains documents unchanged', () => {
    expect(revived(GetWidget$, { Extra: { any: [null, 1] } })).toEqual({ Extra: { any: [null, 1] } });
  });

  it('contains policies as objects, which IAM sends percent-encoded', () => {
    const { Role } = revived(GetRole$, { Role: { AssumeRolePolicyDocument: { Version: '2012-10-17' } } }, 'IAM');
    expect(Role).toEqual({ AssumeRolePolicyDocument: '%7B%22Version%22%3A%222012-10-17%22%7D' });
    const { Role: other } = revived(
      GetRole$,
      { Role: { AssumeRolePolicyDocument: { Version: '2012-10-17' } } },
      'Other',
    );
    expect(other).toEqual({ AssumeRolePolicyDocument: '{"Version":"2012-10-17"}' });
  });

  it('can contain a key such as __proto__', () => {
    const { Labels } = revived(GetWidget$, { Labels: JSON.parse('{"__proto__":"a"}') });
    expect(Object.entries(Labels as object)).toEqual([['__proto__', 'a']]);
  });

  it('is empty if the operation has no output', () => {
    expect(revived(DropWidget$, {})).toEqual({});
    expect(problem({ Done: true }, DropWidget$)).toContain('- Done: AWS has no members here');
  });
});

describe('an invalid output', () => {
  it.each([
    [
      { Reservations: [{ Instances: [{ State: { Nam: 'running' } }] }] },
      'Reservations[0].Instances[0].State.Nam: AWS has no such member: did you mean Name?',
    ],
    [
      { Reservations: [{}, { instances: [] }] },
      'Reservations[1].instances: AWS has no such member: did you mean Instances?',
    ],
    [{ constructor: 1 }, 'constructor: AWS has no such member: the members are NextToken, Reservations'],
    [{ Reservations: {} }, 'Reservations: expected a list'],
    [{ Reservations: ['r-1'] }, 'Reservations[0]: expected an object'],
  ])('names unknown members: %j', (output, expected) => {
    expect(problem(output, DescribeInstances$)).toContain(`- ${expected}`);
  });

  it('names ten of many members', () => {
    expect(problem({ Zzzzzzzzzzz: 1 }, CreateVolume$)).toMatch(
      /AWS has no such member: the members are (\w+, ){9}\w+ and \d+ more$/,
    );
  });

  it.each([
    [{ CreatedAt: true }, 'CreatedAt: expected a time (an ISO string, epoch seconds or a Date), got true'],
    [{ CreatedAt: 'yesterday' }, "got 'yesterday'"],
    [{ Data: 'no base64!' }, 'Data: expected base64 or a Uint8Array'],
    [{ Data: 7 }, 'Data: expected base64 or a Uint8Array, got 7'],
    [{ Size: '7' }, "Size: expected a number, got '7'"],
    [{ Huge: '7' }, "Huge: expected a number, got '7'"],
    [{ Broken: 'true' }, "Broken: expected true or false, got 'true'"],
    [{ Name: 7 }, 'Name: expected a string, got 7'],
    [{ Name: { first: 'a' } }, "Name: expected a string, got { first: 'a' }"],
    [{ Tags: [1n] }, 'Tags[0]: expected a string, got 1n'],
    [{ Labels: [] }, 'Labels: expected an object'],
    ['text', 'expected an object'],
  ])('names the expected type: %o', (output, expected) => {
    expect(problem(output)).toContain(expected);
  });

  it('requires text or bytes for a stream', () => {
    expect(problem({ Body: {} }, FetchWidget$)).toContain('Body: expected text or a Uint8Array, got {}');
  });

  it('names all problems at once', () => {
    expect(problem({ Nam: 'a', Size: 'b' })).toBe(
      "AnswerError: The response for GetWidget is not valid for AWS:\n- Nam: AWS has no such member: did you mean Name?\n- Size: expected a number, got 'b'",
    );
  });
});
