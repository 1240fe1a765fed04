package store_test

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"github.com/peritus-dao/peritus/governance/store/storetest"
	"github.com/peritus-dao/peritus/migrations/testdb"
)

// childOf is the environment variable by which [TestKilledWriter] tells its child which database to write to.
const childOf = "PERITUS_TEST_KILLED_WRITER"

// A writer that is killed, wherever it stands, leaves a whole log that holds all that it had said was committed.
//
// A kill does not show that commits are synced to the disk; TestCommitsWaitForTheDisk does.
func TestKilledWriter(t *testing.T) {
	if dsn := os.Getenv(childOf); dsn != "" {
		writeUntilKilled(t, dsn)
	}
	rounds := 5
	if os.Getenv("PERITUS_SOAK") != "" {
		rounds = 200
	}
	testdb.Each(t, func(t *testing.T, dsn string) {
		s := storetest.Open(t, dsn)
		if _, err := s.Migrate(t.Context()); err != nil {
			t.Fatal(err)
		}
		said := int64(0)
		for round := range rounds {
			child := exec.Command(os.Args[0], "-test.run=^TestKilledWriter$")
			child.Env = append(os.Environ(), childOf+"="+dsn)
			var stderr bytes.Buffer
			child.Stderr = &stderr
			out, err := child.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := child.Start(); err != nil {
				t.Fatal(err)
			}
			lines := bufio.NewScanner(out)
			for n := 0; n < 3+round*7%20 && lines.Scan(); n++ {
				if said, err = strconv.ParseInt(lines.Text(), 10, 64); err != nil {
					break
				}
			}
			if err := child.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			for lines.Scan() { // what it said before it died counts
				if size, err := strconv.ParseInt(lines.Text(), 10, 64); err == nil {
					said = size
				}
			}
			_ = child.Wait()
			head, err := s.Head(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if said == 0 || head.Size < said {
				t.Fatalf("round %d: the log has %d entries, the writer was told of %d; it said: %s", round, head.Size, said, stderr.String())
			}
			storetest.CheckInvariants(t, s)
		}
		head, err := s.Head(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for i := range head.Size {
			raws, err := s.Entries(t.Context(), i, 1)
			if err != nil || !bytes.Equal(raws[0], entry(int(i))) {
				t.Fatalf("entry %d: %q, %v", i, raws, err)
			}
		}
	})
}

// writeUntilKilled appends entries one at a time, and says how many there are after each commit.
func writeUntilKilled(t *testing.T, dsn string) {
	s := storetest.Open(t, dsn)
	head, err := s.Head(t.Context())
	for n := head.Size; err == nil; n++ {
		if err = storetest.Append(t.Context(), s, entry(int(n))); err == nil {
			fmt.Println(n + 1)
		}
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
