import { secret, text, z } from '@arch/core/builder';

/** A Spark program with the options of `spark-submit`. */
export interface SparkProgram {
  /** Path or S3 URI of a Python file or a JAR, e.g. `s3://jobs/sales.py`. */
  readonly entryPoint: string;
  /** Arguments of the program. */
  readonly arguments?: readonly string[] | undefined;
  /** Main class of a JAR, e.g. `com.example.Sales`. */
  readonly class?: string | undefined;
  /** Spark properties, e.g. `{ 'spark.executor.memory': '4g' }`. */
  readonly conf?: Readonly<Record<string, string>> | undefined;
  /** Further options of `spark-submit`, one element per argument, e.g. `['--py-files', 's3://jobs/lib.zip']`. */
  readonly options?: readonly string[] | undefined;
}

/** Checks the members of {@link SparkProgram}. */
export const sparkProgramFields = (
  maxEntryPointLength: number,
): { readonly [Name in keyof SparkProgram]-?: z.ZodMiniType<SparkProgram[Name]> } => ({
  entryPoint: secret(text(1, maxEntryPointLength).check(z.regex(/\S/, 'the path or S3 URI of a Python file or JAR'))),
  arguments: z.optional(secret(z.array(text(1, 10_280)))),
  class: z.optional(z.string().check(z.regex(/^[\w$.]{1,256}$/, 'the name of a class such as com.example.Sales'))),
  conf: z.optional(sparkProperties()),
  options: z.optional(secret(z.array(text(1, 10_280)))),
});

/** Checks Spark properties. */
const sparkProperties = (): z.ZodMiniType<Readonly<Record<string, string>>> =>
  secret(
    z.record(z.string(), z.string()).check(
      z.refine((conf) => Object.keys(conf).every((name) => /^spark\.[^\s=]+$/.test(name)), {
        error: "an object of Spark properties such as { 'spark.executor.memory': '4g' }",
      }),
    ),
  );
