/** The servers that can be the S3 of a local AWS. */
export const s3Servers = ['ministack', 'versitygw'] as const;

export type S3Server = (typeof s3Servers)[number];
