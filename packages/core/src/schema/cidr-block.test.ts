import { expect, it } from 'vitest';

import { cidrBlock } from './cidr-block.js';

it.each(['10.0.0.0/16', '192.168.4.0/22', '10.1.2.3/32'])('accepts %s', (text) => {
  expect(cidrBlock(8, 32).safeParse(text).success).toBe(true);
});

it.each(['10.0.0.1/16', '0.0.0.0/0', '10.0.0.256/32', '10.0.0/16', '10.0.0.0', '10.0.0.0/33', 'net'])(
  'rejects %s for /8 to /32',
  (text) => {
    const { error } = cidrBlock(8, 32).safeParse(text);
    expect(error?.issues[0]?.message).toMatch(/an IPv4 block from \/8 to \/32/);
  },
);
