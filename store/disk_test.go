package store_test

import (
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing"

	"remit/store"
)

// Whatever refuses a file, a person is told what to do, and where another place helps,
// how to name one. The path is to blame only where no disk could help.
func TestTroubleOnDiskHasACure(t *testing.T) {
	const elsewhere = "name another place"
	for cause, test := range map[error]struct{ path, elsewhere bool }{
		syscall.ENOTDIR:      {true, true},
		syscall.ELOOP:        {true, true},
		syscall.ENAMETOOLONG: {true, false},
		syscall.EROFS:        {false, true},
		syscall.EIO:          {false, true},
		fs.ErrPermission:     {false, true},
		syscall.EACCES:       {false, true},
		syscall.ENOSPC:       {false, false},
		syscall.EDQUOT:       {false, false},
		syscall.EFBIG:        {false, false},
	} {
		cure, path := store.OnDisk(&os.PathError{Op: "write", Path: "x", Err: cause}, elsewhere)
		if path != test.path || strings.Contains(cure, elsewhere) != test.elsewhere || !strings.HasSuffix(cure, ".") {
			t.Errorf("%v: %q, the path %t", cause, cure, path)
		}
	}
	if cure, path := store.OnDisk(os.ErrExist, elsewhere); cure != "" || path {
		t.Errorf("what is no trouble of the disk has the cure %q", cure)
	}
}
