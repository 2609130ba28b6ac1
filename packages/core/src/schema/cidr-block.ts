import { refine, string, type ZodMiniType } from './z.js';

const toNumber = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

const isBlock = (text: string, least: number, most: number): boolean => {
  const [address = '', length = ''] = text.split('/');
  const prefix = Number(length);
  if (!/^(?:\d{1,3}\.){3}\d{1,3}$/.test(address) || !/^\d{1,2}$/.test(length)) return false;
  if (address.split('.').some((part) => Number(part) > 255) || prefix < least || prefix > most) return false;
  return toNumber(address) % 2 ** (32 - prefix) === 0;
};

/** An IPv4 block such as `10.0.0.0/16`, whose address is the first of the block, checked. */
export const cidrBlock = (least: number, most: number): ZodMiniType<string> =>
  string().check(
    refine((text) => isBlock(text, least, most), {
      error: `an IPv4 block of /${least} to /${most} that begins with its first address, such as 10.0.0.0/${Math.max(16, least)}`,
    }),
  );
