import { text, z } from '@arch/core/builder';

import { s3Uri } from '../sage-maker-fields.js';

/**
 * The input mode of a channel: `File` copies the data first, `FastFile` provides the objects as files on demand, `Pipe` streams the data.
 */
export type TrainingInputMode = 'File' | 'FastFile' | 'Pipe';

/** Input data of a training job. */
export interface TrainingChannel {
  /** S3 URI: the prefix of the objects. The bucket must be in the region of the job. */
  readonly s3Uri: string;
  /** Content type of the data, e.g. `text/csv`, for algorithms that require it. */
  readonly contentType?: string | undefined;
  /** Input mode of the channel. Default: `trainingInputMode` of the job. */
  readonly inputMode?: TrainingInputMode | undefined;
  /** Compression of the data. `Gzip` requires the input mode `Pipe`. Default that AWS applies: `None`. */
  readonly compressionType?: 'None' | 'Gzip' | undefined;
  /** Distribution of the objects over several instances: all objects to each instance, or a part to each. Default: `FullyReplicated`. */
  readonly s3DataDistributionType?: 'FullyReplicated' | 'ShardedByS3Key' | undefined;
}

/** Checks a {@link TrainingInputMode}. */
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

/** Checks channels by name. */
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

/** Checks that compressed data is streamed. */
export const gzipRequiresPipeCheck = (): z.Check<Channels> =>
  z.refine(
    ({ channels = {}, trainingInputMode: modeOfJob = 'File' }) =>
      Object.values(channels).every(
        (each) =>
          typeof each === 'string' || each.compressionType !== 'Gzip' || (each.inputMode ?? modeOfJob) === 'Pipe',
      ),
    'compressionType Gzip only for channels with the input mode Pipe',
  );
