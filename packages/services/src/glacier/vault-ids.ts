import { z } from '@arch/core/builder';

/** Checks the name of a vault. https://docs.aws.amazon.com/amazonglacier/latest/dev/creating-vaults.html */
export const vaultName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(/^(?!\.{1,2}$)[\w.-]{1,255}$/, '1 to 255 letters, digits, hyphens, underscores and dots, e.g. photos'),
    );

/** Checks the ID of an account in the path of a request. `-` is the account of the credentials. */
export const vaultAccountId = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^(?:-|\d{12})$/, 'an account ID of 12 digits, or "-" for the account of the credentials'));

/** Checks the ID of a job, of an archive or of a vault lock. Their lengths differ, and AWS does not guarantee them. */
export const glacierId = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[\w-]{1,255}$/, 'an ID of 1 to 255 letters, digits, hyphens and underscores'));
