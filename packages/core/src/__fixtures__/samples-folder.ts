import { join } from 'node:path';

/** Published responses, IAM actions and error codes of AWS. They are other people's data and not part of this repository. */
export const samplesFolder: string =
  process.env['ARCH_AWS_SAMPLES'] ?? join(import.meta.dirname, '../../../../../shared/aws-samples');
