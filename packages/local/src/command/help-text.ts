/** The output of `arch-local --help`. */
export const helpText = `Usage:
  arch-local [--region REGION] [--s3 SERVER] -- COMMAND [ARGUMENT ...]
      Starts a local AWS, runs the command with it, stops it, and ends with the status of the command.
  arch-local start [--region REGION] [--s3 SERVER] [--port PORT] [--json]
      Starts a local AWS, prints its endpoints and its access key as environment variables,
      and keeps it running until Ctrl-C.

Options:
  --region REGION  default: us-east-1
  --s3 SERVER      the server of S3: ministack, or versitygw, which keeps objects in files and is
                   taken from the PATH or built with Go; default: ministack
  --port PORT      first port of 127.0.0.1, the next two (with versitygw three) ports are used too;
                   default: free ports
  --json           prints the environment as a JSON object instead of "export ..." lines
  -h, --help       prints this text`;
