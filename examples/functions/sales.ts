// A Lambda function that the examples deploy: it reads the sales of each shop in a month from Redshift.
import { redshiftDatabase } from '@arch/analytics';
import * as z from 'zod/mini';

const { WORKGROUP: workgroupName = '', DATABASE: database = '' } = process.env;
const { query } = redshiftDatabase({ workgroupName, database });
const sales = z.object({ shop: z.number(), pieces: z.number(), revenue: z.number() });
const sql = `select shop, sum(pieces)::int as pieces, sum(pieces * price)::float as revenue
  from sales where day >= :first and day < :next group by shop order by revenue desc`;

/** Returns the sales from the day `first` to the day before `next`, the shop with the highest revenue first. */
export const handler = ({ first, next }: { first: string; next: string }): Promise<z.infer<typeof sales>[]> =>
  query(sql, { first, next }, sales).toArray();
