package cli

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

const usageTemplate = `Usage: {{.UseLine}}{{if and .HasAvailableSubCommands .HasParent}}
       {{.CommandPath}} COMMAND{{end}}{{if .HasExample}}

Examples:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

Commands:{{range .Commands}}{{if or .IsAvailableCommand (eq .Name "help")}}
  {{rpad .Name .NamePadding}}  {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Flags:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

Flags of every command:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
`

// showHelp writes a command's help. A failure to write is told once, by exit.
func (a *app) showHelp(cmd *cobra.Command, _ []string) {
	fmt.Fprintf(a.out, "%s\n\n%s", strings.TrimSpace(cmp.Or(cmd.Long, cmd.Short)), cmd.UsageString())
}

// newHelp is remit help: a command's help, or one of the topics below it.
func newHelp(a *app) *cobra.Command {
	help := &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Help about a command, or: help exit-codes",
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return unknownCommand(about, rest)
			}
			return about.Help()
		},
	}
	help.AddCommand(&cobra.Command{
		Use:   "exit-codes",
		Short: "What the exit codes mean",
		Args:  arguments(0, 0),
		RunE: func(*cobra.Command, []string) error {
			for _, c := range codes() {
				fmt.Fprintf(a.out, "%3d  %s\n", c.Number, c.Means)
			}
			return nil
		},
	})
	return help
}
