import { AccessDeniedError, NotFoundError } from '@arch/core';
import type { CallOptions, DeclaredFunction } from '@arch/core/builder';

import { isUnknownSetting } from '../is-not-implemented.js';
import type { ReadableSetting, UnreadableSetting } from './unreadable-setting.js';

/** An operation that reads one setting of a bucket. */
export type SettingRequest<Value> = DeclaredFunction & ((bucket: string, options: CallOptions) => Promise<Value>);

/** The value of a setting, or the denial of AWS. */
export interface ReadSetting<Value> {
  readonly value?: Value | undefined;
  readonly denied?: UnreadableSetting | undefined;
}

/** What to read, and the value of a setting that the bucket lacks. */
interface SettingSource<Absent> {
  readonly bucket: string;
  readonly absent: Absent;
  readonly options: CallOptions;
}

/**
 * Reads one setting of an existing bucket. Returns `absent` if the bucket lacks the setting, which S3 reports as an error, or if another store
 * does not implement it; and the denied action if the caller may not read the setting.
 */
export const readSetting = async <Value, Absent>(
  setting: ReadableSetting,
  request: SettingRequest<Value>,
  { bucket, absent, options }: SettingSource<Absent>,
): Promise<ReadSetting<Value | Absent>> => {
  try {
    return { value: await request(bucket, options) };
  } catch (error) {
    if (error instanceof AccessDeniedError) return { denied: { setting, action: deniedAction(error, request) } };
    if (error instanceof NotFoundError && error.code !== 'NoSuchBucket') return { value: absent };
    if (isUnknownSetting(error)) return { value: absent };
    throw error;
  }
};

/** Returns the action that AWS named, or the only one that the operation requires. */
const deniedAction = ({ action }: AccessDeniedError, { permissions }: DeclaredFunction): string =>
  action ?? permissions.map((permission) => permission.action).join(', ');
