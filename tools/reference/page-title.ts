/** Words of folders that are not written as they are. */
const words: Readonly<Record<string, string>> = {
  api: 'API',
  apis: 'APIs',
  db: 'DB',
  ebs: 'EBS',
  ec2: 'EC2',
  ecs: 'ECS',
  emr: 'EMR',
  http: 'HTTP',
  iam: 'IAM',
  rds: 'RDS',
  s3: 'S3',
  sns: 'SNS',
  sql: 'SQL',
  sqs: 'SQS',
  ssm: 'SSM',
  urls: 'URLs',
  vpcs: 'VPCs',
};

/** Services that AWS writes as one word, or with another word. */
const services: Readonly<Record<string, string>> = {
  'cloud-formation': 'CloudFormation',
  'cloud-watch': 'CloudWatch',
  'cloud-watch-logs': 'CloudWatch Logs',
  'event-bridge': 'EventBridge',
  'rds-data': 'RDS Data API',
  'redshift-data': 'Redshift Data API',
  'sage-maker': 'SageMaker',
  'sage-maker-runtime': 'SageMaker Runtime',
};

/** The name of a service by its folder: `auto-scaling` is `Auto Scaling`. */
export const serviceTitle = (folder: string): string =>
  services[folder] ??
  folder
    .split('-')
    .map((word) => words[word] ?? `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join(' ');

/** The title of a page by its folder: `ec2/key-pairs` is `EC2 key pairs`. */
export const pageTitle = (folder: string): string => {
  const [service = '', resource] = folder.split('/');
  const nouns = (resource ?? service).split('-').map((word) => words[word] ?? word);
  const text = resource === undefined ? nouns.join(' ') : `${serviceTitle(service)} ${nouns.join(' ')}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
};
