import { findVersitygw } from '../versitygw/find-versitygw.js';

/** Returns the end of a test title with the reason why versitygw cannot be started on this machine. Returns an empty text if it can. */
export async function withoutVersitygw(): Promise<string> {
  return findVersitygw().then(
    () => '',
    (error: unknown) => ` (skipped: ${(error as Error).message})`,
  );
}
