/** Domains of AWS's endpoints in all partitions. https://docs.aws.amazon.com/general/latest/gr/rande.html */
const domains =
  /(?:^|\.)(?:amazonaws\.(?:com|com\.cn|eu)|api\.aws|api\.amazonwebservices\.(?:com\.cn|eu)|c2s\.ic\.gov|sc2s\.sgov\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)$/;

/** Whether a host belongs to AWS. */
export const isAwsHost = (hostname: string): boolean => domains.test(hostname.toLowerCase());
