import { describe, expect, it } from 'vitest';

import { newAccessKey } from './access-key.js';
import { sha256, signatureOf } from './signature-of.js';

const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const get = { method: 'GET', payloadHash: sha256(''), region: 'us-east-1' };

describe('signatureOf', () => {
  // https://github.com/awslabs/aws-c-auth/tree/main/tests/aws-signing-test-suite
  it.each([
    ['/', '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
    ['/?Param2=value2&Param1=value1', 'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500'],
  ])("computes the signature of %s in AWS's test suite", (target, expected) => {
    const date = '20150830T123600Z';
    const headers = { host: 'example.amazonaws.com', 'x-amz-date': date };
    const request = { ...get, target, headers, signedHeaders: 'host;x-amz-date', date, service: 'service' };
    expect(signatureOf(request, secret)).toBe(expected);
  });

  it("computes the signature of the example in S3's documentation", () => {
    const date = '20130524T000000Z';
    const headers = {
      host: 'examplebucket.s3.amazonaws.com',
      range: 'bytes=0-9',
      'x-amz-content-sha256': get.payloadHash,
      'x-amz-date': date,
    };
    const signedHeaders = Object.keys(headers).join(';');
    const request = { ...get, target: '/test.txt', headers, signedHeaders, date, service: 's3' };
    expect(signatureOf(request, 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY')).toBe(
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    );
  });
});

it('a new access key is random and does not look like a key of an account', () => {
  const keys = Array.from({ length: 100 }, newAccessKey);
  expect(new Set(keys.map(({ secretAccessKey }) => secretAccessKey)).size).toBe(100);
  for (const { accessKeyId, secretAccessKey } of keys) {
    expect(accessKeyId).toMatch(/^ARCH[0-9A-F]{16}$/);
    expect(secretAccessKey).toMatch(/^[\w-]{40}$/);
  }
});
