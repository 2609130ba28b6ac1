import { type AttributeSettings, metadataNames } from './file-attributes.js';

/** The attributes that the metadata of an object contain. */
export interface StoredAttributes {
  /** The time of the last change, in milliseconds since 1970. */
  readonly modifiedMs?: number | undefined;
  /** The bits for the permissions of owner, group and others. */
  readonly mode?: number | undefined;
}

/** Reads those attributes from the metadata of an object that are preserved. Attributes in another form are ignored. */
export const readAttributes = (
  metadata: Readonly<Record<string, string>>,
  { preserve = [] }: AttributeSettings,
): StoredAttributes => {
  const ofS3cmd = readS3cmd(metadata['s3cmd-attrs']);
  const text = (name: string): string | undefined => metadata[name] ?? ofS3cmd[name];
  return {
    modifiedMs: preserve.includes('times') ? toMilliseconds(text(metadataNames.times)) : undefined,
    mode: preserve.includes('mode') ? toPermissions(text(metadataNames.mode)) : undefined,
  };
};

/** Reads the form of s3cmd: `mode:33188/mtime:1508801827/…`. */
const readS3cmd = (text = ''): Readonly<Record<string, string>> =>
  Object.fromEntries(text.split('/').flatMap((item) => [/^(\w+):(.*)$/.exec(item)?.slice(1) ?? []]));

const toMilliseconds = (text = ''): number | undefined =>
  /^-?\d{1,11}(?:\.\d{1,9})?$/.test(text) ? Number(text) * 1_000 : undefined;

/**
 * Returns the permissions of a regular file from its decimal mode, as s3fs and s3cmd write it (33188), or from its octal mode, as rclone writes
 * it (100644). Other bits, e.g. set-user-ID, are not restored.
 */
const toPermissions = (text = ''): number | undefined => {
  const mode = /^\d{5}$/.test(text) ? Number(text) : /^0?10[0-7]{4}$/.test(text) ? Number.parseInt(text, 8) : 0;
  return mode >> 12 === regularFile ? mode & 0o777 : undefined;
};

/** The type of a regular file, the upper bits of its mode. */
const regularFile = 0o10;
