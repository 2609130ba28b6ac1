import { refine, string, type ZodMiniType } from './z.js';

const toNumber = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

const isBlock = (text: string, shortest: number, longest: number): boolean => {
  const [address = '', length = ''] = text.split('/');
  const prefix = Number(length);
  if (!/^(?:\d{1,3}\.){3}\d{1,3}$/.test(address) || !/^\d{1,2}$/.test(length)) return false;
  if (address.split('.').some((part) => Number(part) > 255) || prefix < shortest || prefix > longest) return false;
  return toNumber(address) % 2 ** (32 - prefix) === 0;
};

/** An IPv4 block such as `10.0.0.0/16`; its address must be the first of the block. */
export const cidrBlock = (shortest: number, longest: number): ZodMiniType<string> =>
  string().check(
    refine((text) => isBlock(text, shortest, longest), {
      error: `an IPv4 block from /${shortest} to /${longest} that starts at its first address, e.g. 10.0.0.0/${Math.max(16, shortest)}`,
    }),
  );
