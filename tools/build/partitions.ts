/** A partition of AWS in the SDK's list. */
interface Partition {
  readonly regionRegex: string;
  readonly regions: Readonly<Record<string, object>>;
}

/**
 * Returns the SDK's list of partitions without the regions that are found by their names. The SDK looks for a region in the lists first, and for a
 * partition whose pattern fits second; the entry of a region contains only a description, which no endpoint rule reads.
 */
export const withoutRegions = (source: string): string => {
  const [, text] = /^export const partitionsInfo = (\{[^]*\});?\s*$/.exec(source) ?? [];
  if (text === undefined)
    throw new Error("The SDK's list of partitions has another form: update tools/build/partitions.ts.");
  const info = JSON.parse(text) as { readonly partitions: readonly Partition[] };
  const partitions = info.partitions.map((partition) => {
    const isFound = (region: string): boolean =>
      info.partitions.find(({ regionRegex }) => new RegExp(regionRegex).test(region)) === partition;
    const regions = Object.keys(partition.regions).filter((region) => !isFound(region));
    return { ...partition, regions: Object.fromEntries(regions.map((region) => [region, {}])) };
  });
  return `export const partitionsInfo = ${JSON.stringify({ ...info, partitions })};\n`;
};
