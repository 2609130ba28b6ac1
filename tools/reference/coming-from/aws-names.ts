/** The method of boto3 for an operation, as botocore makes it: `DescribeDBInstances` is `describe_db_instances`. */
export const boto3Method = (operation: string): string =>
  operation
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase();

/** The command of the AWS CLI for an operation: `DescribeDBInstances` is `describe-db-instances`. */
export const cliCommand = (operation: string): string => boto3Method(operation).replaceAll('_', '-');
