import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { buildingMark } from './remove-abandoned.js';

/** Fills a temporary folder and renames it at the end, so that a folder with the final name is complete. */
export async function buildFolder(folder: string, fill: (building: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const building = await mkdtemp(folder + buildingMark);
  try {
    await fill(building);
    await adopt(building, folder);
  } finally {
    await rm(building, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function adopt(building: string, folder: string): Promise<void> {
  try {
    await rename(building, folder);
  } catch (error) {
    // Another process has created the same folder in the meantime.
    if (!existsSync(folder)) throw error;
  }
}
