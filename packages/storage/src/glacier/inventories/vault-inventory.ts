import { UnexpectedResponseError } from '@arch/core';
import { parseJson, z } from '@arch/core/builder';

/** An archive in the inventory of a vault. */
export interface InventoriedArchive {
  /** The ID of the archive. */
  readonly archiveId: string;
  /** The description from the upload. Other programs keep file names in it, often as JSON. */
  readonly archiveDescription?: string | undefined;
  /** The time at which the archive was uploaded, in UTC. */
  readonly creationDate: Date;
  /** The size in bytes. */
  readonly sizeBytes: number;
  /** The SHA-256 tree hash, in hexadecimal digits. */
  readonly sha256TreeHash: string;
}

/** The list of the archives in a vault. https://docs.aws.amazon.com/amazonglacier/latest/dev/api-job-output-get.html */
export interface VaultInventory {
  /** The ARN of the vault. */
  readonly vaultArn: string;
  /** The time at which AWS made the inventory, in UTC. Later changes of the vault are not in it. */
  readonly inventoryDate: Date;
  /** The archives. */
  readonly archives: readonly InventoriedArchive[];
}

/** Parses the JSON document of an inventory. */
export const parseInventory = (text: string, operation: string): VaultInventory => {
  const { VaultARN, InventoryDate, ArchiveList } = parseDocument(text, operation);
  return {
    vaultArn: VaultARN,
    inventoryDate: new Date(InventoryDate),
    archives: ArchiveList.map(({ ArchiveId, ArchiveDescription, CreationDate, Size, SHA256TreeHash }) => ({
      archiveId: ArchiveId,
      ...(ArchiveDescription && { archiveDescription: ArchiveDescription }),
      creationDate: new Date(CreationDate),
      sizeBytes: Size,
      sha256TreeHash: SHA256TreeHash,
    })),
  };
};

const time = () => z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text)), { error: 'a time' }));

const inventoryDocument = () =>
  z.object({
    VaultARN: z.string(),
    InventoryDate: time(),
    ArchiveList: z.array(
      z.object({
        ArchiveId: z.string(),
        ArchiveDescription: z.optional(z.nullable(z.string())),
        CreationDate: time(),
        Size: z.number(),
        SHA256TreeHash: z.string(),
      }),
    ),
  });

const parseDocument = (text: string, operation: string): z.infer<ReturnType<typeof inventoryDocument>> => {
  let document: unknown;
  try {
    document = parseJson(text);
  } catch (cause) {
    throw notAnInventory(operation, `it is not JSON (${(cause as Error).message})`);
  }
  const parsed = inventoryDocument().safeParse(document);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw notAnInventory(operation, `its member ${issue?.path.join('.')} is missing or has another form`);
};

const notAnInventory = (operation: string, problem: string): UnexpectedResponseError =>
  new UnexpectedResponseError(
    `${operation}: the output of the job is not an inventory in JSON: ${problem}. Pass a job of requestVaultInventory.`,
    { operation },
  );
