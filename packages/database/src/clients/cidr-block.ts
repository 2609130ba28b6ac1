import { z } from '@arch/core/builder';

const least = 8;

const isBlock = (text: string): boolean => {
  const [, address = '', length = ''] = /^((?:\d{1,3}\.){3}\d{1,3})\/(\d{1,2})$/.exec(text) ?? [];
  const parts = address.split('.').map(Number);
  const prefix = Number(length);
  if (address === '' || parts.some((part) => part > 255) || prefix < least || prefix > 32) return false;
  return parts.reduce((sum, part) => sum * 256 + part, 0) % 2 ** (32 - prefix) === 0;
};

/** An IPv4 block such as `10.0.0.0/16`, whose address is the first of the block; one that holds much of the internet is refused. */
export const cidrBlock = (): z.ZodMiniType<string> =>
  z.string().check(
    z.refine(isBlock, {
      error: `an IPv4 block of /${least} to /32 that begins with its first address, such as 10.0.0.0/16`,
    }),
  );
