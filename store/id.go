package store

import (
	"fmt"
	"io"
	"time"

	"github.com/oklog/ulid/v2"
)

// newID makes a session's id from the time and 80 random bits.
func newID(now time.Time, entropy io.Reader) (string, error) {
	id, err := ulid.New(ulid.Timestamp(moment(now)), entropy)
	if err != nil {
		return "", fmt.Errorf("make an id: %w", err)
	}
	return id.String(), nil
}

// parseID gives an id in the form that keys have; ok is false for any other text.
func parseID(text string) (id string, ok bool) {
	parsed, err := ulid.ParseStrict(text)
	if err != nil {
		return "", false
	}
	return parsed.String(), true
}
