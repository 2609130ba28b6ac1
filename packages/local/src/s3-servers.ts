/** The server that is the S3 of a local AWS. */
export type S3Server = 'ministack' | 'versitygw';

/** The servers that can be the S3 of a local AWS. */
export const s3Servers: readonly S3Server[] = ['ministack', 'versitygw'];
