import { type InputFields, text, z } from '@arch/core/builder';

import { type VaultReference, vaultReference } from '../../vault-reference.js';

/** The vault and the description of a new archive. */
export interface NewVaultArchive extends VaultReference {
  /** A description, up to 1,024 printable ASCII characters, e.g. the name of the file: an archive has no other name. Default: none. */
  readonly archiveDescription?: string | undefined;
}

/** Checks the members of {@link NewVaultArchive}. */
export const newVaultArchive = (): InputFields<NewVaultArchive> => ({
  ...vaultReference(),
  archiveDescription: z.optional(text(1, 1_024).check(z.regex(/^[\x20-\x7e]*$/, 'printable ASCII characters'))),
});
