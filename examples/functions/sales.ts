// A Lambda function that the examples deploy: it asks Redshift what each shop has sold in a month.
import { redshiftDatabase } from '@arch/analytics';
import * as z from 'zod/mini';

const { WORKGROUP: workgroupName = '', DATABASE: database = '' } = process.env;
const { query } = redshiftDatabase({ workgroupName, database });
const sales = z.object({ shop: z.number(), pieces: z.number(), revenue: z.number() });
const sql = `select shop, sum(pieces)::int as pieces, sum(pieces * price)::float as revenue
  from sales where day >= :first and day < :next group by shop order by revenue desc`;

/** Takes the days between which it looks, and gives the shops with the most revenue first. */
export const handler = ({ first, next }: { first: string; next: string }): Promise<z.infer<typeof sales>[]> =>
  query(sql, { first, next }, sales).toArray();
