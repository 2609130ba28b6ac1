import { secret, text, z } from '@arch/core/builder';

/** A Spark program and how it runs: what `spark-submit` takes. */
export interface SparkProgram {
  /** A Python file or a JAR, e.g. `s3://jobs/sales.py`. */
  readonly entryPoint: string;
  /** What the program is given. */
  readonly arguments?: readonly string[] | undefined;
  /** The main class of a JAR. */
  readonly class?: string | undefined;
  /** Spark's properties, e.g. `{ 'spark.executor.memory': '4g' }`. */
  readonly conf?: Readonly<Record<string, string>> | undefined;
  /** Further options of `spark-submit`, word by word, e.g. `['--py-files', 's3://jobs/lib.zip']`. */
  readonly options?: readonly string[] | undefined;
}

/** The members of {@link SparkProgram}, checked. */
export const sparkProgramFields = (
  longestEntryPoint: number,
): { readonly [Name in keyof SparkProgram]-?: z.ZodMiniType<SparkProgram[Name]> } => ({
  entryPoint: secret(text(1, longestEntryPoint).check(z.regex(/\S/, 'the path or S3 URI of a Python file or JAR'))),
  arguments: z.optional(secret(z.array(text(1, 10_280)))),
  class: z.optional(z.string().check(z.regex(/^[\w$.]{1,256}$/, 'the name of a class such as com.example.Sales'))),
  conf: z.optional(sparkProperties()),
  options: z.optional(secret(z.array(text(1, 10_280)))),
});

/** Spark's properties, checked. */
const sparkProperties = (): z.ZodMiniType<Readonly<Record<string, string>>> =>
  secret(
    z.record(z.string(), z.string()).check(
      z.refine((conf) => Object.keys(conf).every((name) => /^spark\.[^\s=]+$/.test(name)), {
        error: "an object of Spark's properties such as { 'spark.executor.memory': '4g' }",
      }),
    ),
  );
