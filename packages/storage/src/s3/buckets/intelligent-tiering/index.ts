export {
  deleteBucketIntelligentTieringConfiguration,
  type DeleteBucketIntelligentTieringConfigurationInput,
} from './delete-bucket-intelligent-tiering-configuration.js';
export {
  getBucketIntelligentTieringConfiguration,
  type GetBucketIntelligentTieringConfigurationInput,
} from './get-bucket-intelligent-tiering-configuration.js';
export {
  type ArchiveAccessTier,
  archiveAccessTiers,
  type IntelligentTieringConfiguration,
  type Tiering,
} from './intelligent-tiering-configuration.js';
export {
  listBucketIntelligentTieringConfigurations,
  type ListBucketIntelligentTieringConfigurationsInput,
} from './list-bucket-intelligent-tiering-configurations.js';
export {
  putBucketIntelligentTieringConfiguration,
  type PutBucketIntelligentTieringConfigurationInput,
} from './put-bucket-intelligent-tiering-configuration.js';
