package report_test

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"remit/model"
	"remit/report"
)

// tool gives the path of a program that a test needs, and skips the test where there is none.
func tool(t testing.TB, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skipf("there is no %s here", strings.Join(names, " and no "))
	return ""
}

// browse opens a page in Chromium with a profile of its own and no names to resolve. It
// gives what the browser wrote.
func browse(t *testing.T, file string, do ...string) (out, complaints string) {
	t.Helper()
	profile, err := os.MkdirTemp("", "remit-browser-*")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(profile) }) // what the browser's last helpers write is no fault of ours
	args := append([]string{"--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
		"--disable-background-networking", "--user-data-dir=" + profile, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
		"--enable-logging=stderr", "--no-pdf-header-footer"}, do...)
	cmd := exec.Command(tool(t, "chromium", "chromium-browser", "google-chrome"), append(args, "file://"+file)...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr, cmd.WaitDelay = &stdout, &stderr, time.Minute
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, &stderr)
	}
	return stdout.String(), stderr.String()
}

func kept(t *testing.T, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// eavesdropper serves every address and notes which were asked for.
func eavesdropper(t *testing.T) (address string, heard func() []string) {
	t.Helper()
	var lock sync.Mutex
	var list []string
	s := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		lock.Lock()
		defer lock.Unlock()
		list = append(list, r.URL.Path)
	}))
	t.Cleanup(s.Close)
	return s.URL, func() []string {
		lock.Lock()
		defer lock.Unlock()
		return list
	}
}

// A browser reads the hostile page as it was meant: nothing runs, nothing is fetched,
// nothing is complained about, and it says what people wrote.
func TestABrowserSeesOnlyText(t *testing.T) {
	address, heard := eavesdropper(t)
	r, _ := sown(everything(t), inTurn(attacks(t, address), 0))
	for _, cut := range report.Cuts() {
		source := page(t, r, cut)
		dom, complaints := browse(t, kept(t, "page.html", source), "--dump-dom")
		n := parsed(t, []byte(dom))
		if strings.Contains(dom, "data-owned") {
			t.Errorf("%s: something ran", cut)
		}
		if got, want := words(n), words(parsed(t, source)); got != want {
			t.Errorf("%s: the browser reads another text", cut)
		}
		if got, want := len(tags(n)), len(tags(parsed(t, source))); got != want {
			t.Errorf("%s: the browser sees %d elements of %d", cut, got, want)
		}
		if strings.Contains(complaints, "CONSOLE") {
			t.Errorf("%s: the browser complains:\n%s", cut, complaints)
		}
	}
	if list := heard(); len(list) > 0 {
		t.Errorf("it fetched %v", list)
	}
}

func TestThePageForABoardIsOnePageOfPaper(t *testing.T) {
	pages := tool(t, "pdfinfo")
	for name, as := range map[string]model.Answers{"dental": dental(), "insurer": insurer(), "nobody": {}} {
		r := whole(t, as)
		printed := filepath.Join(t.TempDir(), "printed.pdf")
		browse(t, kept(t, "board.html", page(t, r, report.Board)), "--print-to-pdf="+printed)
		own, _ := sheets(t, r, report.Board)
		for how, file := range map[string]string{"printed": printed, "PDF": kept(t, "own.pdf", own)} {
			out, err := exec.Command(pages, file).Output()
			if err != nil || !strings.Contains(even(string(out)), "Pages: 1 ") {
				t.Errorf("%s, %s: %v\n%s", name, how, err, out)
			}
		}
	}
}
