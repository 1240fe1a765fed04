package main

import (
	"bufio"
	"bytes"
	"crypto/ecdsa"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/document"
)

// patience is how long a test waits for another process on a busy machine.
const patience = 90 * time.Second

// process is a running peritus with pages.
type process struct {
	testing.TB
	cmd    *exec.Cmd
	url    string
	ended  chan error
	mu     sync.Mutex // guards stderr
	stderr bytes.Buffer
}

var address = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)

// start starts a command that serves, and waits until it has said where.
func start(tb testing.TB, env []string, args ...string) *process {
	tb.Helper()
	p := &process{TB: tb, cmd: exec.Command("peritus", args...), ended: make(chan error, 1)}
	p.cmd.Env = append(os.Environ(), env...)
	out, in := io.Pipe()
	p.cmd.Stdout, p.cmd.Stderr = in, in
	if err := p.cmd.Start(); err != nil {
		tb.Fatal(err)
	}
	go func() {
		err := p.cmd.Wait()
		_ = in.Close()
		p.ended <- err
	}()
	said := make(chan string, 1)
	go func() {
		for lines := bufio.NewScanner(out); lines.Scan(); {
			p.mu.Lock()
			p.stderr.WriteString(lines.Text() + "\n")
			p.mu.Unlock()
			// A log line may hold an address of the chain: only the words of serve and demo count.
			if strings.HasPrefix(lines.Text(), "Peritus ") {
				if url := address.FindString(lines.Text()); url != "" {
					said <- url
				}
			}
		}
		_, _ = io.Copy(io.Discard, out) // a line that is too long
	}()
	tb.Cleanup(func() { p.kill() })
	select {
	case p.url = <-said:
	case err := <-p.ended:
		p.ended <- err
		tb.Fatalf("peritus %s ended: %v\n%s", strings.Join(args, " "), err, p.output())
	case <-time.After(patience):
		tb.Fatalf("peritus %s does not say where it serves:\n%s", strings.Join(args, " "), p.output())
	}
	return p
}

// output is what the process has said so far.
func (p *process) output() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.stderr.String()
}

// kill ends the process as a power cut would, and waits for that.
func (p *process) kill() {
	_ = p.cmd.Process.Kill()
	err := <-p.ended
	p.ended <- err
}

// stop asks the process to end, and expects that it does so with status 0.
func (p *process) stop() {
	p.Helper()
	if err := p.cmd.Process.Signal(os.Interrupt); err != nil {
		p.Fatal(err)
	}
	select {
	case err := <-p.ended:
		p.ended <- err
		if err != nil {
			p.Fatalf("stopped, it ended with %v:\n%s", err, p.output())
		}
	case <-time.After(patience):
		p.Fatalf("it does not stop:\n%s", p.output())
	}
}

// answer is what a server answered.
type answer struct {
	status int
	header http.Header
	body   []byte
}

// browser asks servers. It follows no redirection and keeps its connections for one test.
var browser = &http.Client{
	Timeout:       patience,
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
}

// send makes one request.
func send(method, url, contentType string, body []byte) (answer, error) {
	request, err := http.NewRequest(method, url, bytes.NewReader(body))
	if err != nil {
		return answer{}, err
	}
	if contentType != "" {
		request.Header.Set("Content-Type", contentType)
	}
	return do(request)
}

func do(request *http.Request) (answer, error) {
	response, err := browser.Do(request)
	if err != nil {
		return answer{}, err
	}
	defer response.Body.Close()
	raw, err := io.ReadAll(response.Body)
	return answer{response.StatusCode, response.Header, raw}, err
}

// get reads an address that must be there.
func (p *process) get(tb testing.TB, path string) []byte {
	tb.Helper()
	a, err := send(http.MethodGet, p.url+path, "", nil)
	if err != nil || a.status != http.StatusOK {
		tb.Fatalf("GET %s: %d %v %s\n%s", path, a.status, err, a.body, p.output())
	}
	return a.body
}

// read reads JSON.
func read[T any](tb testing.TB, p *process, path string) T {
	tb.Helper()
	var v T
	raw := p.get(tb, path)
	if err := json.Unmarshal(raw, &v); err != nil {
		tb.Fatalf("GET %s: %v in %s", path, err, raw)
	}
	return v
}

// member is an invented expert of the demo, with the key from the data folder.
type member struct {
	name    string
	key     *ecdsa.PrivateKey
	address common.Address
}

// members reads the keys of a demo's members, in order of their names.
func members(tb testing.TB, dir folder) []member {
	tb.Helper()
	files, err := filepath.Glob(dir.path("keys", "members", "*.key"))
	if err != nil || len(files) == 0 {
		tb.Fatalf("no keys of members in %s: %v", dir, err)
	}
	slices.Sort(files)
	var out []member
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".key")
		key, err := dir.readAccount("members/"+name+".key", nil)
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, member{name, key, crypto.PubkeyToAddress(key.PublicKey)})
	}
	return out
}

// words are what the API hands out to be signed.
type words struct {
	TypedData json.RawMessage `json:"typedData"`
	Digest    common.Hash     `json:"digest"`
	Salt      string          `json:"salt"`
	Sequence  uint64          `json:"sequence"`
	Expires   document.Time   `json:"expires"`
}

// signedBallot is the body that casts a ballot.
type signedBallot struct {
	Voter     common.Address `json:"voter"`
	Choice    string         `json:"choice"`
	Reason    string         `json:"reason,omitempty"`
	Salt      string         `json:"salt,omitempty"`
	Sequence  uint64         `json:"sequence"`
	Expires   document.Time  `json:"expires"`
	Signature string         `json:"signature"`
}

// refusedError is an answer other than the one that was hoped for.
type refusedError struct{ answer }

func (e *refusedError) Error() string {
	return fmt.Sprintf("the server answered %d: %s", e.status, e.body)
}

// post sends JSON and expects a status, or one of several.
func post(url string, body any, want ...int) ([]byte, error) {
	raw, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	a, err := send(http.MethodPost, url, "application/json", raw)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(want, a.status) {
		return nil, &refusedError{a}
	}
	return a.body, nil
}

// ballotsURL is the address of a proposal's ballots.
func ballotsURL(url string, revision document.Digest) string {
	return url + "/api/v1/proposals/" + revision.String() + "/ballots"
}

// prepare asks for the words of a ballot.
func prepare(url string, revision document.Digest, m member, choice, reason string) (words, error) {
	raw, err := post(ballotsURL(url, revision)+"/prepare", map[string]any{"voter": m.address, "choice": choice, "reason": reason}, http.StatusOK)
	var w words
	if err == nil {
		err = json.Unmarshal(raw, &w)
	}
	return w, err
}

// sign signs the words of a ballot.
func (m member) sign(w words, choice, reason string) (signedBallot, error) {
	sig, err := wallet.Sign(w.Digest, m.key)
	return signedBallot{Voter: m.address, Choice: choice, Reason: reason, Salt: w.Salt, Sequence: w.Sequence, Expires: w.Expires, Signature: sig.String()}, err
}

// summary is a proposal in the API's list.
type summary struct {
	Revision document.Digest `json:"revision"`
	Status   string          `json:"status"`
	Head     string          `json:"head"`
	Title    string          `json:"title"`
	Closes   document.Time   `json:"closes"`
}

// open returns the proposals on which a vote is open, the one that closes last first.
func (p *process) open() []summary {
	p.Helper()
	list := read[[]summary](p, p, "/api/v1/proposals?status=voting")
	if len(list) == 0 {
		p.Fatal("no vote is open in the demo")
	}
	slices.SortFunc(list, func(a, b summary) int { return int(b.Closes - a.Closes) })
	return list
}
