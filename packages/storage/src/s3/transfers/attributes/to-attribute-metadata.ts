import type { LocalAttributes } from '../../local-attributes.js';
import { type AttributeSettings, metadataNames } from './file-attributes.js';

/** Returns the metadata of an object that contain the attributes of its file. */
export const toAttributeMetadata = (
  { modifiedNs, mode }: LocalAttributes,
  { preserve = [] }: AttributeSettings,
): Readonly<Record<string, string>> => ({
  ...(preserve.includes('times') && { [metadataNames.times]: toSeconds(modifiedNs) }),
  ...(preserve.includes('mode') && { [metadataNames.mode]: String(mode) }),
});

/** Returns a number of seconds with a fraction, without zeros at its end, as rclone writes it. */
const toSeconds = (nanoseconds: bigint): string => {
  const digits = String(nanoseconds < 0n ? -nanoseconds : nanoseconds).padStart(10, '0');
  const text = `${digits.slice(0, -9)}.${digits.slice(-9)}`.replace(/\.?0+$/, '');
  return nanoseconds < 0n ? `-${text}` : text;
};
