/** What `arch-local --help` prints. */
export const helpText = `Usage:
  arch-local [--region REGION] -- COMMAND [ARGUMENT ...]
      Starts a local AWS, runs the command against it, stops it, and ends as the command did.
  arch-local start [--region REGION] [--port PORT] [--json]
      Keeps a local AWS running until Ctrl-C and prints the environment that leads to it,
      with its access key, as "export ..." lines or as JSON.

Options:
  --region REGION  default: us-east-1
  --port PORT      first port of 127.0.0.1, the next two are used too; default: free ones
  --json           the environment as one JSON object
  -h, --help       this text`;
