package cli

import (
	"fmt"

	"github.com/spf13/cobra"
)

// newStoreCompact is remit store compact.
func newStoreCompact(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "compact",
		Short: "Make the file smaller: give back the room of what was removed",
		Long: `Writes the store anew without the room that purged sessions and many changes have
left in it. The new file is checked and compared with the old one, record by record,
before it takes its place. Nothing that is saved is lost or changed; a store that is
damaged is refused.`,
		Example: "  remit store compact",
		Args:    arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			keep, err := a.bolt()
			if err != nil {
				return err
			}
			before, after, err := keep.Compact(cmd.Context())
			if err != nil {
				return err
			}
			if before == after {
				a.report("Nothing to gain: %d bytes, as small as it gets.", before)
				return nil
			}
			a.kept = fmt.Sprintf("The store %q was compacted.", keep.Path())
			a.report("Compacted: %d bytes, now %d. Every session is in it, checked.", before, after)
			return nil
		},
	}
}
