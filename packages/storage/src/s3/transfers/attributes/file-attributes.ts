import { z } from '@arch/core/builder';

/** The attributes of a file that a transfer can preserve. */
export const fileAttributes = ['times', 'mode'] as const;
export type FileAttribute = (typeof fileAttributes)[number];

/** The attributes to preserve. */
export interface AttributeSettings {
  /**
   * Attributes of files that an upload stores as metadata of the object, and a download restores from it. `times`: the time of the last change,
   * as `mtime` in seconds with a fraction, the form of rclone and s3fs. `mode`: type and permissions, as `mode` in decimal, the form of s3fs; a
   * download restores only the permissions, and on Windows only whether the file can be written. The `s3cmd-attrs` of s3cmd are read too. An
   * object without such metadata is downloaded without them. Default: none.
   */
  readonly preserve?: readonly FileAttribute[] | undefined;
}

/** Checks the members of {@link AttributeSettings}. */
export const attributeSettings = (): { readonly preserve: z.ZodMiniType<AttributeSettings['preserve']> } => ({
  preserve: z.optional(z.array(z.enum(fileAttributes))),
});

/** The names of the metadata. https://rclone.org/s3/#modification-times-and-hashes and https://github.com/s3fs-fuse/s3fs-fuse */
export const metadataNames = { times: 'mtime', mode: 'mode' } as const;

interface WithMetadata extends AttributeSettings {
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

/** Whether the given metadata have no names that `preserve` writes. */
export const areAttributesFree = ({ preserve = [], metadata = {} }: WithMetadata): boolean => {
  const names = Object.keys(metadata).map((name) => name.toLowerCase());
  return preserve.every((attribute) => !names.includes(metadataNames[attribute]));
};

/** The rule of {@link areAttributesFree} for messages. */
export const attributesRule = 'metadata without the names that preserve writes: mtime for times, mode for mode';
