import type { CallOptions, TaskSteps } from '@arch/core/builder';

import type { FileIdentity } from '../../file-identity.js';
import type { UploadRecord } from './uploads/index.js';
import type { UploadFileInput } from '../upload-file-input.js';

/** The members of an upload that its record needs. The conditions are those of the request that completes it, so they may change. */
interface RecordedInput extends Pick<UploadFileInput, 'path' | 'resume'> {
  readonly object: Pick<UploadFileInput, 'bucket' | 'key' | 'ifNoneMatch' | 'ifMatch' | 'aws'>;
}

/** Opens the record of an upload with `resume`; returns `undefined` for other uploads. */
export const openRecord = async (
  file: FileIdentity | undefined,
  { path, resume = false, object }: RecordedInput,
  { options, steps }: { readonly options: CallOptions; readonly steps: TaskSteps },
): Promise<UploadRecord | undefined> => {
  if (path === undefined || file === undefined || resume === false) return undefined;
  // The code for journals is loaded with the first transfer that needs it.
  const { openUploadRecord } = await import('./uploads/index.js');
  const { ifNoneMatch: _ifNoneMatch, ifMatch: _ifMatch, ...settings } = object;
  return openUploadRecord({ path, resume, file, object: settings }, options, steps);
};
