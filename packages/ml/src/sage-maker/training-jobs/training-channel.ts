import { text, z } from '@arch/core/builder';

import { s3Uri } from '../sage-maker-fields.js';

/** How the data gets to the container: copied first, read as files while it comes, or as a stream. */
export type TrainingInputMode = 'File' | 'FastFile' | 'Pipe';

/** Data for a training job, with how it is read. */
export interface TrainingChannel {
  /** All objects whose keys begin so. In the job's region. */
  readonly s3Uri: string;
  /** e.g. `text/csv`; for algorithms that ask for it. */
  readonly contentType?: string | undefined;
  /** Default: the job's. */
  readonly inputMode?: TrainingInputMode | undefined;
  /** For `Pipe` only. Default `None`. */
  readonly compressionType?: 'None' | 'Gzip' | undefined;
  /** Whether each instance gets all objects, or its part of them. Default `FullyReplicated`. */
  readonly s3DataDistributionType?: 'FullyReplicated' | 'ShardedByS3Key' | undefined;
}

/** {@link TrainingInputMode}, checked. */
export const trainingInputMode = (): z.ZodMiniType<TrainingInputMode> => z.enum(['File', 'FastFile', 'Pipe']);

const channel = (): z.ZodMiniType<string | TrainingChannel> =>
  z.union([
    s3Uri(),
    z.strictObject({
      s3Uri: s3Uri(),
      contentType: z.optional(text(1, 256)),
      inputMode: z.optional(trainingInputMode()),
      compressionType: z.optional(z.enum(['None', 'Gzip'])),
      s3DataDistributionType: z.optional(z.enum(['FullyReplicated', 'ShardedByS3Key'])),
    }),
  ]) as z.ZodMiniType<string | TrainingChannel>;

/** Channels by name, checked. */
export const trainingChannels = (): z.ZodMiniType<Readonly<Record<string, string | TrainingChannel>>> =>
  z.record(z.string(), channel()).check(
    z.refine((all) => Object.keys(all).length <= 20, 'at most 20 channels'),
    z.refine(
      (all) => Object.keys(all).every((name) => /^[\w.-]{1,64}$/.test(name)),
      'channels whose names are 1–64 letters, digits and ._-',
    ),
  );

interface Channels {
  readonly channels?: Readonly<Record<string, string | TrainingChannel>> | undefined;
  readonly trainingInputMode?: TrainingInputMode | undefined;
}

/** Compressed data can be read as a stream only. */
export const arePipesWhereCompressed = (): z.Check<Channels> =>
  z.refine(
    ({ channels = {}, trainingInputMode: ofJob = 'File' }) =>
      Object.values(channels).every(
        (each) => typeof each === 'string' || each.compressionType !== 'Gzip' || (each.inputMode ?? ofJob) === 'Pipe',
      ),
    'compressionType Gzip only for channels with the input mode Pipe',
  );
