/** Whether signatures include the hash of the content of S3 uploads. */
export type PayloadSigning = 'always' | 'never';
