/** Plans in the forms that Redshift's documentation shows. https://docs.aws.amazon.com/redshift/latest/dg/c-the-query-plan.html */

/** An operation with one child. */
export const aggregate = `
XN HashAggregate  (cost=131.97..133.41 rows=576 width=17)
  ->  XN Seq Scan on event  (cost=0.00..87.98 rows=8798 width=17)`;

/** A sort on all compute nodes, merged on the leader node. */
export const sorted = `
XN Merge  (cost=1002815366604.92..1002815366606.36 rows=576 width=27)
  Merge Key: sum(sales.pricepaid)
  ->  XN Network  (cost=1002815366604.92..1002815366606.36 rows=576 width=27)
        Send to leader
        ->  XN Sort  (cost=1002815366604.92..1002815366606.36 rows=576 width=27)
              Sort Key: sum(sales.pricepaid)
              ->  XN HashAggregate  (cost=2815366577.07..2815366578.51 rows=576 width=27)
                    ->  XN Hash Join DS_BCAST_INNER  (cost=109.98..2815365714.80 rows=172456 width=27)
                          Hash Cond: ("outer".eventid = "inner".eventid)
                          ->  XN Seq Scan on sales  (cost=0.00..1724.56 rows=172456 width=14)
                          ->  XN Hash  (cost=87.98..87.98 rows=8798 width=21)
                                ->  XN Seq Scan on event  (cost=0.00..87.98 rows=8798 width=21)`;

/** Joins of several tables: one is large, one is on every node, one is very small. */
export const joins = `
XN HashAggregate  (cost=15345150568.37..15345152276.08 rows=170771 width=103)
  Filter: (sum(pricepaid) > 9999.00)
      ->  XN Hash Join DS_BCAST_INNER  (cost=742.08..15345146299.10 rows=170771 width=103)
            Hash Cond: ("outer".catid = "inner".catid)
            ->  XN Hash Join DS_DIST_BOTH  (cost=741.94..15342942456.61 rows=170771 width=97)
                  Outer Dist Key: sales.buyerid
                  Inner Dist Key: users.userid
                  Hash Cond: ("outer".buyerid = "inner".userid)
                  ->  XN Hash Join DS_DIST_ALL_NONE  (cost=112.50..3272334142.59 rows=170771 width=84)
                        Hash Cond: ("outer".venueid = "inner".venueid)
                        ->  XN Merge Join DS_DIST_NONE  (cost=109.98..3167290276.71 rows=172456 width=47)
                              Merge Cond: ("outer".listid = "inner".listid)
                              ->  XN Seq Scan on listing  (cost=0.00..1924.97 rows=192497 width=8)
                              ->  XN Seq Scan on sales s  (cost=0.00..1724.56 rows=172456 width=24)
                        ->  XN Hash  (cost=2.02..2.02 rows=202 width=41)
                              ->  XN Seq Scan on venue  (cost=0.00..2.02 rows=202 width=41)
                  ->  XN Hash  (cost=499.90..499.90 rows=49990 width=14)
                        ->  XN Seq Scan on users  (cost=0.00..499.90 rows=49990 width=14)
            ->  XN Hash  (cost=0.11..0.11 rows=11 width=10)
                  ->  XN Seq Scan on category  (cost=0.00..0.11 rows=11 width=10)`;

/** A Cartesian product of two tables without statistics. */
export const product = `
 XN Nested Loop DS_BCAST_INNER  (cost=0.00..2815366577.07 rows=96778 width=66)
   ->  XN Seq Scan on "the events" e  (cost=0.00..87.98 rows=8798 width=17)
   ->  XN Seq Scan on category c  (cost=0.00..0.11 rows=11 width=49)
 ----- Tables missing statistics: the events, category -----
 ----- Update statistics by running the ANALYZE command on these tables -----
 ----- Nested Loop Join in the query plan - review the join predicates to avoid Cartesian products -----`;

/** A join of a partitioned external table in S3 with a Redshift table. */
export const external = `
XN Hash Join DS_BCAST_INNER  (cost=2.00..90000.00 rows=100 width=31)
  Hash Cond: ("outer".eventid = "inner".derived_col1)
  ->  XN Seq Scan on public.event e  (cost=0.00..10.00 rows=8798 width=4)
  ->  XN Hash  (cost=87.98..87.98 rows=87980 width=21)
        ->  XN Partition Loop  (cost=0.00..1.00 rows=1 width=1)
              ->  XN Seq Scan PartitionInfo of spectrum.sales  (cost=0.00..10.00 rows=112 width=12)
                    Filter: (saledate = '2008-01-01'::date)
              ->  XN S3 Query Scan sales  (cost=0.00..75.00 rows=3125 width=1)
                    ->  S3 HashAggregate  (cost=0.00..50.00 rows=3125 width=1)
                          ->  S3 Seq Scan spectrum.sales location:"s3://tickit/sales" format:TEXT  (cost=0.00..37.50 rows=3125 width=1)
                                Filter: (pricepaid > 30.00)
 ----- Tables missing statistics: sales -----`;

/** A set operation: one part is a view with a subquery whose catalog the leader node reads. */
export const union = `
XN Unique  (cost=106.12..108.59 rows=494 width=8)
  ->  XN Append  (cost=0.00..104.89 rows=494 width=8)
        ->  XN Subquery Scan "*SELECT* 1"  (cost=0.00..3.93 rows=119 width=8)
              ->  XN Seq Scan on venue  (cost=0.00..2.74 rows=119 width=8)
                    Filter: (venueseats > 0)
        ->  XN Subquery Scan v  (cost=0.00..2.79 rows=101 width=8)
              ->  LD Seq Scan on pg_class c1  (cost=0.00..2.79 rows=101 width=8)
        InitPlan
          ->  XN Aggregate  (cost=1.00..1.00 rows=1 width=4)
                ->  XN Multi Scan  (cost=0.00..1.00 rows=1 width=4)`;
