import { type ErrorRule, inParent, notFound } from '@arch/core/builder';

/** The bucket lacks a setting, which S3 reports as an error; `setter` is the function that sets it. */
export const settingNotFound = (setting: string, setter: string): ErrorRule =>
  inParent('bucket', notFound({ resource: setting, remedy: `Set it with ${setter}.` }));
