import {
  type AwsResource,
  from,
  maybe,
  openEnum,
  type Open,
  optionalString,
  resource,
  type Schema,
  z,
} from '@arch/core/builder';
import { GlacierJobDescription$ } from '@aws-sdk/client-glacier';

import { glacierTime } from '../glacier-time.js';

/** The purpose of a job. */
export const vaultJobActions = ['ArchiveRetrieval', 'InventoryRetrieval', 'Select'] as const;
/** An action of a job. */
export type VaultJobAction = Open<(typeof vaultJobActions)[number]>;

/** The states of a job. */
export const vaultJobStates = ['InProgress', 'Succeeded', 'Failed'] as const;
/** A state of a job. */
export type VaultJobState = Open<(typeof vaultJobStates)[number]>;

/** The speeds of a retrieval: minutes, 3–5 hours, 5–12 hours. A faster one costs more. */
export const retrievalTiers = ['Expedited', 'Standard', 'Bulk'] as const;
/** A speed of a retrieval. */
export type RetrievalTier = (typeof retrievalTiers)[number];

/** A job that prepares an archive or an inventory for reading. https://docs.aws.amazon.com/amazonglacier/latest/dev/api-describe-job-get.html */
export interface VaultJob extends AwsResource {
  /** The ID of the job. AWS keeps a completed job and its output for at least 24 hours. */
  readonly jobId: string;
  /** The purpose of the job. */
  readonly action: VaultJobAction;
  /** The state of the job. */
  readonly statusCode: VaultJobState;
  /** AWS's words about the state, e.g. the reason of a failure. */
  readonly statusMessage?: string | undefined;
  /** Whether the job has ended: its output can be read, or it has failed. */
  readonly completed: boolean;
  /** The ARN of the vault. */
  readonly vaultArn: string;
  /** The time at which the job was requested, in UTC. */
  readonly creationDate: Date;
  /** The time at which the job ended, in UTC. */
  readonly completionDate?: Date | undefined;
  /** The description from the request. */
  readonly jobDescription?: string | undefined;
  /** The ID of the archive. Only for an archive. */
  readonly archiveId?: string | undefined;
  /** The size of the whole archive in bytes. Only for an archive. */
  readonly archiveSizeInBytes?: number | undefined;
  /** The SHA-256 tree hash of the whole archive, in hexadecimal digits. Only for an archive. */
  readonly archiveSha256TreeHash?: string | undefined;
  /** The retrieved bytes, e.g. `0-1048575`. Only for an archive. */
  readonly retrievalByteRange?: string | undefined;
  /** The SHA-256 tree hash of the retrieved bytes, in hexadecimal digits. Absent for an inventory, and for bytes that no tree hash covers. */
  readonly sha256TreeHash?: string | undefined;
  /** The speed of the retrieval. Only for an archive. */
  readonly tier?: Open<RetrievalTier> | undefined;
  /** The size of the inventory in bytes. Only for an inventory that is complete. */
  readonly inventorySizeInBytes?: number | undefined;
  /** The marker for the request of the next part of an inventory. Absent after the last part. */
  readonly inventoryMarker?: string | undefined;
  /** The ARN of the SNS topic that AWS notifies. */
  readonly snsTopic?: string | undefined;
}

/** Parses one Glacier `GlacierJobDescription` structure. */
export const vaultJob = (): Schema<VaultJob> =>
  resource<VaultJob>(GlacierJobDescription$, {
    jobId: z.string(),
    action: openEnum(vaultJobActions),
    statusCode: openEnum(vaultJobStates),
    statusMessage: optionalString(),
    completed: z.boolean(),
    vaultArn: z.string(),
    creationDate: glacierTime(),
    completionDate: maybe(glacierTime()),
    jobDescription: optionalString(),
    archiveId: optionalString(),
    archiveSizeInBytes: z.optional(z.number()),
    archiveSha256TreeHash: optionalString(),
    retrievalByteRange: optionalString(),
    sha256TreeHash: optionalString(),
    tier: z.optional(openEnum(retrievalTiers)),
    inventorySizeInBytes: z.optional(z.number()),
    inventoryMarker: from('InventoryRetrievalParameters.Marker', optionalString()),
    snsTopic: optionalString(),
  });
