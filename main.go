// Remit interviews a company and advises how to lead technology there.
package main

import (
	"context"
	"os"

	"remit/cli"
)

func main() {
	ctx, stop := cli.Signals(context.Background())
	code := cli.Main(ctx, cli.System())
	stop()
	os.Exit(code)
}
