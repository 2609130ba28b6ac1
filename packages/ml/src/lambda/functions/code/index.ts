export type { FileCode, FolderCode, FunctionCode, ImageCode, LocalCode, S3Code, ZipCode } from '../../function-code.js';
export { packFunctionCode, type PackedCode, type PackOptions } from './pack-function-code.js';
